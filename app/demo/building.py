"""Builds a team: founds it, adds its members, and registers its exhibits with files and releases, each once."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access import seats
from app.access.roles import Role
from app.access.seats import PartyKind, Person, Seat
from app.api.context import AppContext
from app.database import Writing
from app.demo.people import PLACES, Place
from app.demo.spec import Exhibit, Release, Upload
from app.demo.teams import TeamSpec
from app.models import Evidence, Member
from app.services.evidence import files
from app.services.evidence import registration as registrations
from app.services.evidence.registration import Registration
from app.services.sharing import releases
from app.services.sharing.terms import ReleaseTerms
from app.services.teams import jits, members, proposals
from app.services.teams import roster as rosters
from app.services.teams.jits import Founding
from app.services.teams.parties import NewAuthority, NewParty
from app.services.teams.proposal_rules import Proposal
from app.vault import intake, reading, sniffing
from app.vault.places import Place as FilePlace


@dataclass(frozen=True, slots=True)
class Team:
    """A team that was built.

    Attributes:
        context: The application context.
        spec: Its description.
        seats: Seats by e-mail address.
        exhibits: Ids of exhibits by their key in the catalogue.
    """

    context: AppContext
    spec: TeamSpec
    seats: dict[str, Seat]
    exhibits: dict[str, UUID] = field(default_factory=dict)


async def team(context: AppContext, people: dict[str, Person], spec: TeamSpec) -> Team:
    """Found the team and add its members, unless they exist.

    The founder comes first, then the first leader of each party, then the others.
    """
    places = [place for place in PLACES if place.team == spec.key]
    founder = people[places[0].email]
    async with context.database.writing() as session:
        jit = next(
            (jit.id for jit, _ in await members.list_of_person(session, founder) if jit.reference == spec.reference),
            None,
        )
    if jit is None:
        async with context.database.writing() as session:
            founding = _founding(spec, places[0])
            jit = (await jits.found(session, founder, context.ledger_keys, context.settings.ledger_name, founding)).jit
    seated = {}
    for place in places:
        seated[place.email] = await _seat(context, people, jit, places, place)
    return Team(context, spec, seated)


def _founding(spec: TeamSpec, founder: Place) -> Founding:
    return Founding(
        name=spec.name,
        reference=spec.reference,
        agreement_signed_on=spec.agreement_signed_on,
        time_zone=spec.time_zone,
        founder_party=founder.party or "",
        founder_authority=founder.authority or "",
        founder_function=founder.function,
        parties=[
            NewParty(
                party.code,
                party.name,
                PartyKind(party.kind),
                party.time_zone,
                party.languages,
                [NewAuthority(one.code, one.name, one.kind) for one in party.authorities],
            )
            for party in spec.parties
        ],
    )


async def _seat(context: AppContext, people: dict[str, Person], jit: UUID, places: list[Place], place: Place) -> Seat:
    """Return the person's seat; propose and confirm it if it does not exist."""
    found = await _taken(context, people[place.email], jit)
    if found is not None:
        return found
    async with context.database.writing() as session:
        coordinator = await seats.take(session, people[places[0].email], jit)
        assert coordinator is not None
        standing = await session.scalar(select(Member.id).where(Member.jit == jit, Member.email == place.email))
        code = None
        if standing is None:
            roles = [Role(role) for role in place.roles]
            name = people[place.email].name
            proposal = Proposal(place.party, place.authority, place.email, name, roles, place.function)
            proposed, code = await proposals.propose(session, coordinator, proposal)
            standing = proposed.member.id
        if code is not None:  # redeemed in the same transaction: an interruption leaves no code that nobody knows
            await members.redeem(session, people[place.email], code)
    for email in _confirming(places, place) if code is None else ():
        async with context.database.writing() as session:
            leader = await seats.take(session, people[email], jit)
            assert leader is not None
            await members.confirm(session, leader, standing, people[place.email].name)
    seat = await _taken(context, people[place.email], jit)
    assert seat is not None, place
    return seat


async def _taken(context: AppContext, person: Person, jit: UUID) -> Seat | None:
    async with context.database.reading() as session:
        return await seats.take(session, person, jit)


def _confirming(places: list[Place], place: Place) -> list[str]:
    """Return who confirms the seat: the party's first leader, or one of each party for the auditor of the team."""
    leaders: dict[str | None, str] = {}
    for one in places:
        if "leader" in one.roles:
            leaders.setdefault(one.party, one.email)
    return list(leaders.values()) if place.party is None else [leaders[place.party]]


async def exhibit(team: Team, spec: Exhibit) -> None:
    """Register an exhibit, store its files and release it, unless that was done."""
    registrant = team.seats[spec.registered_by]
    leads = Role.LEADER in registrant.roles
    terms = [_terms(team, release) for release in spec.releases]
    async with team.context.database.writing(registrant.requester) as session:
        found = await session.scalar(select(Evidence.id).where(Evidence.title == spec.title))
        if found is None:
            registration = _registration(spec, terms if leads else [])
            found = (await registrations.register(session, registrant, registration)).evidence.id
            for upload in spec.files:
                await _send(team, session, registrant, found, upload)
    team.exhibits[spec.key] = found
    for one in terms if not leads else ():
        stated = one.basis or ("Agreed between the leaders" if "H2" in spec.marking.handling else None)
        await _grant(team, spec.originator, found, replace(one, basis=stated, privilege_checked=True))


def _registration(spec: Exhibit, terms: list[ReleaseTerms]) -> Registration:
    obtained = spec.provenance
    return Registration(
        title=spec.title,
        kind=spec.kind,
        category=spec.category,
        obtained={
            "description": spec.description,
            "acquired_at": obtained.acquired_at,
            "acquired_zone": obtained.acquired_zone,
            "acquired_by": obtained.acquired_by,
            "place": obtained.place,
            "legal_basis": obtained.legal_basis,
            "content_language": spec.language,
        },
        handling=spec.marking.handling,
        handling_text=spec.marking.text,
        tlp=spec.marking.tlp,
        declared_hashes=[
            {"algorithm": one.algorithm, "value": one.value, "of": one.of} for one in spec.declared_hashes
        ],
        releases=terms,
        privilege_checked=True,
    )


def _terms(team: Team, release: Release) -> ReleaseTerms:
    return ReleaseTerms(
        party=release.party,
        level=release.level,
        authorities=release.authorities,
        seats=None if release.people is None else [team.seats[email].code for email in release.people],
        not_before=_from_now(release.not_before),
        until=_from_now(release.until),
        purposes=release.purposes,
        basis=release.basis,
    )


def _from_now(after: timedelta | None) -> datetime | None:
    return None if after is None else clock.now() + after


async def _send(team: Team, session: Writing, seat: Seat, evidence_id: UUID, upload: Upload) -> None:
    """Store a file in the vault and record it, in the transaction that registers its exhibit."""
    content, vault, bounds = upload.read(), team.context.vault, team.context.bounds
    file = await files.announce(
        session,
        seat,
        evidence_id,
        name=upload.name,
        size_bytes=len(content),
        sha256=upload.declared_sha256,
        bounds=bounds,
    )
    place = FilePlace(seat.jit, evidence_id, file.id)
    await vault.begin(place)
    with vault.locks.hold(place) as hold:
        received = await intake.receive(vault, hold, 0, _once(content), intake.UploadTerms(room=len(content)))
        assert received.segment is not None
        recorded = await files.record(session, seat, place, received.segment, bounds)
        segments = [received.segment]
        sha256 = received.sha256 or await reading.sha256(vault, hold, segments)
        media_type = await sniffing.of_file(vault, place, segments)
        await files.complete(session, seat, recorded, sha256=sha256, media_type=media_type)


async def _once(data: bytes) -> AsyncIterator[bytes]:
    yield data


async def _grant(team: Team, originator: str, evidence_id: UUID, terms: ReleaseTerms) -> None:
    """Let a leader of the originator release an exhibit that a contributor registered."""
    place = next(
        one for one in PLACES if one.team == team.spec.key and one.party == originator and "leader" in one.roles
    )
    leader = team.seats[place.email]
    async with team.context.database.writing(leader.requester) as session:
        standing = {row.party for row in await releases.list_releases(session, evidence_id)}
        party = next(one for one in (await rosters.of(session, leader.jit)).parties if one.code == terms.party)
        if party.id not in standing:
            await releases.grant(session, leader, evidence_id, terms, expected=None, creates=True)
