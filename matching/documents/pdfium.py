"""The library pdfium without its wrapper: the functions that reading calls, with nothing between.

Two figures made this worth while. A page has some 3,000 characters with up to eight calls each, and ctypes needs
longer to convert arguments by their declared types than pdfium to answer; so no types are declared here: a caller
passes whole numbers as they are, and objects of ctypes for every pointer and every fraction. And each file is read by
a child of its own that imports everything anew: the wrapper takes 50 ms for that, the library 9.
"""

import ctypes
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from typing import Any

TEXT, IMAGE, FORM = 1, 3, 5
"""The kinds of things on a page that reading tells apart (FPDF_PAGEOBJ_*)."""

ENCRYPTED = (4, 5)
"""What `FPDF_GetLastError` says of a file that asks for a password or for an unknown lock."""

_NAMES = ("libpdfium.so", "libpdfium.dylib", "pdfium.dll")


class PdfiumError(RuntimeError):
    """Pdfium could not do what it was asked for; `code` is the number it gave, 0 where it gives none."""

    def __init__(self, sentence: str, *, code: int = 0) -> None:
        super().__init__(sentence)
        self.code = code


class Pointer(ctypes.c_void_p):
    """An address that pdfium gave and takes again; false when it is none."""


class _Config(ctypes.Structure):
    _fields_ = (
        ("version", ctypes.c_int),
        ("font_paths", ctypes.c_void_p),
        ("isolate", ctypes.c_void_p),
        ("slot", ctypes.c_uint),
    )


def _load() -> ctypes.CDLL:
    found = find_spec("pypdfium2_raw")
    for folder in (found.submodule_search_locations or ()) if found else ():
        for name in _NAMES:
            with suppress(OSError):
                return ctypes.CDLL(f"{folder}/{name}")
    # a package that was built to use the system's own library knows where that is
    library: ctypes.CDLL = import_module("pypdfium2_raw.bindings")._libs["pdfium"]
    return library


_library = _load()
_library.FPDF_InitLibraryWithConfig(ctypes.byref(_Config(version=2)))  # does nothing where the wrapper has done it


def function(name: str, result: Any = ctypes.c_int) -> Any:
    """A function of pdfium by its own name. Give every pointer and every fraction as an object of ctypes."""
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(getattr(_library, name), ctypes.c_void_p).value or 0)


_open = function("FPDF_LoadMemDocument64", Pointer)
_close = function("FPDF_CloseDocument", None)
_page_count = function("FPDF_GetPageCount")
_last_error = function("FPDF_GetLastError", ctypes.c_ulong)
_open_page = function("FPDF_LoadPage", Pointer)
close_page = function("FPDF_ClosePage", None)


def pointer_of(raw: Any) -> Pointer:
    """The same thing as the wrapper knows it, for the functions of this module."""
    return Pointer(ctypes.cast(raw, ctypes.c_void_p).value)


class PdfFile:
    """An open PDF with at least one page. Close it after use."""

    def __init__(self, content: bytes) -> None:
        self._content = content  # pdfium reads from it for as long as the file is open
        self.pointer: Pointer = _open(content, ctypes.c_size_t(len(content)), None)
        self.pages: int = _page_count(self.pointer) if self.pointer else 0
        if self.pages < 1:
            code = _last_error()
            self.close()
            raise PdfiumError("Pdfium cannot open this file.", code=code)

    def page(self, number: int) -> Pointer | None:
        """A page, to be closed after use, or None when it cannot be loaded."""
        return _open_page(self.pointer, number) or None

    def close(self) -> None:
        """Give everything back."""
        if self.pointer:
            _close(self.pointer)
            self.pointer = Pointer()
