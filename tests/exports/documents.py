"""Documents read with others' libraries: pikepdf for what is in them, pdfium for what they show."""

import io
import re

import pikepdf
import pypdfium2  # type: ignore[import-untyped]

MAY_BREAK = "\u200b"


def words(document: bytes) -> str:
    """Every page's text in order, with single spaces; where a line may break inside a word nothing is read."""
    with pypdfium2.PdfDocument(document) as opened:
        read = "\n".join(page.get_textpage().get_text_range() for page in opened)
    return re.sub(r"\s+", " ", read.replace(MAY_BREAK, "").replace("\ufffe", ""))


def pages(document: bytes) -> int:
    with pypdfium2.PdfDocument(document) as opened:
        return len(opened)


def attachments(document: bytes) -> dict[str, bytes]:
    """The files that it carries."""
    with pikepdf.open(io.BytesIO(document)) as opened:
        return {name: spec.get_file().read_bytes() for name, spec in opened.attachments.items()}


def metadata(document: bytes) -> dict[str, str]:
    """What its XMP says."""
    with pikepdf.open(io.BytesIO(document)) as opened, opened.open_metadata() as said:
        return {key: str(value) for key, value in said.items()}
