"""Default sharing rules of a party: list, add, change and retire them, and apply them to new exhibits.

Only a leader of the party writes rules. Each change appends the complete rule to the audit log; the row holds the
current version.
Not here: the evaluation of rules (`access/sharing/rules.py`), and changed rules for existing exhibits
(`services/sharing/rule_changes.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app import clock
from app.access.seats import Seat
from app.access.sharing import rules
from app.access.sharing.decisions import LEVELS, Level
from app.access.sharing.gates import beyond_the_union
from app.access.sharing.rules import Marked, Outcome, Recipient, Rule
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, NotFound, Stale
from app.ledger import journal
from app.ledger.facts import AccessRuleChanged
from app.models import AccessRule
from app.services.sharing.terms import ReleaseTerms, Resolved, demand_window
from app.services.teams import roster as rosters
from app.services.teams.numbers import random_characters
from app.services.teams.roster import Roster

_CODE_LENGTH: Final = 6
NOTHING: Final = Level.NONE.word


@dataclass(frozen=True, slots=True)
class RuleTerms:
    """The terms that a rule grants, with the clause it cites. Codes, not ids; `None`: no such condition."""

    level: str
    clause: str
    authorities: Sequence[str] | None = None
    seats: Sequence[str] | None = None
    not_before: datetime | None = None
    until: datetime | None = None
    purposes: Sequence[str] | None = None
    four_eyes: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The exhibits and recipients that a rule covers. `None`: any; no party and no kind: all parties."""

    category: str | None = None
    handling: str | None = None
    to_party: str | None = None
    to_kind: str | None = None


async def list_rules(session: Reading, seat: Seat) -> Sequence[AccessRule]:
    """Return the active rules of the member's own party, by code."""
    query = select(AccessRule).where(
        AccessRule.jit == seat.jit, AccessRule.party == seat.party, AccessRule.state == "active"
    )
    return (await session.scalars(query.order_by(AccessRule.code))).all()


async def active_rules(session: Reading, seat: Seat) -> list[Rule]:
    """Return the active rules of the member's own party as input for `access/sharing/rules.py`."""
    return [rule_of(row) for row in await list_rules(session, seat)]


async def add(session: Writing, seat: Seat, cell: Cell, terms: RuleTerms) -> AccessRule:
    """Add a rule.

    Raises:
        Invalid: A field of the cell or of the terms is not acceptable; the error names it.
        Conflict: An active rule covers the same cell already.
    """
    roster = await rosters.of(session, seat.jit)
    rule = _new_row(roster, seat, cell, terms)
    session.add(rule)
    try:
        await session.flush()
    except IntegrityError as error:
        raise Conflict(
            "You already have a rule for the same exhibits and parties. Change that rule.",
            code="rule-exists",
        ) from error
    await _record_change(session, seat, roster, rule, "added", None, None)
    return rule


def draft_rule(roster: Roster, seat: Seat, cell: Cell, terms: RuleTerms) -> Rule:
    """Return a rule that is not saved, as input for `access/sharing/rules.py`.

    Raises:
        Invalid: As for `add`.
    """
    return rule_of(_new_row(roster, seat, cell, terms))


def _new_row(roster: Roster, seat: Seat, cell: Cell, terms: RuleTerms) -> AccessRule:
    if cell.to_party is not None and cell.to_kind is not None:
        raise Invalid("Choose a party or a kind of party, not both.", field="to_kind")
    to_party = None if cell.to_party is None else roster.party(cell.to_party, "to_party").id
    if to_party == seat.party and to_party is not None:
        raise Invalid("Your own party always has full access. Choose another party.", field="to_party")
    assert seat.party is not None
    return AccessRule(
        id=clock.new_id(),
        jit=seat.jit,
        party=seat.party,
        code=f"{seat.party_code}-R-{random_characters(_CODE_LENGTH)}",
        category=cell.category,
        handling=cell.handling,
        to_party=to_party,
        to_kind=cell.to_kind,
        state="active",
        version=1,
        **_columns(roster, seat, to_party, terms),
    )


async def change(
    session: Writing, seat: Seat, rule_id: UUID, terms: RuleTerms, *, expected: int, reason: str
) -> AccessRule:
    """Replace the terms of a rule.

    Args:
        session: The transaction of the request.
        seat: The leader.
        rule_id: The rule.
        terms: The new terms.
        expected: Version of the rule that the leader saw.
        reason: The reason, for the audit log.

    Raises:
        NotFound: The member's party has no such active rule.
        Stale: The rule changed since the leader saw it.
        Invalid: A term is not acceptable, or nothing differs.
    """
    roster = await rosters.of(session, seat.jit)
    rule = await _lock_rule(session, seat, roster, rule_id, expected)
    before = rule_fields(rule, roster)
    for name, value in _columns(roster, seat, rule.to_party, terms).items():
        setattr(rule, name, value)
    after = rule_fields(rule, roster)
    former = {name: before[name] for name in after if before[name] != after[name]}
    if not former:
        raise Invalid("The rule already has these values.", field="level")
    rule.version += 1
    await session.flush()
    await _record_change(session, seat, roster, rule, "changed", former, reason)
    return rule


async def retire(session: Writing, seat: Seat, rule_id: UUID, *, expected: int, reason: str) -> None:
    """Retire a rule. Its releases stay until the changed rules are applied (`services/sharing/rule_changes.py`).

    Raises:
        NotFound: The member's party has no such active rule.
        Stale: The rule changed since the leader saw it.
    """
    roster = await rosters.of(session, seat.jit)
    rule = await _lock_rule(session, seat, roster, rule_id, expected)
    rule.state, rule.decided_by, rule.decided_at = "retired", seat.id, clock.now()
    rule.version += 1
    await session.flush()
    await _record_change(session, seat, roster, rule, "retired", None, reason)


def releases_by_rules(
    roster: Roster, seat: Seat, rules_in_force: Sequence[Rule], exhibit: Marked, now: datetime
) -> list[Resolved]:
    """Return the releases that the rules `rules_in_force` grant for an exhibit, one per receiving party."""
    found = [rules.outcome(rules_in_force, exhibit, one, now) for one in recipients(roster, seat.party)]
    return [release_of_outcome(one, roster) for one in found if one.level]


def release_of_outcome(outcome: Outcome, roster: Roster) -> Resolved:
    """Return the release that an outcome grants. The outcome must have a level above `none`."""
    given = outcome.release
    code = roster.party_code(given.party)
    return Resolved(
        party=given.party,
        code=code,
        level=outcome.level,
        authorities=None if given.authorities is None else sorted(given.authorities),
        seats=None if given.seats is None else sorted(given.seats),
        terms=ReleaseTerms(
            party=code,
            level=outcome.level.word,
            authorities=roster.authority_codes(given.authorities),
            seats=roster.seat_codes(given.seats),
            not_before=given.not_before,
            until=given.until,
            purposes=None if given.purposes is None else sorted(given.purposes),
            basis=outcome.basis,
        ),
        by_two=outcome.by_two,
    )


def recipients(roster: Roster, originator: UUID | None) -> list[Recipient]:
    """Return every party except the originator, as input for `access/sharing/rules.py`."""
    return [
        Recipient(
            row.id,
            row.kind,
            active=row.status == "active",
            gated=beyond_the_union(row.kind),
            seats=frozenset(one.id for one in roster.seats if one.party == row.id and one.state != "ended"),
        )
        for row in roster.parties
        if row.id != originator
    ]


def rule_of(row: AccessRule) -> Rule:
    """Return a row as input for `access/sharing/rules.py`."""
    return Rule(
        code=row.code,
        clause=row.clause,
        level=Level(row.level),
        category=row.category,
        handling=row.handling,
        party=row.to_party,
        kind=row.to_kind,
        authorities=row.authorities,
        seats=row.seats,
        not_before=row.not_before,
        until=row.until,
        purposes=row.purposes,
        four_eyes=row.four_eyes,
    )


def rule_fields(rule: AccessRule, roster: Roster) -> dict[str, Any]:
    """Return the terms and clause of a rule in codes, for the audit log and for `Stale` errors."""
    return {
        "level": Level(rule.level).word,
        "authorities": roster.authority_codes(rule.authorities),
        "seats": roster.seat_codes(rule.seats),
        "not_before": clock.rfc3339(rule.not_before) if rule.not_before else None,
        "until": clock.rfc3339(rule.until) if rule.until else None,
        "purposes": rule.purposes,
        "four_eyes": rule.four_eyes,
        "clause": rule.clause,
    }


def _columns(roster: Roster, seat: Seat, to_party: UUID | None, terms: RuleTerms) -> dict[str, Any]:
    """Return the columns that a decision sets. Raise `Invalid` if the terms contradict each other."""
    now = clock.now()
    narrowed = {"authorities": terms.authorities, "seats": terms.seats}
    conditions = narrowed | {"not_before": terms.not_before, "until": terms.until, "purposes": terms.purposes}
    for name, value in (conditions | {"four_eyes": terms.four_eyes or None}).items():
        if value is not None and terms.level == NOTHING:
            raise Invalid("A rule without access cannot have conditions.", field=name)
    for name, value in narrowed.items():
        if value is not None and to_party is None:
            raise Invalid("Only a rule for one party can name its members.", field=name)
    purposes = None if terms.purposes is None else sorted(set(terms.purposes))
    demand_window(ReleaseTerms("", terms.level, not_before=terms.not_before, until=terms.until, purposes=purposes), now)
    return {
        "level": int(LEVELS.get(terms.level, Level.NONE)),
        "authorities": None if to_party is None else roster.authorities_of(to_party, terms.authorities, "authorities"),
        "seats": None if to_party is None else roster.seats_of(to_party, terms.seats, "seats"),
        "not_before": terms.not_before,
        "until": terms.until,
        "purposes": purposes,
        "four_eyes": terms.four_eyes,
        "clause": terms.clause,
        "decided_by": seat.id,
        "decided_at": now,
    }


async def _lock_rule(session: Writing, seat: Seat, roster: Roster, rule_id: UUID, expected: int) -> AccessRule:
    """Lock and return an active rule of the member's own party. Raise `NotFound` or `Stale`."""
    query = select(AccessRule).where(
        AccessRule.id == rule_id,
        AccessRule.jit == seat.jit,
        AccessRule.party == seat.party,
        AccessRule.state == "active",
    )
    rule = (await session.scalars(query.with_for_update())).one_or_none()
    if rule is None:
        raise NotFound
    if rule.version != expected:
        raise Stale(
            "Another user changed the rule. Reload it.",
            extra={"current": rule_fields(rule, roster) | {"code": rule.code, "version": rule.version}},
        )
    return rule


async def _record_change(
    session: Writing,
    seat: Seat,
    roster: Roster,
    rule: AccessRule,
    change: str,
    former: dict[str, Any] | None,
    reason: str | None,
) -> None:
    hearing: list[tuple[UUID, None]] = [(rule.party, None)]
    if rule.to_party is not None:
        hearing.append((rule.to_party, None))
    fact = AccessRuleChanged(
        hearing=tuple(hearing),
        rule=rule.id,
        code=rule.code,
        change=change,
        category=rule.category,
        handling=rule.handling,
        to_party=roster.party_code(rule.to_party) if rule.to_party else None,
        to_kind=rule.to_kind,
        version=rule.version,
        former=former,
        reason=reason,
        **rule_fields(rule, roster),
    )
    await journal.append(session, seat, fact)
