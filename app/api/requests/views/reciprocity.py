"""Views of reciprocity: requests and answer times between the caller's party and each other country."""

from datetime import timedelta

from app.api.schemas import Time, View
from app.services.requests.reciprocity import AnswerTimes, Reciprocity


class AnswerTimesView(View):
    """Requests in one direction. `median_seconds`, `longest_seconds`: time to the first answer; null without one.

    `open`: requests under way. `oldest_at`: when the oldest of these was sent, or registered.
    """

    sent: int
    answered: int
    median_seconds: int | None
    longest_seconds: int | None
    open: int
    oldest_at: Time | None


class ReciprocityView(View):
    """Requests between the caller's party and another country. `outgoing`: of the caller's party to that country."""

    country: str
    outgoing: AnswerTimesView
    incoming: AnswerTimesView


class ReciprocitiesView(View):
    """One record per country with a request, by country code."""

    items: list[ReciprocityView]


def reciprocity_view(one: Reciprocity) -> ReciprocityView:
    """Return the view of one country."""
    return ReciprocityView(country=one.country, outgoing=_times(one.outgoing), incoming=_times(one.incoming))


def _times(one: AnswerTimes) -> AnswerTimesView:
    return AnswerTimesView(
        sent=one.sent,
        answered=one.answered,
        median_seconds=_seconds(one.median),
        longest_seconds=_seconds(one.longest),
        open=one.open,
        oldest_at=one.oldest_at,
    )


def _seconds(span: timedelta | None) -> int | None:
    return None if span is None else round(span.total_seconds())
