"""Terms of a release: checks them, and converts between terms, rows, facts and input for decisions.

Not here: granting and recalling (`services/sharing/releases.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

from app import clock
from app.access.retention import is_due
from app.access.roles import Permission
from app.access.seats import Seat
from app.access.sharing.decisions import LEVELS, Conditions, Exhibit, Level
from app.errors import Forbidden, Invalid
from app.ledger.audiences import Hearer
from app.ledger.facts import EvidenceReleased
from app.models import Evidence, Release
from app.services.teams.roster import Roster

#: The job sets `effective` for the list's index this long before a release begins; access itself begins on time.
EARLY: Final = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class ReleaseTerms:
    """The terms of a release as a leader states them. Codes, not ids; `None`: without that condition.

    Attributes:
        party: The recipient.
        level: The level, as a word.
        authorities: Only for these authorities of the recipient.
        seats: Only for these members of the recipient.
        not_before: When the release begins.
        until: When it ends.
        purposes: Only for these purposes.
        basis: The consent, rule or clause that the release rests on.
        privilege_checked: Whether the member confirms that the content was checked for privileged material.
    """

    party: str
    level: str
    authorities: Sequence[str] | None = None
    seats: Sequence[str] | None = None
    not_before: datetime | None = None
    until: datetime | None = None
    purposes: Sequence[str] | None = None
    basis: str | None = None
    privilege_checked: bool | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """Terms that were checked, with ids in place of codes."""

    party: UUID
    code: str
    level: Level
    authorities: list[UUID] | None
    seats: list[UUID] | None
    terms: ReleaseTerms
    by_two: bool = False  # a default sharing rule requires a second leader

    def pending(self, now: datetime) -> bool:
        """Return whether the release begins later."""
        return self.terms.not_before is not None and self.terms.not_before > now

    def columns(self, seat: Seat, now: datetime) -> dict[str, Any]:
        """Return the columns of the release row without its key and without copies of the originator's row."""
        return {
            "level": int(self.level),
            "authorities": self.authorities,
            "seats": self.seats,
            "not_before": self.terms.not_before,
            "until": self.terms.until,
            "purposes": list(self.terms.purposes) if self.terms.purposes is not None else None,
            "basis": self.terms.basis,
            "granted_by": seat.id,
            "granted_at": now,
            "effective": self.terms.not_before is None or self.terms.not_before <= now + EARLY,
            "state": "pending" if self.pending(now) else "effective",
        }

    def conditions(self) -> Conditions:
        """Return the terms as input for `access/sharing/decisions.py`."""
        terms = self.terms
        return Conditions(
            self.party, int(self.level), self.authorities, self.seats, terms.not_before, terms.until, terms.purposes
        )

    def hearer(self) -> Hearer:
        """Return the party as recipient of the exhibit's audit log entries from now on."""
        return Hearer(
            self.party,
            self.level,
            tuple(self.authorities) if self.authorities is not None else None,
            tuple(self.seats) if self.seats is not None else None,
        )

    def fact(self, evidence: UUID) -> EvidenceReleased:
        """Return the audit log fact of the release."""
        terms = self.terms
        return EvidenceReleased(
            evidence=evidence,
            concerned=self.party,
            party=self.code,
            level=self.level.word,
            authorities=list(terms.authorities) if terms.authorities is not None else None,
            seats=list(terms.seats) if terms.seats is not None else None,
            not_before=clock.rfc3339(terms.not_before) if terms.not_before else None,
            until=clock.rfc3339(terms.until) if terms.until else None,
            purposes=list(terms.purposes) if terms.purposes is not None else None,
            basis=terms.basis,
            privilege_checked=terms.privilege_checked or None,
        )


def resolve(roster: Roster, seat: Seat, terms: ReleaseTerms, tlp: str, now: datetime, field: str = "") -> Resolved:
    """Look up the codes in the terms and check the terms. Changes nothing.

    Args:
        roster: Codes and names of the team.
        seat: The member who decides.
        terms: The terms.
        tlp: TLP level of the exhibit.
        now: The time of the decision.
        field: Path of the terms in the input, so that errors can name `releases.0.until`.

    Raises:
        Invalid: A code is unknown, or the terms are not acceptable.
        Forbidden: The member may not decide releases.
    """
    dot = f"{field}." if field else ""
    party = roster.party(terms.party, f"{dot}party")
    demand_window(terms, now, dot)
    resolved = Resolved(
        party=party.id,
        code=party.code,
        level=LEVELS[terms.level],
        authorities=roster.authorities_of(party.id, terms.authorities, f"{dot}authorities"),
        seats=roster.seats_of(party.id, terms.seats, f"{dot}seats"),
        terms=replace(terms, purposes=None if terms.purposes is None else sorted(set(terms.purposes))),
    )
    if party.id == seat.party:
        _demand_own(roster, seat, resolved, dot)
        return resolved
    if Permission.RELEASE_GRANT in seat.withheld:
        raise Forbidden("Your party reserves releases to its judicial members.", code="judicial-only")
    if not seat.may(Permission.RELEASE_GRANT):
        raise Forbidden("Only a leader of your party decides what other parties see.", code="needs-leader")
    _demand_marking(resolved, tlp, dot)
    return resolved


def resolve_all(
    roster: Roster, seat: Seat, named: Sequence[ReleaseTerms], tlp: str, now: datetime, field: str
) -> list[Resolved]:
    """Do the same for several terms. Raise `Invalid` also if a party is named twice."""
    resolved = [resolve(roster, seat, terms, tlp, now, f"{field}.{at}") for at, terms in enumerate(named)]
    if len({one.party for one in resolved}) < len(resolved):
        raise Invalid("A party is named twice.", field=field)
    return resolved


def demand_window(terms: ReleaseTerms, now: datetime, dot: str = "") -> None:
    """Raise `Invalid` if the terms have ended, end before they begin, or have an empty list of purposes."""
    if terms.until is not None and terms.until <= now:
        raise Invalid("The end must be in the future.", field=f"{dot}until")
    if terms.until is not None and terms.not_before is not None and terms.until <= terms.not_before:
        raise Invalid("The end must be after the start.", field=f"{dot}until")
    if terms.purposes is not None and not terms.purposes:
        raise Invalid("Choose at least one purpose, or allow all.", field=f"{dot}purposes")


def _demand_own(roster: Roster, seat: Seat, resolved: Resolved, dot: str) -> None:
    """Check the originator's own release: always `held` and unlimited.

    It can be narrowed to named members if these include the deciding member and a leader.
    """
    terms = resolved.terms
    if resolved.level is not Level.HELD:
        raise Invalid("The originator always has full access.", field=f"{dot}level")
    if terms.not_before or terms.until or terms.purposes or resolved.authorities:
        raise Invalid("The access of your own party can only be limited to named members.", field=f"{dot}seats")
    if resolved.seats is not None and not (seat.id in resolved.seats and roster.leads(resolved.party, resolved.seats)):
        raise Invalid("Include yourself and at least one leader, so that somebody can decide.", field=f"{dot}seats")


def _demand_marking(resolved: Resolved, tlp: str, dot: str) -> None:
    """Check TLP 2.0: RED requires named members, AMBER+STRICT one authority."""
    if tlp == "RED" and resolved.seats is None:
        raise Invalid("TLP:RED needs named members. Choose them.", field=f"{dot}seats")
    if tlp == "AMBER_STRICT" and len(resolved.authorities or ()) != 1:
        raise Invalid("TLP:AMBER+STRICT needs one authority. Choose it.", field=f"{dot}authorities")


class ReleaseRow(NamedTuple):
    """The columns of a release or waiting release that comparisons read."""

    evidence: UUID
    party: UUID
    level: int
    authorities: list[UUID] | None
    seats: list[UUID] | None
    not_before: datetime | None
    until: datetime | None
    purposes: list[str] | None
    basis: str | None
    state: str | None = None
    version: int = 0
    court_use: bool | None = None


def conditions(release: Release | ReleaseRow) -> Conditions:
    """Return a release row as input for `access/sharing/decisions.py`."""
    return Conditions(
        party=release.party,
        level=release.level,
        authorities=release.authorities,
        seats=release.seats,
        not_before=release.not_before,
        until=release.until,
        purposes=release.purposes,
        court_use=bool(release.court_use),
    )


def decision_input(
    exhibit: Evidence,
    *,
    acknowledged: bool = False,
    on_hold: bool = False,
    filters: bool = False,
    agreed: bool = True,
) -> Exhibit:
    """Return an exhibit as input for `access/sharing/decisions.py`.

    Args:
        exhibit: The exhibit.
        acknowledged: Whether the member has acknowledged the handling text.
        on_hold: Whether erasure is on hold; only for a decision about erasure.
        filters: Whether the member who asks is a privilege reviewer of the exhibit.
        agreed: Whether all joint originators agreed to erasure; only for a decision about erasure.
    """
    return Exhibit(
        exhibit.originator,
        active=exhibit.status == "active",
        handling=frozenset(exhibit.handling),
        quarantined=exhibit.verification == "waiting",
        privilege=exhibit.privilege,
        filters=filters,
        bound=exhibit.bound,
        acknowledged=acknowledged,
        erased=exhibit.status == "erased",
        on_hold=on_hold,
        due=is_due(exhibit.review_on, clock.now()),
        joint=frozenset(exhibit.joint or ()),
        agreed=agreed,
    )
