"""Forms and views of reports about wrong values. No view names the reporter."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.api.reference.views.administration import Place
from app.api.schemas import Form, Line, Time, View
from app.reference.catalogue import ReferenceKind
from app.reference.sourced import Text
from app.services.reference.reports import Report

RecordKey = Annotated[Line, Field(description="Key of the record, for example `EIO`; of a country card, its code.")]


class ReferenceReportForm(Form):
    """A report that a value is wrong. Do not name a case, a person or an authority of a team: operators read it.

    `wrong`: what is wrong. `proposed`: what is right, null if that is not known. `source`: where that was found.
    """

    kind: ReferenceKind
    key: RecordKey
    field: Place
    wrong: Text
    proposed: Text | None = None
    source: Line


class ReferenceReportAnswerForm(Form):
    """The answer that settles a report. The reporter reads it."""

    answer: Text


class ReferenceReportView(View):
    """A report about a value. `settled_at`, `answer`: null while the report is open."""

    id: UUID
    kind: ReferenceKind
    key: str
    field: str
    wrong: str
    proposed: str | None
    source: str
    reported_at: Time
    settled_at: Time | None
    answer: str | None


def report_view(one: Report) -> ReferenceReportView:
    """Return the view of a report."""
    return ReferenceReportView.model_validate(one)
