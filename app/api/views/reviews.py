"""The views of a review: which files of an exhibit its reviewer has viewed, and which are left."""

from typing import Literal
from uuid import UUID

from app.api.schemas import View
from app.services.viewings import Review, State

#: So many files are listed, what is left to view first.
MOST = 1000


class ReviewCountsView(View):
    """How many files the reviewer has viewed, must still view, and cannot view; of a large exhibit the others are not drawn."""

    viewed: int
    to_view: int
    no_rendition: int
    not_sampled: int


class ReviewedFileView(View):
    """A file of an exhibit under review. `pending`: to be viewed, and its pages are being made."""

    file: UUID
    name: str
    state: Literal["to_view", "pending", "viewed", "no_rendition", "not_sampled"]


class ReviewProgressView(ReviewCountsView):
    """The same file by file, what is left to view first."""

    evidence: UUID
    files: list[ReviewedFileView]


def review_counts(review: Review) -> ReviewCountsView:
    """The counts alone."""
    return ReviewCountsView(**_counts(review))


def review_progress(evidence: UUID, review: Review) -> ReviewProgressView:
    """A review of one exhibit."""
    files = [ReviewedFileView(file=one.id, name=one.name, state=one.state.value) for one in review.files[:MOST]]
    return ReviewProgressView(evidence=evidence, files=files, **_counts(review))


def _counts(review: Review) -> dict[str, int]:
    return {
        "viewed": len(review.of(State.VIEWED)),
        "to_view": len(review.left),
        "no_rendition": len(review.of(State.NO_RENDITION)),
        "not_sampled": len(review.of(State.NOT_SAMPLED)),
    }
