"""Stops an upload at its limit while it streams: the eleventh megabyte is never written."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload


class CappedUploadHandler(FileUploadHandler):
    """Counts bytes; past the limit it stops the upload and says so in `request.upload_too_large`."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > self.limit():
            if self.request is not None:
                self.request.upload_too_large = True  # type: ignore[attr-defined]
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None

    def limit(self) -> int:
        """The bytes that one file may have."""
        return int(settings.UPLOAD_LIMIT_BYTES)


class BulkUploadHandler(CappedUploadHandler):
    """The same for a container of many resumes, which may be larger than any of them."""

    def limit(self) -> int:
        return int(settings.BULK_UPLOAD_LIMIT_BYTES)
