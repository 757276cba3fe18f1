"""Render the pages of a PDF as pictures. Runs inside the confined process.

PDFium renders; this build runs no scripts and fetches nothing. Filled-in form fields are drawn.
Not here: text extraction, confinement.
"""

from collections.abc import Iterator
from typing import Final

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from app.vault.rendering import pictures

MAX_PAGES: Final = 50
_SCALE: Final = 150 / 72  # 150 dpi; PDF has 72 points per inch
_MIN_SIDE: Final = 1.0


class Encrypted(Exception):  # noqa: N818 - states the fact
    """The document requires a password."""


def prepare() -> None:
    """Render an empty page once, so that everything loaded lazily is loaded."""
    document = pypdfium2.PdfDocument.new()
    document.new_page(20, 20).render(scale=1).to_pil()
    document.close()


def pages(content: bytes) -> tuple[int, Iterator[bytes]]:
    """Return the number of pages, and the first `MAX_PAGES` of them as PNG.

    Raises:
        Encrypted: The document requires a password.
        PdfiumError: PDFium cannot read the document.
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as refused:
        if getattr(refused, "err_code", None) in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise Encrypted from refused
        raise
    if document.get_formtype():
        document.init_forms()
    return len(document), (_drawn(document, number) for number in range(min(len(document), MAX_PAGES)))


def _drawn(document: pypdfium2.PdfDocument, number: int) -> bytes:
    page = document[number]
    longest = max(*page.get_size(), _MIN_SIDE)
    bitmap = page.render(scale=min(_SCALE, pictures.MAX_SIDE / longest))
    image = bitmap.to_pil().convert("RGB")
    page.close()
    return pictures.png(pictures.shrunk(image))
