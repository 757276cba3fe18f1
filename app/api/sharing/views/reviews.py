"""Views of a review's progress: which files the reviewer has viewed, and which remain."""

from typing import Literal
from uuid import UUID

from app.api.schemas import View
from app.services.sharing.viewings import Review, ReviewState

#: Maximum number of files in a list; files still to be viewed come first.
MOST = 1000


class ReviewCountsView(View):
    """Numbers of files viewed, still to be viewed, without rendition, and, for a large exhibit, not in the sample.

    `is_begun`: whether the reviewer viewed a page.
    """

    is_begun: bool
    viewed: int
    to_view: int
    no_rendition: int
    not_sampled: int


class ReviewedFileView(View):
    """A file of an exhibit under review. `pending`: it must be viewed, and its pages are being rendered.

    `viewed_in_part`: all its pages were viewed, and the file goes on after them.
    """

    file: UUID
    name: str
    pages: int
    viewed_pages: int
    state: Literal["to_view", "pending", "viewed", "viewed_in_part", "no_rendition", "not_sampled"]


class ReviewProgressView(ReviewCountsView):
    """The progress by file; files still to be viewed come first."""

    evidence: UUID
    files: list[ReviewedFileView]


def review_counts(review: Review) -> ReviewCountsView:
    """Return the counts of a review."""
    return ReviewCountsView(**_counts(review))


def review_progress(evidence: UUID, review: Review) -> ReviewProgressView:
    """Return the progress of the review of an exhibit."""
    files = [
        ReviewedFileView(
            file=one.id, name=one.name, pages=one.pages, viewed_pages=one.viewed_pages, state=one.state.value
        )
        for one in review.files[:MOST]
    ]
    return ReviewProgressView(evidence=evidence, files=files, **_counts(review))


def _counts(review: Review) -> dict[str, int]:
    return {
        "is_begun": review.is_begun,
        "viewed": len(review.viewed),
        "to_view": len(review.left),
        "no_rendition": len(review.of(ReviewState.NO_RENDITION)),
        "not_sampled": len(review.of(ReviewState.NOT_SAMPLED)),
    }
