"""A coordinator reads lines of requests with deadlines and holder, and never a content: at no route and by no SQL."""

from dataclasses import replace
from typing import Any, Final

import httpx
from sqlalchemy import text

from app.api.documents import operations
from tests.factories import acquisitions, evidence, hearings, notices, requests, tasks
from tests.factories.team import Team, read_json
from tests.security.conftest import HiddenExhibit
from tests.security.routes import call_route
from tests.support.databases.as_seat import seat_of
from tests.support.openapi_document import document

#: In every text that belongs to the content of a request, a notice or a hearing, and in no other text.
SECRET: Final = "Quokka"
#: Routes whose answers are the caller's own, or that another test reads as a coordinator.
APART: Final = {"/api/health/ready", "/api/calendar/{secret}.ics"}
#: Not the conditions and the legal basis: they are limits of use of the result, which each reader of an exhibit sees.
_TEXTS: Final = (
    *("title", "reference", "counterpart_reference", "facts", "offence", "purpose", "confidentiality"),
    *("issuing_authority", "validating_authority"),
)


async def secret_request(team: Team, exhibit: dict[str, Any], who: str = "noor") -> dict[str, Any]:
    """A request under way with the word in every text: content, items, form, stations before the holder, reasons."""
    item = requests.item(identifier_kind="email", identifier=f"{SECRET}@example.org", description=f"{SECRET} mailbox")
    texts: dict[str, Any] = {name: f"{SECRET} {name}" for name in _TEXTS}
    to = {"country": "US", "authority": f"{SECRET} Inc."}
    request = await requests.create(team, who, items=[item], to=to, **texts)
    read_json(await requests.save_form(team, who, request, {"data": {"link": f"{SECRET} link"}}))
    request = read_json(await requests.move(team, who, request, "SENT", incomplete=True, reason=f"{SECRET} hurry"))
    read_json(await requests.hop(team, who, request, f"{SECRET} station"), 201)
    read_json(await requests.hop(team, who, request, "Holder of today"), 201)
    read_json(await requests.paper(team, who, request, exhibit), 201)
    read_json(await requests.result(team, who, request, exhibit, request["items"][0]["id"]), 201)
    request = read_json(await requests.move(team, who, request, "CLARIFICATION_REQUESTED", reason=f"{SECRET} zone"))
    return read_json(await requests.move_item(team, who, request, "preserved"))


async def secret_notice(team: Team, who: str = "noor") -> dict[str, Any]:
    """A notice with the word in its texts, a check, a move, a challenge and a hit."""
    texts = {name: f"{SECRET} {name}" for name in ("family_name", "forenames", "facts", "assessment", "purpose")}
    notice = await notices.create(team, who, **texts)
    path = notices.place(team, notice, "/checks")
    reason = {"question": notice["questions"][0]["question"], "answer": "no", "reason": f"{SECRET} check"}
    read_json(await team.client(who).post(path, json=reason), 201)
    notice = await notices.moved(team, notice, "checked", "with_ncb", "under_review", "published", who=who)
    notice = read_json(await notices.challenge(team, who, notice), 201)
    read_json(await notices.change_challenge(team, who, notice, remedy=f"{SECRET} remedy"))
    read_json(await notices.hit(team, who, notice, what=f"{SECRET} arrest"), 201)
    return read_json(await notices.move(team, who, notice, "withdrawn", reason=f"{SECRET} reason"))


async def hide(team: Team, hidden: HiddenExhibit) -> HiddenExhibit:
    """Add a request, a notice, a hearing and an assessment of the Netherlands, and a German request that it reads."""
    exhibit = {"id": hidden.evidence}
    request = await secret_request(team, exhibit)
    read_json(await requests.release(team, "noor", request, "DE"))
    german = await secret_request(team, await evidence.register(team, "jonas"), "jonas")
    read_json(await requests.release(team, "jonas", german, "NL"))
    notice = await secret_notice(team)
    read_json(await notices.warrant(team, "noor", notice, request))
    told = await secret_notice(team, "jonas")
    read_json(await notices.release(team, "jonas", told, "NL"))
    hearing = await hearings.create(team, "noor", exhibit, title=f"{SECRET} hearing", court=f"{SECRET} court")
    read_json(await hearings.assess(team, "noor", exhibit, reason=f"{SECRET} reason"), 201)
    task = await tasks.assign(team, assignee=team.code("noor"))
    ties = {"link_requests": [request["id"]], "link_request_items": [request["items"][0]["id"]]}
    read_json(await team.client("noor").post(tasks.place(team, task, "/links"), json=ties))
    return replace(
        hidden,
        request=request["id"],
        item=request["items"][0]["id"],
        deadline=request["clocks"][0]["id"],
        notice=notice["id"],
        challenge=notice["challenges"][0]["id"],
        hearing=hearing["id"],
        task=task["id"],
    )


async def answers(team: Team, who: str, ids: dict[str, str]) -> dict[str, httpx.Response]:
    """What somebody is told at every reading route of a team, also by a search for the word."""
    found = {}
    for method, path, operation in operations(document()):
        if method != "GET" or path in APART or path.startswith("/api/administration"):
            continue
        if set(_names(path)) - set(ids):
            continue
        found[path] = await call_route(team, who, (method, path, operation["operationId"]), ids)
    for path in ("requests", "notices", "hearings", "search", "evidence", "ledger/disclosed", "messages", "tasks"):
        found[f"{path}?q"] = await team.client(who).get(team.path(f"/{path}?q={SECRET}"))
    return found


def _names(path: str) -> list[str]:
    return [part.strip("{}") for part in path.split("/") if part.startswith("{")]


async def readable_rows(team: Team, who: str) -> list[str]:
    """The rows with the word that somebody reads by SQL, in any column of any table, and by the functions of reasons."""
    seat = await seat_of(team, who)
    found = []
    async with team.context.database.reading(seat.requester) as session:
        columns = await session.execute(text(_COLUMNS))
        for table, names in columns.all():
            shown = " || ' ' || ".join(f"coalesce({name}::text, '')" for name in names)
            query = f"select count(*) from {table} where ({shown}) ilike :word"  # noqa: S608 - names of the catalogue
            if (await session.execute(text(query), {"word": f"%{SECRET}%"})).scalar_one():
                found.append(table)
    return sorted(found)


_COLUMNS: Final = """
    select c.table_name, array_agg(quote_ident(c.column_name)) from information_schema.columns c
     where c.table_schema = 'public' and has_column_privilege('liaison_app', c.table_name, c.column_name, 'select')
     group by c.table_name
"""


async def test_no_route_and_no_sql_tells_a_coordinator_of_contents(team: Team, hidden: HiddenExhibit) -> None:
    """The Dutch coordinator's own party has all of it, and Germany released its own to the party."""
    hidden = await hide(team, hidden)
    await team.settled()
    told = await answers(team, "coordinator", hidden.ids())
    assert len(told) >= 90
    leaking = [path for path, one in told.items() if SECRET.lower() in one.text.lower()]
    assert leaking == []
    assert [path for path, one in told.items() if one.status_code >= 500] == []
    assert await readable_rows(team, "coordinator") == []
    assert len(await readable_rows(team, "noor")) >= 10, "the word is where it is looked for"


async def rows_about(team: Team, who: str, exhibit: str) -> dict[str, int]:
    """How many rows about an exhibit somebody reads by SQL, by table. An entry's audience names no content."""
    seat, found = await seat_of(team, who), {}
    async with team.context.database.reading(seat.requester) as session:
        tables = (await session.execute(text(_TABLES))).scalars().all()
        for table in tables:
            query = f"select count(*) from {table} where evidence = :exhibit"  # noqa: S608 - names of the catalogue
            found[table] = (await session.execute(text(query), {"exhibit": exhibit})).scalar_one()
    return found


_TABLES: Final = """
    select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'evidence' and t.table_type = 'BASE TABLE'
       and case c.column_name when 'evidence' then has_column_privilege('liaison_app', c.table_name, 'evidence', 'select') end
     order by c.table_name
"""


async def told_of(team: Team, who: str, exhibit: str) -> dict[str, Any]:
    """The entries about an exhibit that somebody reads, with the values of their fields."""
    entries = read_json(await team.client(who).get(team.path(f"/evidence/{exhibit}/custody?limit=200")))["items"]
    said = [one for one in entries if one["id"] is not None]
    return {one["id"]: (one["kind"], {name: field["value"] for name, field in one["fields"].items()}) for one in said}


async def test_own_exhibits_are_what_a_party_at_listed_sees(team: Team, hidden: HiddenExhibit) -> None:
    """Its openings, copies, holds, labels and waiting releases are not a coordinator's, and no justification is."""
    exhibit = {"id": hidden.evidence}
    read_json(await acquisitions.record(team, "noor", exhibit), 201)
    read_json(await evidence.grant(team, "noor", exhibit, "DE", level="listed"))
    await team.settled()
    mine, theirs = [await told_of(team, who, hidden.evidence) for who in ("coordinator", "lena")]
    assert mine == theirs
    assert {kind for kind, _ in mine.values()} >= {"evidence.registered", "acquisition.recorded", "evidence.released"}
    mine_, theirs_ = [await rows_about(team, who, hidden.evidence) for who in ("coordinator", "lena")]
    assert mine_.pop("releases") == 2, "the party's own and the German one"
    assert (mine_.pop("task_links"), theirs_.pop("task_links")) == (1, 0), "a coordinator sees every task"
    theirs_.pop("releases")
    assert mine_ == theirs_
    for path in ("/copies", "/disclosures", "/waiting-releases", "/flags"):
        assert read_json(await team.client("coordinator").get(team.path(path)))["items"] == [], path
    kept = read_json(await team.client("coordinator").get(team.path(f"/evidence/{hidden.evidence}/retention")))
    assert kept["holds"] == []


async def test_state_deadlines_and_holder_are_a_coordinators(team: Team) -> None:
    """By the role alone; with another role that reads requests, the member reads what that role reads."""
    exhibit = await evidence.register(team)
    request = await secret_request(team, exhibit)
    german = await secret_request(team, await evidence.register(team, "jonas"), "jonas")
    read_json(await requests.release(team, "jonas", german, "NL", "existence"))
    mine = await requests.seen(team, "coordinator", request)
    assert (mine["number"], mine["instrument"], mine["party"]) == (request["number"], "BUDAPEST_29", "NL")
    assert (mine["to"], mine["state"]) == ({"country": "US", "authority": None}, "CLARIFICATION_REQUESTED")
    assert [hop["authority"] for hop in mine["hops"]] == ["Holder of today"]
    assert {one["id"] for one in mine["clocks"]} == {one["id"] for one in request["clocks"]} != set()
    assert (mine["content"], mine["items"], mine["papers"], mine["results"]) == (None, [], [], [])
    theirs = await requests.seen(team, "coordinator", german)
    assert (theirs["level"], theirs["clocks"], theirs["hops"]) == ("existence", [], [])
    expiring = read_json(await team.client("coordinator").get(team.path("/requests/expiring")))["items"]
    assert {(one["title"], one["data"]) for one in expiring} == {(None, None)}
    refused = await team.client("coordinator").get(requests.place(team, request, "/form"))
    assert (refused.status_code, refused.json()["code"]) == (403, "role-may-not")
