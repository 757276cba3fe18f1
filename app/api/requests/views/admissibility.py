"""Forms and views of admissibility: needs of a forum's law for an exhibit, and their assessments.

Not here: routes (`api/requests/admissibility.py`).
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Literal, Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from app.access.requests.card_facts import Fact, NotRecorded
from app.api.requests.views.not_recorded import NotRecordedView, not_recorded_view
from app.api.schemas import Country, Form, Justification, Line, Time, View
from app.models import Admissibility
from app.services.requests.hearings.admissibilities import Assessment, NewAssessment, Passport
from app.services.teams.roster import Roster

Status = Literal["met", "open", "not_needed"]
Topic = Literal["evidence_rules", "hearing_rules", "interception", "disclosure"]


class AdmissibilityForm(Form):
    """An assessment. A new need has `country` and `need`; a later assessment of a need has `replaces`.

    `topic`: the value of the country's card from which a new need was taken; a later assessment keeps it. `paper`: the exhibit
    that meets the need. `reason`: why it is met, open or not needed.
    """

    country: Country | None = None
    need: Line | None = None
    topic: Topic | None = None
    status: Status
    paper: UUID | None = None
    reason: Justification
    replaces: UUID | None = None

    @model_validator(mode="after")
    def _names_a_need(self) -> Self:
        for name in ("country", "need"):
            if (getattr(self, name) is None) == (self.replaces is None):
                words = (
                    _MISSING[name]
                    if self.replaces is None
                    else "A later assessment cannot change the country or the need."
                )
                raise PydanticCustomError("need", words, {"field": name})
        return self

    def assessment(self) -> NewAssessment:
        """Return the assessment as the service takes it."""
        return NewAssessment(
            status=self.status,
            reason=self.reason,
            country=self.country,
            need=self.need,
            topic=self.topic,
            paper=self.paper,
            replaces=self.replaces,
        )


_MISSING = {"country": "Enter the country of the court.", "need": "Enter what the law of that country needs."}


class AdmissibilityPaperView(View):
    """The exhibit that meets a need, if the caller sees it."""

    evidence: UUID
    number: str
    title: str


class AssessmentView(View):
    """One assessment of a need: status, reason, who reviewed it and when."""

    id: UUID
    status: Status
    reason: str
    reviewer: str
    reviewed_at: Time


class AdmissibilityView(AssessmentView):
    """A need with its current assessment. `earlier`: former assessments, newest first.

    `topic`: the value of the country's card from which the need was taken; only for members of its party.
    """

    party: str
    country: str
    need: str
    topic: Topic | None
    paper: AdmissibilityPaperView | None
    earlier: list[AssessmentView]


class ProposedNeedView(View):
    """A statement of the country's card about `topic`, with its source. It is unverified until a person confirms it."""

    topic: Topic
    text: str
    source: str | None
    verified: bool
    verified_on: date | None
    stale: bool


class ForumTranslationView(View):
    """Whether a translation for the courts of a country is recorded. Only if the language of the exhibit is.

    `missing`: none into a language of that country's party. `check`: a person must judge. `language`: of the exhibit.
    `wanted`: languages of the country's party.
    """

    country: str
    state: Literal["missing", "check", "met"]
    language: str
    wanted: list[str]


class PassportView(View):
    """Needs of an exhibit by forum.

    `proposals`: from the card of the country asked for. `not_recorded`: what that card does not hold.
    `translations`: for the countries of the needs and the country asked for; those that need none are left out.
    """

    items: list[AdmissibilityView]
    translations: list[ForumTranslationView]
    proposals: list[ProposedNeedView]
    not_recorded: list[NotRecordedView]
    may: dict[Literal["assess"], bool]


def passport_view(
    found: Passport, proposed: Sequence[Fact], missing: Sequence[NotRecorded], *, may_assess: bool
) -> PassportView:
    """Return the needs of an exhibit with their assessments.

    `missing`: what the card of the country asked for does not hold.
    """
    return PassportView(
        items=[_need(one, found.roster) for one in found.assessments],
        translations=[ForumTranslationView.model_validate(asdict(one)) for one in found.translations],
        proposals=[ProposedNeedView.model_validate(proposal(one)) for one in proposed],
        not_recorded=[not_recorded_view(one) for one in missing],
        may={"assess": may_assess},
    )


def _need(one: Assessment, roster: Roster) -> AdmissibilityView:
    paper = one.paper
    told = {
        "party": roster.party_code(one.row.party),
        "country": one.row.country,
        "need": one.row.need,
        "topic": one.topic,
        "paper": AdmissibilityPaperView(evidence=paper.id, number=paper.number, title=paper.title) if paper else None,
        "earlier": [_assessment(row, roster) for row in one.earlier],
    }
    return AdmissibilityView.model_validate(_assessment(one.row, roster).model_dump() | told)


def _assessment(row: Admissibility, roster: Roster) -> AssessmentView:
    told = {name: getattr(row, name) for name in ("id", "status", "reason", "reviewed_at")}
    return AssessmentView.model_validate(told | {"reviewer": roster.seat_code(row.reviewer)})


def proposal(fact: Fact) -> dict[str, object]:
    """Return what the views of a proposed value of the card have in common."""
    one = fact.given
    told = {"topic": fact.field, "text": one.value or "", "source": one.source, "verified_on": one.verified_on}
    return told | {"verified": one.verified, "stale": one.stale}
