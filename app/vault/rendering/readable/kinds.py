"""Which media types have a reading, and which reader each gets. The server asks it too: it loads no parser."""

from collections.abc import Mapping
from typing import Final, Literal

Reader = Literal["mail", "page", "office", "table", "zip", "tar"]

_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_OPEN: Final = "application/vnd.oasis.opendocument"

READERS: Final[Mapping[str, Reader]] = {
    "message/rfc822": "mail",
    "text/html": "page",
    f"{_OFFICE}.wordprocessingml.document": "office",
    f"{_OFFICE}.presentationml.presentation": "office",
    f"{_OPEN}.text": "office",
    f"{_OFFICE}.spreadsheetml.sheet": "table",
    f"{_OPEN}.spreadsheet": "table",
    "application/zip": "zip",
    "application/epub+zip": "zip",
    "application/vnd.android.package-archive": "zip",
    "application/x-tar": "tar",
}
