"""Notices, challenges, forms, hearings, assessments, tasks: an entry admits only the values that it states."""

from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.access.seats import Seat
from app.ledger import journal
from app.ledger.facts.coordination.tasks import TaskTied
from app.ledger.facts.fact import Fact
from app.ledger.facts.requests import hearings as hearing_facts
from app.ledger.facts.requests import notices as notice_facts
from app.ledger.facts.requests.requests import RequestFormSaved
from tests.factories import hearings, notices, requests, tasks
from tests.factories.evidence import register
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt, seat_of

STATED: Final = "stands in its ledger, with its values"
CHALLENGE: Final = (
    "insert into notice_challenges (id, jit, notice, party, kind, received_on, is_blocked, recorded_by, recorded_at)"
    " values (:one, :jit, :key, :party, 'deletion', '2026-05-16', false, :seat, now())"
)
HEARING: Final = (
    "insert into hearings (id, jit, party, title, country, court, held_at, zone, created_by, created_at, updated_at)"
    " values (:one, :jit, :party, 'Trial', 'NL', 'Rechtbank', '2030-03-14T08:30:00Z', 'Europe/Amsterdam', :seat, now(), now())"
)
ASSESSMENT: Final = (
    "insert into admissibilities (id, jit, evidence, party, country, need, status, reason, reviewer, reviewed_at)"
    " values (:one, :jit, :exhibit, :party, 'NL', 'Chain of custody', 'met', 'Filed', :seat, now())"
)


async def write(team: Team, fact: Fact, statement: str, binds: dict[str, Any]) -> None:
    """Run a statement of a Dutch leader past the services, in one transaction with this entry."""
    seat = await seat_of(team, "noor")
    values = {"jit": seat.jit, "party": seat.party, "seat": seat.id} | binds
    async with team.context.database.writing(seat.requester) as session:
        await session.execute(text(statement), values)
        await journal.append(session, seat, fact)


def own(seat: Seat, **subject: Any) -> dict[str, Any]:
    """Return the fields of every fact that only the party hears."""
    return {"hearing": ((seat.party, None),)} | subject


async def test_entry_about_a_notice_admits_no_other_content_challenge_or_link(team: Team) -> None:
    seat, one = await seat_of(team, "noor"), uuid4()
    notice, exhibit = await notices.create(team), await register(team)
    key = {"key": UUID(notice["id"])}
    about = own(seat, notice=key["key"], number=notice["number"])
    stated: dict[str, Any] = {"challenge": one, "challenge_kind": "deletion", "received_on": "2026-05-16"}
    await write(team, notice_facts.NoticeChallenged(**about, **stated), CHALLENGE, key | {"one": one})
    blocked = {"is_blocked": {"from": False, "to": True}}
    linked: dict[str, Any] = {
        "exhibit": exhibit["id"],
        "exhibit_number": exhibit["exhibit_number"],
        "exhibit_kind": "photograph",
    }
    told = notice_facts.NoticeChallengeChanged(**about, challenge=one, changes=blocked)
    forged: list[tuple[Fact, str]] = [
        (
            notice_facts.NoticeChanged(**about, changes={"purpose": {"from": None, "to": "Other"}}),
            "update notice_contents set facts = 'Other' where notice = :key",
        ),
        (told, "update notice_challenges set remedy = 'Other' where notice = :key"),
        (told, "update notice_challenges set is_blocked = true, remedy = 'Other' where notice = :key"),
        (
            notice_facts.NoticeExhibitLinked(**about, evidence=UUID(exhibit["id"]), **linked),
            (
                "insert into notice_exhibits (notice, evidence, jit, party, kind, added_by, added_at)"
                " values (:key, :exhibit, :jit, :party, 'warrant', :seat, now())"
            ),
        ),
    ]
    for fact, statement in forged:
        with pytest.raises(DBAPIError, match=STATED):
            await write(team, fact, statement, key | {"exhibit": UUID(exhibit["id"])})
    await write(team, told, "update notice_challenges set is_blocked = true where notice = :key", key)


async def test_entry_about_a_form_or_hearing_admits_no_other_values(team: Team) -> None:
    seat, one = await seat_of(team, "noor"), uuid4()
    request, exhibit = await requests.create(team), await register(team)
    read_json(await requests.save_form(team, "noor", request, {"request": {"status": "new"}}))
    hearing = await hearings.create(team, "noor", exhibit)
    binds = {"one": one, "request": UUID(request["id"]), "court_hearing": UUID(hearing["id"])}
    form: dict[str, Any] = {"form": "tcy_preservation", "form_version": "1", "sections": ["request"]}
    form |= own(seat, request=binds["request"], number=request["number"])
    heard = own(seat, court_hearing=binds["court_hearing"], title=hearing["title"])
    created: dict[str, Any] = {"country": "NL", "court": "Hof", "proceeding": None, "zone": "Europe/Amsterdam"}
    created |= own(seat, court_hearing=one, title="Trial") | {"held_at": "2030-03-14T08:30:00.000000Z"}
    moved = {"held_at": {"from": hearing["held_at"], "to": None}}
    gone = {"court": "Rechtbank", "held_at": hearing["held_at"], "reason": "Settled"}
    forged: list[tuple[Fact, str]] = [
        (
            RequestFormSaved(**form, values_sha256="0" * 64),
            "update request_forms set filled = '{}', updated_by = :seat where request = :request",
        ),
        (hearing_facts.HearingCreated(**created), HEARING),
        (
            hearing_facts.HearingChanged(**heard, changes=moved),
            "update hearings set held_at = now() where id = :court_hearing",
        ),
        (
            hearing_facts.HearingDeleted(**heard, **gone),
            "delete from hearing_exhibits where court_hearing = :court_hearing",
        ),
    ]
    for fact, statement in forged:
        with pytest.raises(DBAPIError, match=STATED):
            await write(team, fact, statement, binds)


async def test_entry_about_an_assessment_or_task_admits_no_other_values(team: Team) -> None:
    seat, one = await seat_of(team, "noor"), uuid4()
    request, exhibit = await requests.create(team), await register(team)
    assessed = read_json(await hearings.assess(team, "noor", exhibit), 201)["items"][0]
    task = await tasks.propose(team, "noor", assignee=team.code("daan"))
    binds = {"one": one, "exhibit": UUID(exhibit["id"]), "assessment": UUID(assessed["id"])}
    binds |= {"task": UUID(task["id"]), "request": UUID(request["id"])}
    assessment: dict[str, Any] = {"exhibit": exhibit["id"], "exhibit_number": exhibit["exhibit_number"]}
    assessment |= own(seat, evidence=binds["exhibit"]) | {"country": "NL", "need": "Chain of custody"}
    assessment |= {"status": "open", "reason": "Filed", "former": None, "paper": None}
    tied = own(seat, task=binds["task"], number=task["number"], evidence=None)
    paper = "insert into admissibility_papers (admissibility, evidence, jit, party)"
    link = "insert into task_requests (task, request, jit, linked_by, linked_at)"
    forged: list[tuple[Fact, str]] = [
        (hearing_facts.AdmissibilityAssessed(**assessment, admissibility=one), ASSESSMENT),
        (
            hearing_facts.AdmissibilityAssessed(**assessment, admissibility=binds["assessment"]),
            f"{paper} values (:assessment, :exhibit, :jit, :party)",
        ),
        (
            TaskTied(**tied, what="request", matter=str(one)),
            f"{link} values (:task, :request, :jit, :seat, now())",
        ),
    ]
    for fact, statement in forged:
        with pytest.raises(DBAPIError, match=STATED):
            await write(team, fact, statement, binds)


async def test_reason_of_a_move_is_not_read_by_other_parties_in_the_database(team: Team) -> None:
    request = await requests.sent(team)
    read_json(await requests.move_item(team, "noor", request, "refused", reason="Privileged", ground="other"))
    read_json(await requests.release(team, "noor", request, "FR"))
    known = "select 1 from request_moves where reason_of_move(id) = 'Privileged' and request = :request"
    key = UUID(request["id"])
    assert [await attempt(team, who, known, request=key) for who in ("noor", "claire")] == [1, 0]
    with pytest.raises(DBAPIError, match="permission denied"):
        await attempt(team, "claire", "select reason from request_moves where request = :request", request=key)


async def test_reason_of_a_move_of_a_notice_is_not_read_by_other_parties_in_the_database(team: Team) -> None:
    notice = await notices.create(team)
    read_json(await notices.move(team, "noor", notice, "withdrawn", reason="The informant is known"))
    read_json(await notices.release(team, "noor", notice, "FR"))
    known = "select 1 from notice_moves where reason_of_notice_move(id) = 'The informant is known' and notice = :notice"
    key = UUID(notice["id"])
    assert [await attempt(team, who, known, notice=key) for who in ("noor", "claire")] == [1, 0]
    with pytest.raises(DBAPIError, match="permission denied"):
        await attempt(team, "claire", "select reason from notice_moves where notice = :notice", notice=key)
