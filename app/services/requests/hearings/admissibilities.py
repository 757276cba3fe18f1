"""Admissibility of exhibits: what the law of a forum needs, which exhibit meets it, who reviewed it, and why.

A party assesses for a country; the originator of the exhibit reads it too, unless it is outside the Union. An assessment
is never changed: a later one replaces it. Needs are proposed from the card of the country, and stated in words. An
assessment whose need was taken from the card records the value on which it relied, and a later one the present value.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.requests import card_facts, hearing_checks
from app.access.requests.card_facts import Fact, NotRecorded
from app.access.requests.hearing_checks import State
from app.access.seats import Seat
from app.access.sharing.gates import beyond_the_union
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts.requests.hearings import AdmissibilityAssessed
from app.models import Admissibility, AdmissibilityPaper, Evidence, ReferenceUse
from app.services.evidence import exhibits
from app.services.reference import records
from app.services.requests import recipients
from app.services.requests.hearings import languages
from app.services.requests.uses import recording
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class NewAssessment:
    """An assessment as a member states it.

    `replaces`: the one that it replaces, whose country, need and topic it keeps. `topic`: the value of the country card from
    which the need was taken.
    """

    status: str
    reason: str
    country: str | None = None
    need: str | None = None
    topic: str | None = None
    paper: UUID | None = None
    replaces: UUID | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """An exhibit that meets a need, as far as the member sees it."""

    id: UUID
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """An assessment that no later one replaces, with the earlier ones, newest first.

    `topic`: the value of the country card from which its need was taken, for members of its party.
    """

    row: Admissibility
    paper: Paper | None
    topic: str | None
    earlier: Sequence[Admissibility]


@dataclass(frozen=True, slots=True)
class ForumTranslation:
    """Whether a translation for the courts of a country is recorded: `missing`, `check` or `met`.

    `language`: of the exhibit. `wanted`: languages of the country's party.
    """

    country: str
    state: State
    language: str
    wanted: Sequence[str]


@dataclass(frozen=True, slots=True)
class Passport:
    """The assessments of an exhibit that the member may read, and translations for the same countries."""

    assessments: Sequence[Assessment]
    translations: Sequence[ForumTranslation]
    roster: Roster


async def read(session: Reading, seat: Seat, evidence: UUID, country: str | None = None) -> Passport:
    """Return the assessments of an exhibit, and what is known about translations for their countries and `country`.

    Raises:
        NotFound: The exhibit is absent or invisible.
    """
    await exhibits.demand_visible(session, evidence)
    assessments = await current(session, seat, [evidence])
    countries = {one.row.country for one in assessments} | ({country} if country else set())
    translations = await _translations(session, seat, evidence, countries)
    return Passport(assessments, translations, await rosters.of(session, seat.jit))


async def _translations(
    session: Reading, seat: Seat, evidence: UUID, countries: Collection[str]
) -> list[ForumTranslation]:
    """Return a line for each country whose party has languages of which the exhibit's is none, or not the only one."""
    if not countries:
        return []
    spoken = (await languages.of_exhibits(session, [evidence]))[evidence]
    if spoken.language is None:
        return []
    found = list[ForumTranslation]()
    for country, wanted in sorted((await languages.of_countries(session, seat, countries)).items()):
        judged = hearing_checks.translation(spoken.language, spoken.translations, wanted) if wanted else None
        if judged is not None:
            found.append(ForumTranslation(country, judged[0], spoken.language, sorted(wanted)))
    return found


async def current(session: Reading, seat: Seat, evidence: Collection[UUID]) -> list[Assessment]:
    """Return the assessments of these exhibits that no later one replaces, by country and need."""
    query = select(Admissibility).where(Admissibility.jit == seat.jit, Admissibility.evidence.in_(evidence))
    rows = {row.id: row for row in await session.scalars(query.order_by(Admissibility.id))}
    replaced = {row.replaces for row in rows.values()}
    papers, topics = await _papers(session, list(rows)), await _topics(session, list(rows))
    found = []
    for row in rows.values():
        if row.id in replaced:
            continue
        earlier, before = list[Admissibility](), row.replaces
        while before is not None and before in rows:
            earlier.append(rows[before])
            before = rows[before].replaces
        found.append(Assessment(row, papers.get(row.id), topics.get(row.id), earlier))
    return sorted(found, key=lambda one: (one.row.country, one.row.need, one.row.id))


async def _papers(session: Reading, assessments: Sequence[UUID]) -> dict[UUID, Paper]:
    query = (
        select(AdmissibilityPaper.admissibility, Evidence.id, Evidence.exhibit_number, Evidence.title)
        .join(Evidence, Evidence.id == AdmissibilityPaper.evidence)
        .where(AdmissibilityPaper.admissibility.in_(assessments))
    )
    return {row[0]: Paper(row[1], str(row[2]), row[3]) for row in await session.execute(query)}


async def _topics(session: Reading, assessments: Collection[UUID]) -> dict[UUID, str]:
    query = select(ReferenceUse.admissibility, ReferenceUse.field).where(ReferenceUse.admissibility.in_(assessments))
    return {row[0]: row[1] for row in await session.execute(query) if row[0] is not None}


async def assess(session: Writing, seat: Seat, evidence: UUID, what: NewAssessment) -> None:
    """Record an assessment of the member's party.

    Raises:
        NotFound: The exhibit is absent or invisible.
        Forbidden: The member belongs to no party, or another party assessed the need.
        Conflict: Another member assessed the need at the same time.
        Invalid: The need, the country or the replaced assessment is missing, or the paper is absent or invisible.
    """
    if seat.party is None:
        raise Forbidden("Only members of a party can assess admissibility.", code="no-party")
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    former = await _former(session, seat, evidence, what.replaces)
    paper = await _paper(session, evidence, what.paper)
    country, need = (former.country, former.need) if former else (what.country, what.need)
    if country is None or need is None:
        raise Invalid("State the country and what its law needs.", field="country" if country is None else "need")
    topic = (await _topics(session, [former.id])).get(former.id) if former else what.topic
    if former is None and topic is not None:
        await _demand_recorded(session, country, topic)
    row = _row(seat, evidence, what, country, need)
    done = insert(Admissibility).values(row).on_conflict_do_nothing(index_elements=["replaces"])
    if await session.scalar(done.returning(Admissibility.id)) is None:
        raise _replaced()
    if paper is not None:
        session.add(AdmissibilityPaper(admissibility=row["id"], evidence=paper.id, jit=seat.jit, party=seat.party))
        await session.flush()
    fact = AdmissibilityAssessed(
        admissibility=row["id"],
        evidence=evidence,
        hearing=await _audience(session, seat, exhibit),
        exhibit=str(evidence),
        exhibit_number=exhibit.exhibit_number,
        country=country,
        need=need,
        status=what.status,
        former=former.status if former else None,
        paper=paper.number if paper else None,
        reason=what.reason,
    )
    await journal.append(session, seat, fact)
    if topic is not None:
        await recording.of_admissibility(session, row, topic)


def _row(seat: Seat, evidence: UUID, what: NewAssessment, country: str, need: str) -> dict[str, Any]:
    return {
        "id": clock.new_id(),
        "jit": seat.jit,
        "evidence": evidence,
        "party": seat.party,
        "country": country,
        "need": need,
        "status": what.status,
        "reason": what.reason,
        "replaces": what.replaces,
        "reviewer": seat.id,
        "reviewed_at": clock.now(),
    }


async def _demand_recorded(session: Reading, country: str, topic: str) -> None:
    facts, _ = await proposals(session, country)
    if topic not in {one.field for one in facts}:
        raise Invalid("The card of this country does not hold this value.", field="topic")


async def _former(session: Reading, seat: Seat, evidence: UUID, wanted: UUID | None) -> Admissibility | None:
    if wanted is None:
        return None
    query = select(Admissibility).where(Admissibility.id == wanted, Admissibility.evidence == evidence)
    found = (await session.scalars(query)).one_or_none()
    if found is None:
        raise Invalid("This assessment does not exist. Reload the exhibit.", field="replaces")
    if found.party != seat.party:
        raise Forbidden("Only the party that made this assessment can change it.", code="not-your-assessment")
    if await session.scalar(select(Admissibility.id).where(Admissibility.replaces == wanted)) is not None:
        raise _replaced()
    return found


async def _paper(session: Reading, evidence: UUID, wanted: UUID | None) -> Paper | None:
    if wanted is None:
        return None
    found = (await session.scalars(select(Evidence).where(Evidence.id == wanted))).one_or_none()
    if found is None:
        raise Invalid("This exhibit does not exist, or you do not have access to it.", field="paper")
    if wanted == evidence:
        raise Invalid("An exhibit cannot meet its own need. Choose another one.", field="paper")
    return Paper(found.id, found.exhibit_number, found.title)


def _replaced() -> Conflict:
    return Conflict("Another member assessed this need in the meantime. Reload the exhibit.", code="replaced-already")


async def _audience(session: Reading, seat: Seat, exhibit: Evidence) -> recipients.Hearing:
    """Return who reads the entry: the assessing party, and those that obtained the exhibit within the Union."""
    assert seat.party is not None
    roster = await rosters.of(session, seat.jit)
    originators = {exhibit.originator, *(exhibit.joint or ())}
    told = {one for one in originators if not beyond_the_union(roster.party_kind(one)) and not roster.has_left(one)}
    return recipients.of_parties({seat.party, *told}, roster)


async def proposals(session: Reading, country: str) -> tuple[list[Fact], list[NotRecorded]]:
    """Return what the card of a country says about evidence and hearings, and what it does not hold."""
    return card_facts.of_forum(country, await records.country(session, country))
