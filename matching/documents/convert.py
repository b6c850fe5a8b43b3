"""DOC, RTF and OpenDocument text become DOCX in a jail of their own, where LibreOffice and bubblewrap are installed.

LibreOffice needs processes, scratch files and more memory than a reader, so it gets other walls: no network, no
file of ours, programs read-only, scratch space in memory that ends with it. It is told what the file is and guesses
nothing. What comes out is read like any DOCX from outside. Without both programs such a file is refused, because a
converter that could open our files would be worse than none.
"""

import functools
import shutil
import subprocess
import sys
import tempfile

from matching.documents.answers import answer_of
from matching.documents.limits import MEGABYTE, refuse

FILTERS = {"old-word": "MS Word 97", "rtf": "Rich Text Format", "open-document": "writer8"}
"""The refusals that a converter can lift, and what LibreOffice calls these formats."""

MEDIA_TYPES = {
    "old-word": "application/msword",
    "rtf": "application/rtf",
    "open-document": "application/vnd.oasis.opendocument.text",
}

_CPU, _WALL, _MEMORY, _SCRATCH = 30, 60.0, 4096 * MEGABYTE, 256 * MEGABYTE
_BOUND = ("/etc/fonts", "/etc/libreoffice", "/etc/ld.so.cache", "/etc/alternatives", "/var/cache/fontconfig", "/opt")
_SCRIPT = (
    f"ulimit -c 0; ulimit -t {_CPU}; ulimit -v {_MEMORY // 1024}; cat > in.bin && "
    "soffice -env:UserInstallation=file:///tmp/profile --headless --norestore --nolockcheck --nodefault --nologo "
    '"--infilter=$0" --convert-to "docx:MS Word 2007 XML" --outdir out in.bin >&2 && cat out/in.docx'
)


@functools.cache
def has_converter() -> bool:
    """True where LibreOffice is installed and bubblewrap can wall it off."""
    if sys.platform != "linux" or not shutil.which("soffice") or not shutil.which("bwrap"):
        return False
    tried = subprocess.run([*_walls(), "true"], capture_output=True, check=False, timeout=10)  # noqa: S603
    return tried.returncode == 0


def converted(content: bytes, *, slug: str) -> bytes:
    """A file that was refused with `slug` as DOCX. Raises `UnreadableDocument` when it cannot be converted."""
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        answer, status = answer_of([*_walls(), "sh", "-c", _SCRIPT, FILTERS[slug]], file=file, wall=_WALL)
    if status or not answer:
        raise refuse("damaged", "This file could not be converted. Save it as DOCX or PDF and upload that.")
    return answer


def _walls() -> list[str]:
    bound = [word for path in _BOUND for word in ("--ro-bind-try", path, path)]
    links = [word for name in ("bin", "lib", "lib64") for word in ("--symlink", f"usr/{name}", f"/{name}")]
    walls = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"]
    named = ["--setenv", "PATH", "/usr/bin:/bin", "--setenv", "HOME", "/tmp", "--setenv", "LC_ALL", "C.UTF-8"]  # noqa: S108 - inside the walls
    scratch = ["--proc", "/proc", "--dev", "/dev", "--size", str(_SCRATCH), "--tmpfs", "/tmp", "--chdir", "/tmp"]  # noqa: S108 - inside the walls
    return [*walls, *named, "--ro-bind", "/usr", "/usr", *links, *bound, *scratch]
