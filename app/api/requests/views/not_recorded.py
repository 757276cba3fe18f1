"""View of a value that the cards or the directory do not record."""

from app.access.requests.card_facts import About, NotRecorded
from app.api.schemas import View


class NotRecordedView(View):
    """A value that is not recorded. `record`: the key of its record. `field`: `card` if the whole record is missing.

    For the directory, `record` is the country and `field` the role of the contact.
    """

    about: About
    record: str | None
    field: str


def not_recorded_view(one: NotRecorded) -> NotRecordedView:
    """Return the view of a value that is not recorded."""
    return NotRecordedView(about=one.about, record=one.record, field=one.field)
