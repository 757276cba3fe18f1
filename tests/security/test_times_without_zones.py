"""Class 20: times without zones.

Every time in a form needs its offset and a plausible year, and every time in an answer is UTC.
"""

import re
from typing import Any, Final

from app import clock
from tests.factories import acquisitions, case_document, evidence, hearings, notices, operations, requests
from tests.factories.evidence import place, release
from tests.factories.sharing import access_rules, consents
from tests.factories.team import PEOPLE, Team, member_form, read_json
from tests.support.openapi_document import document

UTC: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
WITHOUT: Final = (
    "2026-05-16T09:30:00",
    "2026-05-16 09:30",
    "2026-05-16",
    "09:30",
    1779000000,
    "1779000000",
    "2026-05-16T09:30:00+99:00",
    "2026-02-30T10:00:00Z",
    "2026-05-16T09:30:00 CET",
)
#: Moments that no clock shows in some zone, and years that are a slip: `tests/api/test_moments.py`.
BEYOND: Final = (
    "9999-12-31T23:00:00Z",
    "9999-12-31T23:59:59-05:00",
    "0001-01-01T00:00:00Z",
    "0001-01-01T00:00:00+05:00",
    "2200-01-01T00:00:00Z",
    "2199-12-31T23:30:00-05:00",
    "1900-01-01T00:30:00+13:00",
    "1899-12-31T23:59:59.999999Z",
)
#: The forms of export packages that take a period: form, profile and scope.
PERIODS: Final[tuple[tuple[str, str, dict[str, str]], ...]] = (
    ("MemberStateForm", "member_state", {"party": "NL"}),
    ("SupervisoryAuthorityForm", "supervisory_authority", {}),
    ("StatisticsForm", "statistics", {}),
    ("ArchiveForm", "archive", {}),
)
#: Every place where a form takes a moment, with a request that puts one there.
PLACES: Final = {
    ("ConsentForm", "due_at"),
    ("AcquisitionForm", "started_at"),
    ("AcquisitionForm", "ended_at"),
    ("EvidenceForm", "acquired_at"),
    ("ImportForm", "acquired_at"),
    ("ImportNowForm", "acquired_at"),
    ("GrantForm", "until"),
    ("ItemMoveForm", "occurred_at"),
    ("DeadlineEndForm", "occurred_at"),
    ("DeadlineForm", "begins_at"),
    ("DeadlineExtensionForm", "granted_at"),
    ("ProductionConfirmationForm", "confirmed_at"),
    ("HopForm", "arrived_at"),
    ("AnswerForm", "acquired_at"),
    ("AnswerForm", "occurred_at"),
    ("NoticeHitForm", "occurred_at"),
    ("NoticeMoveForm", "occurred_at"),
    ("HearingForm", "held_at"),
    ("HearingChangeForm", "held_at"),
    ("RequestForm", "received_at"),
    ("RequestChangeForm", "received_at"),
    ("RequestItemForm", "from"),
    ("RequestItemForm", "until"),
    ("RequestMoveForm", "occurred_at"),
    ("FormDispatchForm", "occurred_at"),
    ("AuthorisationForm", "valid_from"),
    ("AuthorisationForm", "valid_until"),
    ("MediaLineForm", "embargo_at"),
    ("MoveForm", "occurred_at"),
    ("OccurredForm", "at"),
    ("OperationChangeForm", "h_at"),
    ("OperationForm", "h_at"),
    (
        "OperationChangeForm",
        "h_local",
    ),  # what a clock shows, in the zone that comes with it: tests/coordination/test_operations.py
    ("OperationForm", "h_local"),
    ("ReportForm", "occurred_at"),
    ("ResultForm", "occurred_at"),
    ("OfferForm", "due_at"),
    ("MemberForm", "until"),
    ("LeavingForm", "effective_at"),
    ("UntilForm", "until"),
    ("PartyTermsForm", "not_before"),
    ("PartyTermsForm", "until"),
    ("ReleaseForm", "not_before"),
    ("ReleaseForm", "until"),
    ("AccessRuleForm", "not_before"),
    ("AccessRuleForm", "until"),
    ("RuleChangeForm", "not_before"),
    ("RuleChangeForm", "until"),
    ("WishedReleaseForm", "not_before"),
    ("WishedReleaseForm", "until"),
    *((form, field) for form, *_ in PERIODS for field in ("since", "until")),
}


def moments() -> set[tuple[str, str]]:
    """(form, field) of every moment that the document's forms take."""
    schemas = document()["components"]["schemas"]
    return {
        (name, field)
        for name, schema in schemas.items()
        if name.endswith("Form")
        for field, what in schema.get("properties", {}).items()
        if "date-time" in str(what)
    }


def test_every_form_with_a_moment_is_tried() -> None:
    assert moments() >= PLACES
    assert {one for one in moments() - PLACES if not one[0].startswith("Task")} == set(), "a new moment: try it here"


async def test_a_moment_without_a_zone_is_refused(team: Team) -> None:
    exhibit = await evidence.register(team)
    for wrong in (*WITHOUT, *BEYOND):
        await refused_everywhere(team, exhibit, wrong)
    assert len(await evidence.listed(team, "noor")) == 1
    assert len(read_json(await team.client("noor").get(place(team, exhibit, "/releases")))["items"]) == 1


async def refused_everywhere(team: Team, exhibit: dict[str, Any], wrong: Any) -> None:
    """At every place, by the name of its field."""
    tried = [await evidence.try_register(team, acquired_at=wrong)]
    tried += [
        await case_document.look(team, acquired_at=wrong),
        await case_document.take(team, "noor", "0" * 64, acquired_at=wrong),
    ]
    for field in ("not_before", "until"):
        tried += [
            await evidence.try_register(team, releases=[release("DE", **{field: wrong})]),
            await evidence.grant(team, "noor", exhibit, "DE", **{field: wrong}),
            await access_rules.try_rule(team, **{field: wrong}),
            await access_rules.change(team, "noor", exhibit, **{field: wrong}),  # refused before it is looked for
            await team.client("noor").post(
                team.path("/simulations"), json={"evidence": exhibit["id"], "release": release("DE", **{field: wrong})}
            ),
        ]
    proposal = member_form("new@nl.test", PEOPLE["daan"], until=wrong)
    tried.append(await team.client("coordinator").post(team.path("/members"), json=proposal))
    ending, version = {"until": wrong, "reason": "x"}, {"If-Match": '"2"'}
    seat = team.path(f"/members/{team.seats['daan']['id']}/until")
    tried.append(await team.client("noor").put(seat, json=ending, headers=version))
    granting = team.path(f"/consents/{clock.new_id()}/grant")  # refused before it is looked for
    tried.append(await team.client("noor").post(granting, json={"until": wrong}, headers=version))
    tried.append(await consents.try_ask(team, "jonas", None, use="question", evidence=None, party="NL", due_at=wrong))
    leaving = {"effective_at": wrong, "reason": "x", "token": "0" * 64, "confirmation": "DE"}
    tried.append(await team.client("jonas").post(team.path("/parties/DE/leaving"), json=leaving, headers=version))
    for field in ("started_at", "ended_at"):
        tried.append(await acquisitions.record(team, "noor", exhibit, **{field: wrong}))
    fields = (
        *["acquired_at"] * 3,
        *["not_before"] * 5,
        *["until"] * 8,
        *("due_at", "effective_at", "started_at", "ended_at"),
    )
    for answer, field in zip(tried, fields, strict=True):
        assert answer.status_code == 422, (wrong, answer.text)
        assert [one["field"].rpartition(".")[2] for one in answer.json()["errors"]] == [field]


async def test_period_of_an_export_without_a_zone_is_refused(team: Team) -> None:
    for wrong in (*WITHOUT, *BEYOND):
        for _, profile, scope in PERIODS:
            for field in ("since", "until"):
                form = {"profile": profile, "scope": scope, field: wrong}
                answer = await team.client("jit_auditor").post(team.path("/exports"), json=form)
                assert answer.status_code == 422, (wrong, answer.text)
                assert [one["field"].rpartition(".")[2] for one in answer.json()["errors"]] == [field]


async def test_an_act_on_a_thing_without_a_zone_is_refused(team: Team) -> None:
    thing, first = team.path(f"/physical-custody/{(await evidence.register(team))['id']}"), {"If-Match": '"0"'}
    for wrong in (*WITHOUT, *BEYOND):
        occurred = {"at": wrong, "zone": "Europe/Amsterdam", "source": "report"}
        for rest, form, field in (
            ("/events", {"act": "seized", "place": "x", "occurred": occurred}, "occurred.at"),
            ("/handovers", {"party": "NL", "seat": "NL-04", "due_at": wrong}, "due_at"),
        ):
            answer = await team.client("noor").post(f"{thing}{rest}", json=form, headers=first)
            assert (answer.status_code, [one["field"] for one in answer.json()["errors"]]) == (422, [field]), wrong


async def test_a_moment_of_an_action_day_without_a_zone_is_refused(team: Team) -> None:
    day = await operations.drafted(team, "noor")
    action = await operations.act(team, "noor", day)
    below = operations.place(team, day)
    found, line = {"key": str(clock.new_id()), "kind": "arrest", "text": "x"}, {"text": "x", "embargo_zone": "UTC"}
    for wrong in (*WITHOUT, *BEYOND):
        warrant = operations.WARRANT | {"valid_from": wrong}
        until = operations.WARRANT | {"valid_until": wrong}
        moved = operations.moving("planned", "ready", occurred_at=wrong)
        for method, path, form, field in (
            ("POST", team.path("/operations"), operations.form(h_at=wrong), "h_at"),
            ("PATCH", below, {"h_at": wrong, "h_zone": "Europe/Amsterdam"}, "h_at"),
            ("POST", f"{below}/ticker", operations.reporting(occurred_at=wrong), "occurred_at"),
            ("PATCH", f"{below}/actions/{action['id']}", {"authorisation": warrant}, "authorisation.valid_from"),
            ("PATCH", f"{below}/actions/{action['id']}", {"authorisation": until}, "authorisation.valid_until"),
            ("POST", f"{below}/actions/{action['id']}/moves", moved, "occurred_at"),
            ("POST", f"{below}/actions/{action['id']}/results", found | {"occurred_at": wrong}, "occurred_at"),
            ("PUT", f"{below}/media-line", line | {"embargo_at": wrong}, "embargo_at"),
        ):
            answer = await team.client("noor").request(method, path, json=form, headers={"If-Match": '"1"'})
            assert (answer.status_code, [one["field"] for one in answer.json()["errors"]]) == (422, [field]), wrong


async def test_a_moment_of_a_request_without_a_zone_is_refused(team: Team) -> None:
    request = await requests.sent(team, "noor")
    below, notice = requests.place(team, request), notices.place(team, {"id": clock.new_id()})
    item = f"{below}/items/{request['items'][0]['id']}"
    for wrong in (*WITHOUT, *BEYOND):
        for path, form, field in (
            (
                requests.place(team, request, "/answers"),
                evidence.form(item=str(clock.new_id()), acquired_at=wrong),
                "acquired_at",
            ),
            (
                requests.place(team, request, "/answers"),
                evidence.form(item=str(clock.new_id()), occurred_at=wrong),
                "occurred_at",
            ),
            (team.path("/requests"), requests.form(items=[requests.item(**{"from": wrong})]), "items.0.from"),
            (team.path("/requests"), requests.form(items=[requests.item(until=wrong)]), "items.0.until"),
            (team.path("/requests"), requests.incoming_form(received_at=wrong), "received_at"),
            (f"{below}/moves", {"to": "ACKNOWLEDGED", "occurred_at": wrong}, "occurred_at"),
            (f"{item}/moves", {"to": "executing", "occurred_at": wrong}, "occurred_at"),
            (f"{below}/hops", {"authority": "x", "arrived_at": wrong}, "arrived_at"),
            (f"{notice}/moves", {"to": "checked", "occurred_at": wrong}, "occurred_at"),
            (f"{notice}/hits", {"country": "ES", "what": "x", "occurred_at": wrong}, "occurred_at"),
            (f"{below}/deadlines", {"rule": "BUDAPEST_29", "begins_at": wrong}, "begins_at"),
            (team.path("/hearings"), hearings.form(held_at=wrong), "held_at"),
            (f"{below}/deadlines/{clock.new_id()}/end", {"outcome": "met", "occurred_at": wrong}, "occurred_at"),
            (f"{below}/deadlines/{clock.new_id()}/extension", {"granted_at": wrong}, "granted_at"),
            (f"{below}/links/{clock.new_id()}/confirmation", {"confirmed_at": wrong}, "confirmed_at"),
        ):
            answer = await team.client("noor").post(path, json=form)
            assert (answer.status_code, [one["field"] for one in answer.json()["errors"]]) == (422, [field]), wrong
        changed = await hearings.change(team, "noor", {"id": clock.new_id(), "version": 1}, held_at=wrong)
        assert (changed.status_code, [one["field"] for one in changed.json()["errors"]]) == (422, ["held_at"]), wrong
        changed = await requests.change(team, "noor", request, received_at=wrong)
        assert (changed.status_code, [one["field"] for one in changed.json()["errors"]]) == (422, ["received_at"]), (
            wrong
        )


async def test_every_moment_that_is_told_is_utc(team: Team) -> None:
    """Walk every view: whatever is called `…_at`, `at`, `until`, `not_before` and is there ends in Z."""
    exhibit = await evidence.with_file(team, release("DE", until="2031-05-16T09:30:00+05:30"))
    read_json(await evidence.take_it(team, "lena", exhibit), 201)
    paths = ["", "/members", "/parties", "/evidence", "/ledger/entries?limit=200"]
    paths += [f"/evidence/{exhibit['id']}{rest}" for rest in ("", "/custody", "/releases")]
    told = [read_json(await team.client("noor").get(team.path(path))) for path in paths]
    told += [read_json(await team.client("noor").get(path)) for path in ("/api/me", "/api/sessions")]
    found = [one for answer in told for one in _moments_in(answer)]
    assert len(found) > 50
    assert {name: value for name, value in found if not UTC.fullmatch(str(value))} == {}
    assert ("until", "2031-05-16T04:00:00.000000Z") in found


async def test_an_unknown_zone_is_none(team: Team) -> None:
    for zone in ("Europe/Atlantis", "CET+1", "", "UTC+2", "../etc/localtime"):
        assert (await evidence.try_register(team, acquired_zone=zone)).status_code == 422, zone
        export = {"profile": "archive", "scope": {}, "zone": zone}
        assert (await team.client("jit_auditor").post(team.path("/exports"), json=export)).status_code == 422, zone
        assert (await team.client("noor").patch("/api/me", json={"time_zone": zone})).status_code == 422, zone


def _moments_in(said_: Any) -> list[tuple[str, Any]]:
    if isinstance(said_, list):
        return [one for item in said_ for one in _moments_in(item)]
    if not isinstance(said_, dict):
        return []
    named = [
        (n, v) for n, v in said_.items() if v is not None and (n.endswith("_at") or n in {"at", "until", "not_before"})
    ]
    return [(n, v) for n, v in named if not isinstance(v, dict)] + [
        one for value in said_.values() for one in _moments_in(value)
    ]
