"""Forms and views for sharing and recalling many exhibits in one request.

Not here: a single release (`views/releases.py`).
"""

from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, field_validator, model_validator

from app.access.sharing.gates import Gate
from app.api.schemas import Code, Form, Justification, View
from app.api.sharing.views.releases import LevelWord, PartyTermsForm
from app.i18n.phrases import Language, translated
from app.services.sharing.bulk_releases import Outcome, Result, Wanted
from app.services.sharing.terms import ReleaseTerms

#: A request decides at most so many releases: more would hold its locks for too long.
AT_MOST = 200


class WantedReleaseForm(Form):
    """An exhibit and a party. `seen_version`: of the release that the leader saw; none if there was none."""

    evidence: UUID
    party: Code
    seen_version: Annotated[int, Field(ge=1, le=2**31 - 1)] | None = None


class BulkForm(Form):
    """Exhibits and parties, each pair once. `preview`: only tell the results; versions are not compared."""

    items: Annotated[list[WantedReleaseForm], Field(min_length=1, max_length=AT_MOST)]
    preview: bool = False

    @field_validator("items")
    @classmethod
    def _are_distinct(cls, items: list[WantedReleaseForm]) -> list[WantedReleaseForm]:
        if len({(one.evidence, one.party) for one in items}) < len(items):
            raise ValueError("An exhibit and a party are named twice.")
        return items

    def wanted(self) -> list[Wanted]:
        """Return the exhibits and parties as the service takes them."""
        return [Wanted(one.evidence, one.party, one.seen_version) for one in self.items]


class BulkReleaseForm(BulkForm):
    """Releases of several exhibits. `releases`: the terms for each party.

    `privilege_checked`: confirms that the content of all exhibits was checked and holds nothing privileged.
    """

    releases: Annotated[list[PartyTermsForm], Field(min_length=1, max_length=50)]
    privilege_checked: bool | None = None

    @model_validator(mode="after")
    def _has_terms(self) -> Self:
        parties = [one.party for one in self.releases]
        if len(set(parties)) < len(parties) or {one.party for one in self.items} - set(parties):
            raise ValueError("State the terms for each party once.")
        return self

    def terms(self) -> dict[str, ReleaseTerms]:
        """Return the terms by party as the service takes them."""
        return {
            one.party: ReleaseTerms(**one.model_dump(), privilege_checked=self.privilege_checked)
            for one in self.releases
        }


class BulkRecallForm(BulkForm):
    """Recalls of several releases, for one reason."""

    reason: Justification


class BulkReleaseView(View):
    """Result for an exhibit and a party.

    `outcome`: `waits` for the approvals in `gates`; `none`: there is no release to recall; `refused` with `detail`.
    `level`: of the release before. `copies`: how many copies the party is asked about. `version`: of the release that
    was seen.
    """

    evidence: UUID
    party: str
    outcome: Outcome
    version: int | None
    level: LevelWord | None
    gates: list[Gate]
    copies: int
    code: str | None
    detail: str | None


def bulk_release_view(result: Result, language: Language) -> BulkReleaseView:
    """Return the view of a result, with its refusal in the language of the request."""
    refusal = result.refusal
    return BulkReleaseView.model_validate(
        {
            **result.wanted._asdict(),
            "outcome": result.outcome,
            "level": result.level,
            "gates": list(result.gates),
            "copies": result.copies,
            "code": None if refusal is None else refusal.code,
            "detail": None if refusal is None else translated(refusal.detail, language),
        }
    )
