"""View of the folder for an e-CODEX connector before it is downloaded."""

from collections.abc import Sequence

from app.api.requests.views.linked import PaperView, paper_view
from app.api.schemas import View
from app.i18n.phrases import Language, translated
from app.services.requests.connector import MOST_BYTES, MOST_FILES, FolderPaper


class ConnectorPaperView(PaperView):
    """A paper of the folder with the number and size of its files.

    `missing`: why the folder cannot have its files. `handling_text`: to be acknowledged before the download.
    """

    files: int
    size_bytes: int
    missing: str | None
    handling_text: str | None


class ConnectorFolderView(View):
    """Papers of the folder. `files`, `size_bytes`: of all papers. `fits`: whether one folder can hold them."""

    papers: list[ConnectorPaperView]
    files: int
    size_bytes: int
    most_bytes: int
    most_files: int
    fits: bool


def folder_view(papers: Sequence[FolderPaper], language: Language) -> ConnectorFolderView:
    """Return the view of the folder; reasons are in `language`."""
    files, size = sum(len(one.files) for one in papers), sum(one.size_bytes for one in papers)
    return ConnectorFolderView(
        papers=[_paper_view(one, language) for one in papers],
        files=files,
        size_bytes=size,
        most_bytes=MOST_BYTES,
        most_files=MOST_FILES,
        fits=files <= MOST_FILES and size <= MOST_BYTES,
    )


def _paper_view(paper: FolderPaper, language: Language) -> ConnectorPaperView:
    missing = None if paper.missing is None else translated(paper.missing, language)
    told = paper_view(paper.linked).model_dump() | {"files": len(paper.files), "size_bytes": paper.size_bytes}
    return ConnectorPaperView.model_validate(told | {"missing": missing, "handling_text": paper.handling_text})
