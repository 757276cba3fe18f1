"""Derived exhibits: their parents, what they inherit, and who may see them.

A member with release level `held` may derive an exhibit from it (`Act.DERIVE`). The child bears the strictest markings
of all parents. The release to its own party names only people whom every parent's release admits. No other release goes
beyond the releases of the parents that bind it.

The database enforces this for each row, and narrows the child's releases when a parent changes (`bounds`, `keep_within`
in `app/schema`). Releases of a parent to other parties are not read here.

Not here: the rule itself (`access/sharing/derivations.py`).
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, select, text

from app import clock
from app.access.reasons import sentence
from app.access.roles import Role
from app.access.seats import Seat
from app.access.sharing import derivations as derivation_rules
from app.access.sharing.decisions import Act, Exhibit, Level, Purpose, decide
from app.access.sharing.derivations import Marks
from app.access.sharing.joint import obtained_by
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.i18n.phrases import Phrase
from app.models import Derivation, Evidence, Member, Provenance, Release
from app.services.sharing.terms import Resolved, conditions


@dataclass(frozen=True, slots=True)
class Named:
    """A parent as named in a registration."""

    evidence: UUID
    how: str


@dataclass(frozen=True, slots=True)
class Parent:
    """An exhibit from which the member may derive, with the release to the member's party."""

    exhibit: Evidence
    release: Release
    text: str | None


@dataclass(frozen=True, slots=True)
class Inheritance:
    """Restrictions that a child inherits: the strictest of all parents.

    Attributes:
        parents: The parents.
        marks: Handling codes, TLP level and handling texts.
        names: Members of the own party whom the parents admit; `None` for all its leaders and contributors.
        purposes: Purposes for which the own party may use it; `None` for any.
        bound: Whether parents of other originators bind it. Then no default sharing rule releases it.
        barred: The only parties to which it may be released; `None` if no parent bears H2.
    """

    parents: Sequence[Parent]
    marks: Marks
    names: Sequence[UUID] | None
    purposes: Sequence[str] | None
    bound: bool
    barred: frozenset[UUID] | None

    def text(self) -> str | None:
        """Return all handling texts as one text, so that one acknowledgement covers all of them."""
        return "\n\n".join(self.marks.texts) or None


class Related(NamedTuple):
    """A derivation, and the exhibit at its other end."""

    derivation: Derivation
    exhibit: Evidence


NOTHING: Final = Inheritance((), Marks(frozenset(), ""), None, None, bound=False, barred=None)


async def inherit(session: Reading, seat: Seat, named: Sequence[UUID], own: Marks) -> Inheritance:
    """Return what an exhibit with these parents inherits in addition to its own markings.

    Raises:
        NotFound: A parent is absent or invisible to the member.
        Forbidden: The member may not derive from a parent.
        Conflict: No leader of the member's party could decide about the child.
    """
    parents = [await _parent(session, seat, one) for one in named]
    others = [one for one in parents if one.exhibit.originator != seat.party or one.exhibit.joint]
    binding = [one for one in parents if one in others or one.exhibit.bound]
    barring = [one.exhibit for one in others if "H2" in one.exhibit.handling]
    return Inheritance(
        parents,
        derivation_rules.marks(own, [_marks(one) for one in parents]),
        await _names(session, seat, parents),
        _purposes(seat, binding),
        bool(binding),
        frozenset(who for one in barring for who in (one.originator, *(one.joint or ()))) if barring else None,
    )


async def lock_parents(session: Writing, named: Sequence[UUID]) -> None:
    """Lock these exhibits and their releases until the transaction ends."""
    await session.execute(_LOCK_PARENTS, {"parents": sorted(named)})


async def list_links(session: Reading, evidence: UUID) -> tuple[list[Related], list[Related]]:
    """Return the parents and the children of an exhibit that the member sees.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
    """
    if await session.scalar(select(Evidence.id).where(Evidence.id == evidence)) is None:
        raise NotFound
    parents = select(Derivation, Evidence).join(Evidence, Evidence.id == Derivation.parent)
    children = select(Derivation, Evidence).join(Evidence, Evidence.id == Derivation.child)
    return (
        [
            Related(*row)
            for row in await session.execute(parents.where(Derivation.child == evidence).order_by(Evidence.id))
        ],
        [
            Related(*row)
            for row in await session.execute(children.where(Derivation.parent == evidence).order_by(Evidence.id))
        ],
    )


async def sources_of(session: Reading, exhibits: Collection[UUID]) -> Mapping[UUID, Mapping[UUID, str]]:
    """Return the sources of each of these exhibits, direct ones first, with their numbers.

    A source that the member does not see is left out, with those that only it leads to.
    """
    found = {one: dict[UUID, str]() for one in exhibits}
    ahead = {one: {one} for one in exhibits}
    while asked := {id_ for ids in ahead.values() for id_ in ids}:
        parents = await _parents_of(session, asked)
        for one, ids in ahead.items():
            reached = {id_: number for child in ids for id_, number in parents[child].items() if id_ not in found[one]}
            found[one] |= reached
            ahead[one] = set(reached)
    return found


async def _parents_of(session: Reading, children: Collection[UUID]) -> Mapping[UUID, Mapping[UUID, str]]:
    query = (
        select(Derivation.child, Evidence.id, Evidence.exhibit_number)
        .join(Evidence, Evidence.id == Derivation.parent)
        .where(Derivation.child.in_(list(children)))
        .order_by(Evidence.id)
    )
    parents = defaultdict[UUID, dict[UUID, str]](dict)
    for child, parent, number in await session.execute(query):
        parents[child][parent] = number
    return parents


async def _parent(session: Reading, seat: Seat, evidence: UUID) -> Parent:
    query = (
        select(Evidence, Release, Provenance.handling_text)
        .join(
            Release, (Release.jit == Evidence.jit) & (Release.evidence == Evidence.id) & (Release.party == seat.party)
        )
        .outerjoin(Provenance, Provenance.evidence == Evidence.id)
        .where(Evidence.id == evidence)
        .execution_options(populate_existing=True)
    )
    row = (await session.execute(query)).one_or_none()
    if row is None:
        raise NotFound
    exhibit, release, handling_text = row
    facts = Exhibit(
        exhibit.originator,
        active=exhibit.status == "active",
        handling=frozenset(exhibit.handling),
        quarantined=exhibit.verification == "waiting",
        privilege=exhibit.privilege,
    )
    decision = decide(seat, facts, [conditions(release)], clock.now(), Act.DERIVE)
    if decision.level is Level.NONE:
        raise NotFound
    if not decision.allowed:
        code = decision.because[0]
        raise Forbidden(
            Phrase("{number}: {reason}", number=exhibit.exhibit_number, reason=sentence(code)),
            code=code.replace("_", "-"),
            tried=Act.DERIVE,
            about=exhibit.id,
        )
    return Parent(exhibit, release, handling_text)


def _marks(parent: Parent) -> Marks:
    texts = () if parent.text is None else (parent.text,)
    return Marks(frozenset(parent.exhibit.handling), parent.exhibit.tlp, texts)


async def _names(session: Reading, seat: Seat, parents: Sequence[Parent]) -> Sequence[UUID] | None:
    """Return the members of the own party whom every parent admits; `None` for all its leaders and contributors.

    Raises:
        Conflict: None of them is a leader.
    """
    everybody = select(Member.id, Member.authority, Member.roles).where(
        Member.jit == seat.jit, Member.party == seat.party, Member.state == "seated"
    )
    people = (await session.execute(everybody)).all()
    plain = {one.id for one in people if {Role.LEADER, Role.MEMBER} & set(one.roles)}
    admitting = [replace(conditions(one.release), purposes=None, not_before=None, until=None) for one in parents]
    common = derivation_rules.strictest(admitting, plain)
    assert common is not None, "the asker is admitted by each"
    if common.seats is None and common.authorities is None:
        return None
    names = sorted(
        one.id
        for one in people
        if (one.id in plain if common.seats is None else one.id in common.seats)
        and (common.authorities is None or one.authority in common.authorities)
    )
    if not any(one.id in names and Role.LEADER in one.roles for one in people):
        raise Conflict(
            "No leader of your party has access to the source exhibits, so nobody could decide on this one.",
            code="nobody-could-decide",
        )
    return names


def _purposes(seat: Seat, binding: Sequence[Parent]) -> Sequence[str] | None:
    """Return the purposes that all binding parents admit, and JIT management, which remains after a recall.

    Same rule as `own_purposes()` in the database.
    """
    if not binding:
        return None
    admitted = (
        derivation_rules.purposes(
            conditions(one.release), own=obtained_by(seat.party, one.exhibit.originator, one.exhibit.joint)
        )
        for one in binding
    )
    return sorted(frozenset.intersection(*admitted) | {Purpose.JIT_MANAGEMENT.value})


def demand_named_within(inheritance: Inheritance, resolved: Sequence[Resolved], party: UUID, field: str) -> None:
    """Check that the member names only people of its own party whom every parent admits.

    Raises:
        Invalid: A release to the own party names others, or names nobody.
    """
    for at, one in enumerate(resolved):
        if one.party != party or inheritance.names is None:
            continue
        if one.seats is None or not set(one.seats) <= set(inheritance.names):
            raise Invalid(
                "Some of these members of your party have no access to a source exhibit.",
                field=f"{field}.{at}.seats",
            )


_LOCK_PARENTS: Final = text("select hold_parents(:parents)").bindparams(bindparam("parents", type_=ARRAY(Uuid)))
