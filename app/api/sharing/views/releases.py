"""Forms and views of releases."""

from collections.abc import Collection
from datetime import datetime
from typing import Annotated, Literal, Protocol
from uuid import UUID

from pydantic import Field, field_validator

from app.access.sharing.decisions import Level, Purpose
from app.api.schemas import Code, Form, Line, Moment, Time, View
from app.models import Release
from app.services.sharing.terms import ReleaseTerms
from app.services.teams.roster import Roster

LevelWord = Literal["listed", "readable", "held"]
SeatCode = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]{1,19}-[0-9]{2,4}$")]


class ReleaseTermsForm(Form):
    """The terms of a release. Omitted fields do not restrict it."""

    level: LevelWord
    authorities: list[Code] | None = None
    seats: list[SeatCode] | None = None
    not_before: Moment | None = None
    until: Moment | None = None
    purposes: list[Purpose] | None = None
    basis: Line | None = None

    @field_validator("basis")
    @classmethod
    def _is_no_consent(cls, basis: str | None) -> str | None:
        if basis is not None and basis.startswith(("consent:", "emergency:")):
            raise ValueError(
                "Consent and emergency access have their own forms. Enter the other basis of the release here."
            )
        return basis

    def terms(self, party: str) -> ReleaseTerms:
        """Return the terms as the service takes them."""
        return ReleaseTerms(party=party, **self.model_dump(exclude={"party"}))


class ReleaseForm(ReleaseTermsForm):
    """A release of an existing exhibit.

    `privilege_checked`: confirms that its content was checked and holds nothing privileged. With `false`, the first
    release of an exhibit is refused, unless a privilege review was asked for.
    """

    privilege_checked: bool | None = None


class PartyTermsForm(ReleaseTermsForm):
    """The terms of a release and its party, for a registration."""

    party: Code


class ReleaseView(View):
    """A release. `state`: not yet begun, in force, or over."""

    party: str
    level: LevelWord
    authorities: list[str] | None
    seats: list[str] | None
    not_before: Time | None
    until: Time | None
    purposes: list[str] | None
    basis: str | None
    granted_by: str
    granted_at: Time
    state: Literal["pending", "effective", "lapsed"]
    version: int


class TermsView(View):
    """The terms of a past or planned release."""

    level: LevelWord
    authorities: list[str] | None
    seats: list[str] | None
    not_before: Time | None
    until: Time | None
    purposes: list[str] | None
    basis: str | None


class GivenTerms(Protocol):
    """The terms of a release, as a row or as input for `access/sharing/decisions.py` holds them."""

    @property
    def level(self) -> int:
        """The release level."""

    @property
    def authorities(self) -> Collection[UUID] | None:
        """Only for these authorities."""

    @property
    def seats(self) -> Collection[UUID] | None:
        """Only for these members."""

    @property
    def not_before(self) -> datetime | None:
        """When the release begins."""

    @property
    def until(self) -> datetime | None:
        """When it ends."""

    @property
    def purposes(self) -> Collection[str] | None:
        """Only for these purposes."""


def terms_view(given: GivenTerms | None, basis: str | None, roster: Roster) -> TermsView | None:
    """Return the view of the terms, or None if they grant nothing."""
    if given is None or not given.level:
        return None
    return TermsView(
        level=Level(given.level).word,
        authorities=roster.authority_codes(given.authorities),
        seats=roster.seat_codes(given.seats),
        not_before=given.not_before,
        until=given.until,
        purposes=None if given.purposes is None else sorted(given.purposes),
        basis=basis,
    )


def release_view(release: Release, roster: Roster) -> ReleaseView:
    """Return the view of a release."""
    return ReleaseView(
        party=roster.party_code(release.party),
        level=Level(release.level).word,
        authorities=roster.authority_codes(release.authorities),
        seats=roster.seat_codes(release.seats),
        not_before=release.not_before,
        until=release.until,
        purposes=release.purposes,
        basis=release.basis,
        granted_by=roster.seat_code(release.granted_by),
        granted_at=release.granted_at,
        state=release.state,
        version=release.version,
    )
