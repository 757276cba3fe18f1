"""Requests of a party that relied on a value of the reference data which has changed since, and what its leaders decide."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.ledger import journal
from app.ledger.facts.requests.requests import RequestFormSaved
from app.services.requests.changed_values import jobs
from tests.factories import notifications, reference
from tests.factories.evidence import values
from tests.factories.reference import ADMIN, put_value, verify
from tests.factories.requests import create, move, place, received, save_form, seen
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt, seat_of

#: An order that a party received from another State. Both count the days of its deadline by the same rule.
ORDER: Final[dict[str, Any]] = {
    "instrument": "EPOC",
    "received_at": "2026-04-17T09:00:00Z",
    "items": [
        {"kind": "data", "data_category": "SUBSCRIBER", "identifier_kind": "ip", "identifier": "203.0.113.7"},
    ],
}
RULE: Final = "deadlines.EPOC_STD"
REASON: Final = "The order was served before the amendment"


async def order(team: Team, who: str) -> dict[str, Any]:
    """An order that arrived from a State which is not the party of this member."""
    return await received(team, who, **ORDER | {"from": {"country": "FR"}})


async def changed(team: Team, who: str, request: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """Return the changed values that a leader sees, of all requests or of one."""
    query = "" if request is None else f"?request={request['id']}"
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path(f"/requests/changed-values{query}")))[
        "items"
    ]
    return items


async def decide(team: Team, who: str, one: dict[str, Any], decision: str, **more: Any) -> httpx.Response:
    """Decide about a changed value."""
    path = team.path(f"/requests/{one['request']}/changed-values/{one['id']}/decision")
    return await team.client(who).post(
        path, json={"decision": decision} | more, headers={"If-Match": f'"{one["version"]}"'}
    )


async def amend(operator: httpx.AsyncClient, place_: str, at: str, value: Any, source: str = "Amendment") -> None:
    """Change a value, whatever version its record has."""
    now = read_json(await operator.get(f"{ADMIN}/{place_}/changes"))["items"]
    version = 1 + len(now)
    read_json(await put_value(operator, place_, at, value, source=source, version=version))


async def rule_of(operator: httpx.AsyncClient, key: str = "EPOC_STD") -> tuple[str, dict[str, Any]]:
    """The place of a rule in its record, and the rule."""
    listed = read_json(await operator.get("/api/instruments"))["items"]
    known = next(one["deadlines"] for one in listed if one["key"] == "EPOC")
    return next((f"deadlines.{at}", one["value"]) for at, one in enumerate(known) if one["value"]["key"] == key)


def due(request: dict[str, Any], state: str = "running") -> list[str]:
    """The ends of the deadlines by the rule in this state."""
    return [one["due_at"] for one in request["clocks"] if (one["rule"], one["state"]) == ("EPOC_STD", state)]


async def change_again(team: Team, operator: httpx.AsyncClient, ours: dict[str, Any], other: dict[str, Any]) -> None:
    """Amend the rule once more, and then back to what it was first."""
    at, rule = await rule_of(operator)
    rule = rule | {"duration": "P10D"}
    await amend(operator, "instruments/EPOC", at, rule | {"duration": "P40D"})
    assert len(await changed(team, "noor")) == 2, "a decision holds until the value changes again"
    assert (await decide(team, "noor", other, "kept", reason=REASON)).status_code == 412
    await amend(operator, "instruments/EPOC", at, rule)
    assert [one["request"] for one in await changed(team, "noor")] == [ours["id"]], "the other relied on this value"


async def test_leaders_see_and_decide_what_a_changed_rule_means_for_their_own_requests(team: Team) -> None:
    ours, theirs, kept = await order(team, "daan"), await order(team, "jonas"), await order(team, "noor")
    before = due(ours, "missed") + due(ours)
    async with await reference.operator_of(team) as operator:
        at, rule = await rule_of(operator)
        read_json(await verify(operator, "instruments/EPOC", at))
        assert await changed(team, "noor") == [], "a verification changes no value"
        await amend(operator, "instruments/EPOC", at, rule | {"duration": "P30D"})
        found = await changed(team, "noor")
        assert {(one["request"], one["field"]) for one in found} == {(ours["id"], RULE), (kept["id"], RULE)}
        assert [one["request"] for one in await changed(team, "jonas")] == [theirs["id"]]
        assert await changed(team, "claire") == []
        (one,) = await changed(team, "noor", ours)
        assert (one["value"]["duration"], one["new_value"]["duration"]) == ("P10D", "P30D")
        assert (one["source"], one["purpose"], one["rule"], one["version"]) == ("Amendment", "deadline", "EPOC_STD", 1)
        now = await seen(team, "noor", ours)
        assert due(now, "missed") + due(now) == before, "nothing is counted again without a decision"

        assert await jobs.tell_due(team.context.database) == 3
        assert await jobs.tell_due(team.context.database) == 0
        kind = "request.reference_changed"
        told_of = {
            who: (await notifications.kinds(team, who)).count(kind) for who in ("noor", "jonas", "daan", "claire")
        }
        assert told_of == {"noor": 2, "jonas": 1, "daan": 0, "claire": 0}
        heard = {who: len(await team.entries(who, kind)) for who in ("noor", "jonas", "claire")}
        assert heard == {"noor": 2, "jonas": 1, "claire": 0}

        read_json(await decide(team, "noor", one, "recomputed"))
        now = await seen(team, "noor", ours)
        assert due(now, "void") == before
        assert [end > before[0] for end in due(now, "missed") + due(now)] == [True]
        assert await changed(team, "noor", ours) == []
        assert (await decide(team, "noor", one, "recomputed")).json()["code"] == "use-settled"

        (other,) = await changed(team, "noor")
        refused = await decide(team, "noor", other, "kept")
        assert (refused.status_code, [error["field"] for error in refused.json()["errors"]]) == (422, ["reason"])
        assert (await decide(team, "noor", other, "acknowledged")).status_code == 422
        read_json(await decide(team, "bram", other, "kept", reason=REASON))
        now = await seen(team, "noor", kept)
        assert due(now, "missed") + due(now) == before
        assert await changed(team, "noor") == []
        assert (await notifications.kinds(team, "noor")).count(kind) == 0
        settled = [values(one) for one in await team.entries("noor", "request.reference_settled")]
        assert [(one["decision"], one["reason"]) for one in settled] == [("recomputed", None), ("kept", REASON)]
        assert await team.entries("jonas", "request.reference_settled") == []

        await change_again(team, operator, ours, other)


async def test_operator_is_told_that_a_value_is_in_use_and_nothing_else(team: Team) -> None:
    await order(team, "daan")
    await order(team, "jonas")
    async with await reference.operator_of(team) as operator:
        told = read_json(await operator.get(f"{ADMIN}/instruments/EPOC/uses"))
        assert told.keys() == {"fields_in_use"}
        assert {RULE, "in_force", "issuers"} <= set(told["fields_in_use"])
        assert read_json(await operator.get(f"{ADMIN}/instruments/MLA_LOR/uses")) == {"fields_in_use": []}


async def test_changed_values_of_a_request_are_told_to_nobody_but_leaders_of_its_party(team: Team) -> None:
    ours = await order(team, "daan")
    async with await reference.operator_of(team) as operator:
        at, rule = await rule_of(operator)
        await amend(operator, "instruments/EPOC", at, rule | {"duration": "P30D"})
        (one,) = await changed(team, "noor")
        assert (await operator.get(team.path("/requests/changed-values"))).status_code == 404
        assert (
            await operator.post(place(team, ours, f"/changed-values/{one['id']}/decision"), json={})
        ).status_code == 404
    read_json(await team.client("noor").put(place(team, ours, "/releases/DE"), json={"level": "content"}))
    theirs = await order(team, "jonas")
    for who, status in (
        ("jonas", 403),
        ("claire", 404),
        ("mara", 404),
        ("daan", 403),
        ("sofia", 403),
        ("stranger", 404),
    ):
        assert (await decide(team, who, one, "kept", reason=REASON)).status_code == status, who
        assert (await decide(team, who, one | {"request": theirs["id"]}, "kept", reason=REASON)).status_code in {
            403,
            404,
        }
        answer = await team.client(who).get(team.path(f"/requests/changed-values?request={ours['id']}"))
        assert answer.status_code in {403, 404} or answer.json()["items"] == [], who
        if who != "stranger":
            read = await attempt(team, who, "select from reference_uses where request = :request", request=ours["id"])
            assert (read > 0) is (who == "daan"), who
    settling = (
        "update reference_uses set settled_version = 1, decision = 'kept', settled_by = :seat, settled_at = now()"
        " where request = :request and purpose = 'deadline'"
    )
    assert await attempt(team, "jonas", settling, request=ours["id"]) == 0
    for who in ("daan", "noor"):  # a contributor, and a leader without an entry
        with pytest.raises(DBAPIError):
            await attempt(team, who, settling, request=ours["id"])
    assert [each["id"] for each in await changed(team, "noor")] == [one["id"]]


async def test_rule_for_orders_without_validation_is_recomputed_for_no_other_order(team: Team) -> None:
    ours = await order(team, "daan")
    async with await reference.operator_of(team) as operator:
        at, rule = await rule_of(operator)
        await amend(operator, "instruments/EPOC", at, rule | {"duration": "P30D", "unvalidated": True})
        (one,) = await changed(team, "noor", ours)
        read_json(await decide(team, "noor", one, "recomputed"))
        now = await seen(team, "noor", ours)
        assert (due(now, "missed") + due(now), len(due(now, "void"))) == ([], 1)


#: The use of a value by a form.
OF_FORM: Final = " where request = :request and purpose = 'form' and field = 'formalities'"
COPIED: Final = (
    "insert into reference_uses select gen_random_uuid(), jit, party, request, purpose, deadline, kind, key, 'means',"  # noqa: S608 - constants of this test
    f" 1, value, used_at, 1, 1, null, null, null from reference_uses{OF_FORM}"
)
#: Ways to hide a change from the leaders: what is set, and whether an entry of the act stands beside it.
HIDING: Final[tuple[tuple[str, bool], ...]] = tuple(
    (f"update reference_uses set {what}{OF_FORM}", entry)  # noqa: S608 - constants of this test
    for what, entry in (
        (
            "version = 1, settled_version = 1, told_version = 1, value = '\"A sworn translation\"', used_at = now()",
            False,
        ),
        ("version = 1, settled_version = 1, told_version = 1, value = '\"Another one\"', used_at = now()", True),
        ("version = 9, settled_version = 9, told_version = 9, used_at = now()", True),
        ("settled_version = 1", True),
        ("value = '\"A sworn translation\"'", True),
    )
)


async def hide(team: Team, request: dict[str, Any], statement: str, *, entry: bool) -> None:
    """Run a statement of a contributor past the services, with the entry of a saved form beside it or without one."""
    seat = await seat_of(team, "daan")
    told: dict[str, Any] = {"form": "eio_annex_a", "form_version": "1", "sections": [], "values_sha256": "0" * 64}
    about: dict[str, Any] = {
        "request": UUID(request["id"]),
        "number": request["number"],
        "hearing": ((seat.party, None),),
    }
    async with team.context.database.writing(seat.requester) as session:
        await session.execute(text(statement), {"request": request["id"]})
        if entry:
            await journal.append(session, seat, RequestFormSaved(**about, **told))


async def test_change_of_a_value_cannot_be_hidden_by_raising_the_recorded_version(team: Team) -> None:
    ours = await create(team, "daan", instrument="EIO", to={"country": "PL"})
    read_json(await save_form(team, "daan", ours, {}))
    async with await reference.operator_of(team) as operator:
        await amend(operator, "countries/PL", "formalities", "A sworn translation")
        for statement, entry in (*HIDING, (COPIED, False)):
            with pytest.raises(DBAPIError, match=r"stands in its ledger|recorded again"):
                await hide(team, ours, statement, entry=entry)
        assert [one["field"] for one in await changed(team, "noor", ours)] == ["formalities"]
        read_json(await save_form(team, "daan", ours, {}, version=1))
        assert len(await changed(team, "noor", ours)) == 1, "nothing was saved"
        read_json(await save_form(team, "daan", ours, {"g": {"facts": "Fraud"}}, version=1))
        assert await changed(team, "noor", ours) == [], "the form that is saved again relies on the new value"


@dataclass
class Relied:
    """A use in the model: its value, and the number of changes of it when a leader last decided."""

    party: str
    request: str
    value: Any
    settled: int


@dataclass
class Model:
    """Every change and use so far, from which the affected uses are computed from scratch."""

    history: dict[str, list[Any]]
    uses: dict[tuple[str, str, str], Relied] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)

    def use(self, party: str, request: str, purpose: str, *fields: str) -> None:
        for one in fields:
            known = self.uses.get((request, purpose, one))
            if known is None or known.settled < len(self.history[one]) - 1 or purpose == "deadline":
                self.uses[request, purpose, one] = self.now(party, request, one)

    def now(self, party: str, request: str, one: str) -> Relied:
        return Relied(party, request, self.history[one][-1], len(self.history[one]) - 1)

    def affected(self, party: str) -> set[tuple[str, str, str]]:
        return {
            (request, purpose, one)
            for (request, purpose, one), relied in self.uses.items()
            if relied.party == party and request not in self.ended
            if len(self.history[one]) - 1 > relied.settled and self.history[one][-1] != relied.value
        }


#: Values that change: their record, and what they can be. The first is the shipped one, filled in by the test.
PLACES: Final[Mapping[str, str]] = {
    RULE: "instruments/EPOC",
    "formalities": "countries/PL",
    "validation": "countries/PL",
}
CHOICES: Final[Mapping[str, tuple[Any, ...]]] = {
    RULE: ("P9D", "P10D", "P11D"),
    "formalities": ("A sworn translation", "None"),
    "validation": ("By a prosecutor", "By a court"),
}


@pytest.mark.parametrize("seed", range(2))
async def test_affected_requests_are_those_computed_from_scratch(team: Team, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - examples of a test
    requests, versions = list[tuple[str, str, dict[str, Any]]](), {"instruments/EPOC": 1, "countries/PL": 1}
    async with await reference.operator_of(team) as operator:
        at, rule = await rule_of(operator)
        shipped = await reference.card(operator, "PL")
        model = Model({one: [shipped[one]["value"]] for one in ("formalities", "validation")} | {RULE: [rule]})
        for _ in range(30):
            act = chance.choice(("change", "change", "receive", "form", "end", "decide", "decide"))
            party, who = chance.choice((("NL", "noor"), ("DE", "jonas")))
            if act == "change":
                one = chance.choice(list(PLACES))
                value = chance.choice(CHOICES[one])
                value = rule | {"duration": value} if one == RULE else value
                record, where = PLACES[one], at if one == RULE else one
                read_json(await put_value(operator, record, where, value, version=versions[record]))
                versions[record] += 1
                if value != model.history[one][-1]:
                    model.history[one].append(value)
            elif act == "receive":
                request = await order(team, who)
                model.use(party, request["id"], "deadline", RULE)
                requests.append((party, who, request))
            elif act == "form":
                request = await create(team, who, instrument="EIO", to={"country": "PL"})
                read_json(await save_form(team, who, request, {}))
                model.use(party, request["id"], "form", "formalities", "validation")
                requests.append((party, who, request))
            elif act == "end" and requests:
                _, who, request = requests.pop(chance.randrange(len(requests)))
                read_json(await move(team, who, request, "WITHDRAWN", reason="Not needed any more"))
                model.ended.add(request["id"])
            elif act == "decide" and (found := await changed(team, who)):
                use = chance.choice(found)
                decision = chance.choice(("recomputed", "kept")) if use["purpose"] == "deadline" else "acknowledged"
                read_json(await decide(team, who, use, decision, reason=REASON))
                key = use["request"], use["purpose"], use["field"]
                now = model.now(party, use["request"], use["field"])
                model.uses[key] = (
                    now if decision == "recomputed" else Relied(party, now.request, model.uses[key].value, now.settled)
                )
            for party, who in (("NL", "noor"), ("DE", "jonas")):
                listed = {(one["request"], one["purpose"], one["field"]) for one in await changed(team, who)}
                assert listed == model.affected(party), (party, act)
