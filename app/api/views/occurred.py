"""When a physical act happened, where it is recorded late. Deliberately not here: the acts."""

from typing import Literal

from app.api.schemas import Form, Moment, Paragraph
from app.api.views.evidence import Zone
from app.services.whereabouts import Occurred, Words


class OccurredForm(Form):
    """When it happened, where it is recorded late: the moment, the zone of the place, and how the moment is known."""

    at: Moment
    zone: Zone
    source: Literal["observed", "report", "device", "told"]


class WordsForm(Form):
    """What any act may say."""

    occurred: OccurredForm | None = None
    remarks: Paragraph | None = None

    def words(self) -> Words:
        """For the service."""
        occurred = None if self.occurred is None else Occurred(**self.occurred.model_dump())
        return Words(occurred, self.remarks)
