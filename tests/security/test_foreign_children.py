"""Class 1: a child is loaded by its own id while only the parent in the path is authorised.

Every operation of the OpenAPI document that names an object below a team is called with an existing invisible id and
with an absent id. The answers are the same, byte for byte.
"""

from uuid import UUID

from app import clock
from app.vault.places import Place
from tests.factories import evidence
from tests.factories.evidence import TUS, alike
from tests.factories.team import Team
from tests.security.conftest import HiddenExhibit, other_team
from tests.security.routes import FEWEST, absent, attacked_routes, call_route, named_inside, require_same_answers, state


async def test_what_another_country_hides_is_absent_at_every_door(team: Team, hidden: HiddenExhibit) -> None:
    """The same during an upload: the lock of a file is checked after access, or `423` would reveal the file."""
    before = await state(team, hidden)
    there = [hidden.ids(), hidden.ids(file=hidden.uploading, opening=hidden.reading)]
    place = Place(UUID(hidden.jit), UUID(hidden.evidence), UUID(hidden.uploading))
    with team.context.vault.locks.hold(place):
        assert await require_same_answers(team, "claire", *there) >= FEWEST
        path = team.path(f"/evidence/{hidden.evidence}/files/{hidden.uploading}")
        assert (await team.client("noor").delete(path, headers=TUS)).status_code == 423
    assert await state(team, hidden) == before


async def test_for_every_role_without_a_release(team: Team, hidden: HiddenExhibit) -> None:
    """Some routes answer 403 to the role before they read anything, so for every object."""
    for who in ("mara", "ines", "admin", "sofia", "auditor", "hugo", "stranger"):
        under_way = [hidden.ids(file=hidden.uploading, opening=hidden.reading)] if who == "hugo" else []
        assert await require_same_answers(team, who, hidden.ids(), *under_way, status=None) >= FEWEST


async def test_below_an_exhibit_of_ones_own_anothers_children_are_absent(team: Team, hidden: HiddenExhibit) -> None:
    own = await evidence.register(team, "claire")
    await evidence.upload(team, "claire", own)
    for route in attacked_routes():
        if not {"{file}", "{opening}"} & set(route[1].split("/")):
            continue
        ids = hidden.ids(evidence=own["id"])
        there = await call_route(team, "claire", route, ids)
        not_there = await call_route(team, "claire", route, absent(ids, "evidence"))
        assert (there.status_code, alike(there, not_there)) == (404, True), f"{route}: {there.text}"


async def test_what_belongs_to_another_team_is_absent(team: Team) -> None:
    """Noor, a leader of both teams, asks on the path of the first. Claire is no member of the second."""
    other, hidden_exhibit = await other_team(team)
    before = await state(other, hidden_exhibit)
    assert (
        await require_same_answers(
            team, "noor", hidden_exhibit.ids(jit=team.id, member=hidden_exhibit.member), members=True
        )
        >= FEWEST
    )
    assert await state(other, hidden_exhibit) == before
    for route in attacked_routes():
        there = await call_route(team, "claire", route, hidden_exhibit.ids())
        not_there = await call_route(team, "claire", route, hidden_exhibit.ids(jit=str(clock.new_id())))
        assert (there.status_code, alike(there, not_there)) == (404, True), f"{route}: {there.text}"


#: Operations that name something in the query: each is asked for what another hides, and for what is absent.
ASKED_FOR = {
    "/evidence": "id",
    "/evidence/count": "id",
    "/ledger/disclosed": "evidence",
    "/tasks": "evidence",
    "/consents": "evidence",
    "/copies": "evidence",
    "/alerts": "evidence",
    "/disclosures": "evidence",
    "/waiting-releases": "evidence",
    "/required-approvals": "evidence",
    "/inheritance": "parent",
    "/flags": "evidence",
    "/handovers": "evidence",
    "/requests": "evidence",
    "/hearings": "evidence",
}
#: Alike for its readers, too, but each reading is itself a line: `tests/audit/test_access_log.py`.
#: A task is made by a coordinator, of exhibits that it sees: `test_linked_exhibits.py`.
#: Behind an exhibit of which changed rules are looked at, and whose releases are foreseen: `test_rule_changes.py`, `test_simulations.py`.
#: Releases of several exhibits are decided at a time: `tests/sharing/test_bulk_releases.py`.
#: Tasks are changed several at a time: `tests/coordination/test_bulk_tasks.py`.
#: A consent is asked of an exhibit that one sees: `tests/sharing/test_consents.py`.
#: Of what one derives: `test_derived.py`.
#: A working session rests on a task of one's own: `tests/custody/test_working_sessions.py`.
#: Labels are made of several exhibits at a time: `tests/evidence/test_labels.py`.
#: What holds certain words is asked for with them: `tests/coordination/test_messages.py`.
#: An approval is required for an exhibit or a request: `tests/sharing/test_required_approvals.py`.
#: Changed values of a request that another party made: `tests/requests/test_changed_values.py`.
#: Alerts are acknowledged several at a time: `tests/notifications/test_alerts.py`.
#: What is read up to somebody else's notification is one's own: `tests/notifications/test_notifications.py`.
#: Exhibits of a hearing, and the paper of an assessment: `tests/requests/test_hearings.py`.
#: Agreed to is the one closing that the whole team reads; any other id is refused alike: `tests/ending/test_closing.py`.
ELSEWHERE = {
    "/messages": "query",
    "/required-approvals": "form",
    "/requests/changed-values": "query",
    "/alerts/acknowledgements": "form",
    "/closing/assents": "form",
    "/notifications/readings": "form",
    "/labels": "form",
    "/working-sessions": "form",
    "/evidence": "form",
    "/evidence/bulk": "form",
    "/access-log": "query",
    "/tasks": "form",
    "/simulations": "form",
    "/releases/bulk": "form",
    "/releases/bulk-recall": "form",
    "/tasks/bulk-changes": "form",
    "/consents": "form",
    "/members/confirmations": "form",
    "/hearings": "form",
    "/evidence/{evidence}/admissibility": "form",
}


def test_whatever_names_something_in_its_form_or_query_is_a_door() -> None:
    tried = {(method, path) for method, path, _ in attacked_routes()}
    for method, path, where in named_inside():
        below = path.removeprefix("/api/jits/{jit}")
        asked = where == "query" and below in ASKED_FOR
        assert (method, path) in tried or asked or ELSEWHERE.get(below) == where, f"{method} {path}: no test names it"


async def test_what_is_named_in_a_query_is_absent_alike(team: Team, hidden: HiddenExhibit) -> None:
    """But for the position, which a checkpoint may have moved meanwhile."""
    for who in ("claire", "auditor", "jit_auditor"):
        for path, name in ASKED_FOR.items():
            asked = []
            for one in (hidden.evidence, clock.new_id()):
                answer = await team.client(who).get(team.path(f"{path}?{name}={one}"))
                answer.headers["Ledger-Position"] = ""
                asked.append(answer)
            may_know = who == "jit_auditor" and path not in {
                "/tasks",
                "/consents",
                "/copies",
                "/alerts",
                "/disclosures",
                "/inheritance",
                "/flags",
                "/handovers",
                "/requests",
                "/hearings",
                "/required-approvals",
            }  # whose role reads no tasks
            assert alike(*asked) is not may_know, (who, path)
