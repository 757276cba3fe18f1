"""Physical custody: the events of an exhibit, its current state, and corrections."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from app import clock
from tests.audit.test_exports import content, lines, made
from tests.factories import retention
from tests.factories.evidence import (
    alike,
    custody,
    grant,
    kinds,
    place,
    recall,
    register,
    release,
    see,
    upload,
    values,
)
from tests.factories.physical_custody import act, answer, correct, offered, path, thing, where
from tests.factories.team import Team, read_json

ABSENT = {"id": "0192f0c1-2345-7000-8000-000000000000"}


def shown(view: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(view[name] for name in ("standing", "party", "seat", "custodian", "place", "seal"))


async def code(answer_: Any, status: int) -> str:
    assert answer_.status_code == status, answer_.text
    return str(answer_.json()["code"])


class TestEvents:
    async def test_events_are_recorded_in_their_possible_order(self, team: Team) -> None:
        exhibit = await thing(team)
        file = await upload(team, "noor", exhibit, b"\xff\xd8\xff\xe0 the seal", "seal.jpg")
        view = await where(team, "noor", exhibit)
        assert shown(view) == ("held", "NL", team.code("noor"), "Noor", "Rotterdam, Coolsingel 1", None)
        assert "sealed" in view["steps"]
        assert "unsealed" not in view["steps"]
        assert await code(await act(team, "noor", exhibit, "seized"), 409) == "not-from-here"
        assert await code(await act(team, "noor", exhibit, "unsealed"), 409) == "not-sealed"
        sealed = read_json(await act(team, "noor", exhibit, "sealed", photograph=file["id"]), 201)
        assert sealed["seal"] == "A 100 417"
        assert await code(await act(team, "noor", exhibit, "sealed"), 409) == "sealed-already"
        view = read_json(await act(team, "noor", exhibit, "transported", by="Courier T. Vos", place="The Hague"), 201)
        assert shown(view) == ("held", "NL", None, "Courier T. Vos", "The Hague", "A 100 417")
        view = read_json(await act(team, "daan", exhibit, "stored"), 201)
        assert shown(view) == ("stored", "NL", None, "Evidence room, R. de Wit", "Shelf 14", "A 100 417")
        assert await code(await act(team, "daan", exhibit, "produced"), 409) == "not-from-here"
        view = read_json(await act(team, "daan", exhibit, "checked_out"), 201)
        assert shown(view)[:4] == ("out", "NL", team.code("daan"), "Daan")
        assert read_json(await act(team, "daan", exhibit, "unsealed", intact=False), 201)["seal"] is None
        read_json(await act(team, "daan", exhibit, "incident"), 201)
        read_json(await act(team, "daan", exhibit, "produced"), 201)
        assert read_json(await act(team, "daan", exhibit, "checked_in"), 201)["place"] == "Shelf 15"
        view = read_json(await act(team, "noor", exhibit, "returned"), 201)
        assert shown(view) == ("returned", "NL", None, "Owner, K.", None, None)
        assert view["steps"] == ["incident"]
        entries = [one for one in await custody(team, "noor", exhibit) if one["kind"].startswith("custody.")]
        assert kinds(entries) == [
            f"custody.{step}"
            for step in (
                *("seized", "sealed", "transported", "stored", "checked_out"),
                *("unsealed", "incident", "produced", "checked_in", "returned"),
            )
        ]
        assert [one["id"] for one in view["way"]] == [one["id"] for one in reversed(entries)]
        told = [values(one) for one in entries]
        assert told[1]["photograph"] == {"file": file["id"], "name": "seal.jpg", "sha256": file["sha256"]}
        assert (told[2]["by"], told[2]["from_place"]) == ("Courier T. Vos", "Rotterdam, Coolsingel 1")
        assert (told[5]["seal"], told[5]["intact"], told[5]["by"]) == ("A 100 417", False, "Daan")

    async def test_event_states_its_time_and_a_future_time_is_refused(self, team: Team, tmp_path: Path) -> None:
        exhibit = await register(team, "noor", kind="physical", category="device", title="Telephone")
        when = {"at": "2026-05-16T09:30:00+02:00", "zone": "Europe/Amsterdam", "source": "report"}
        read_json(await act(team, "noor", exhibit, "seized", occurred=when | {"at": "2026-05-16T09:00:00+02:00"}), 201)
        read_json(await act(team, "noor", exhibit, "transported", occurred=when, remarks="By the ring road"), 201)
        told = values((await custody(team, "noor", exhibit))[-1])
        assert told["occurred"] == when | {"at": "2026-05-16T07:30:00.000000Z"}
        assert told["remarks"] == "By the ring road"
        later = clock.rfc3339(clock.now() + timedelta(minutes=5))
        for wrong in ({"at": later}, {"at": "2026-05-16T09:30:00"}, {"zone": "Europe/Atlantis"}, {"source": "guess"}):
            refused = await act(team, "noor", exhibit, "transported", occurred=when | wrong)
            assert refused.status_code == 422, wrong
            assert refused.json()["errors"][0]["field"] == f"occurred.{next(iter(wrong))}"
        assert (await where(team, "noor", exhibit))["version"] == 2
        _, bundle = await made(team, "noor", exhibit, tmp_path)
        assert {"custody.seized", "custody.transported"} <= {entry["kind"] for entry in lines(bundle)}
        graph = json.loads(content(bundle, "data/custody.case.jsonld"))
        (carried,) = [one for one in graph["@graph"] if one.get("uco-core:name") == "custody.transported"]
        assert carried["uco-action:startTime"]["@value"] == "2026-05-16T07:30:00.000000Z"

    async def test_event_with_a_wrong_field_is_refused_by_name(self, team: Team) -> None:
        exhibit, other = await thing(team), await thing(team)
        elsewhere = await upload(team, "noor", other)
        for step, changes, field in (
            ("sealed", {"seal": None}, "seal"),
            ("stored", {"custodian": " "}, "custodian"),
            ("stored", {"court": "Rotterdam"}, "court"),
            ("sealed", {"photograph": elsewhere["id"]}, "photograph"),
            ("destroyed", {"receipt": None}, "receipt"),
        ):
            refused = await act(team, "noor", exhibit, step, **changes)
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field), refused.text
        assert (await act(team, "noor", exhibit, "sealed", version=7)).status_code == 412
        nothing = await team.client("noor").post(path(team, exhibit, "/events"), json={"act": "incident"})
        assert nothing.status_code in {422, 428}
        assert (await where(team, "noor", exhibit))["version"] == 1

    async def test_destruction_under_a_legal_hold_is_refused(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"))
        hold = read_json(await retention.hold(team, "noor", exhibit), 201)["holds"][0]
        assert await code(await act(team, "noor", exhibit, "destroyed"), 409) == "on-hold"
        one = await offered(team, "noor", exhibit, "lena")
        read_json(await answer(team, "lena", one))
        assert await code(await act(team, "lena", exhibit, "destroyed"), 409) == "on-hold", "a hold of others, too"
        read_json(await retention.lift(team, "noor", exhibit, hold))
        view = read_json(await act(team, "lena", exhibit, "destroyed"), 201)
        assert shown(view) == ("destroyed", "DE", None, None, None, None)


class TestAccess:
    async def test_custody_is_read_by_all_readers_of_the_exhibit_and_later_ones(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"), release("FR", "listed"))
        read_json(await act(team, "noor", exhibit, "sealed"), 201)
        for who in ("noor", "daan", "lena", "jonas"):
            view = await where(team, who, exhibit)
            assert (view["place"], view["seal"], len(view["way"])) == ("Rotterdam, Coolsingel 1", "A 100 417", 2), who
        for who in ("claire", "auditor", "jit_auditor"):  # listed: that something was done, and no name or place
            view = await where(team, who, exhibit)
            assert shown(view) == (None,) * 6, who
            assert [one["kind"] for one in view["way"]] == ["custody.sealed", "custody.seized"]
        listed = await where(team, "claire", exhibit)
        assert all(set(values(one)) <= {"actor", "chain"} for one in listed["way"])
        assert "Coolsingel" not in str(listed)
        for who in ("mara", "ines", "sofia", "karl"):
            assert alike(
                await team.client(who).get(path(team, exhibit)), await team.client(who).get(path(team, ABSENT))
            ), who
        read_json(await grant(team, "noor", exhibit, "FR", version=1, level="readable"))
        late = await where(team, "claire", exhibit)
        assert late["seal"] == "A 100 417"
        assert {"seal", "by"} <= set(values(late["way"][0]))
        assert late["steps"] == []
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        assert (await team.client("lena").get(path(team, exhibit))).status_code == 404

    async def test_custody_is_recorded_by_originators_and_the_responsible_party(self, team: Team) -> None:
        exhibit = await thing(team, release("DE"), release("FR"))
        for who in ("lena", "claire"):
            assert await code(await act(team, who, exhibit, "stored"), 403) == "not-to-record", who
        for who in ("auditor", "coordinator", "admin"):
            assert (await act(team, who, exhibit, "stored")).status_code == 403, who
        for who in ("mara", "sofia"):
            there = await act(team, who, exhibit, "stored", version=1)
            assert there.status_code == 404, who
            assert alike(there, await act(team, who, exhibit | ABSENT, "stored", version=1)) or who == "sofia"
        read_json(await answer(team, "lena", await offered(team, "noor", exhibit, "lena")))
        read_json(await act(team, "lena", exhibit, "transported", by="Courier"), 201)
        taken = await act(team, "noor", exhibit, "transported", place="Rotterdam")
        assert (taken.status_code, taken.json()["errors"][0]["field"]) == (422, "by"), "another party answers for it"
        view = read_json(await act(team, "noor", exhibit, "transported", by="Courier", place="Bonn"), 201)
        assert shown(view)[:4] == ("held", "DE", None, "Courier")
        assert await code(await act(team, "claire", exhibit, "stored"), 403) == "not-to-record"


class TestCorrections:
    async def test_correction_names_the_entry_and_sets_the_state(self, team: Team) -> None:
        exhibit = await thing(team)
        view = read_json(await act(team, "noor", exhibit, "destroyed"), 201)
        wrong = view["way"][0]["id"]
        assert view["may_correct"]
        assert await code(await act(team, "daan", exhibit, "stored"), 409) == "not-from-here"
        mended = {"standing": "stored", "custodian": "Evidence room", "place": "Shelf 3", "seal": "A 7"}
        view = read_json(await correct(team, "daan", exhibit, wrong, mended=mended), 201)
        assert shown(view) == ("stored", "NL", None, "Evidence room", "Shelf 3", "A 7")
        told = view["way"][0]
        assert (told["kind"], told["subject"]["corrects"]) == ("custody.corrected", wrong)
        assert values(told)["reason"] == "Noted wrongly"
        assert wrong in [one["id"] for one in view["way"]], "what was wrong stays"
        alone = read_json(
            await correct(team, "noor", exhibit, view["way"][-1]["id"], reason="It was Coolsingel 2"), 201
        )
        assert shown(alone) == shown(view)
        assert values(alone["way"][0])["standing"] is None

    async def test_correction_is_for_the_recording_party_and_the_originator(self, team: Team) -> None:
        exhibit, other = await thing(team, release("DE")), await thing(team)
        registered = (await custody(team, "noor", exhibit))[0]["id"]
        seized = (await where(team, "noor", exhibit))["way"][0]["id"]
        for entry in (registered, (await where(team, "noor", other))["way"][0]["id"], ABSENT["id"]):
            refused = await correct(team, "noor", exhibit, entry)
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "corrects")
        assert await code(await correct(team, "lena", exhibit, seized), 403) == "not-to-record"
        read_json(await answer(team, "lena", await offered(team, "noor", exhibit, "lena")))
        assert await code(await correct(team, "lena", exhibit, seized), 403) == "not-ones-own"
        back = {"standing": "held", "custodian": "Noor", "place": "Rotterdam", "taken_back": True}
        received = (await where(team, "lena", exhibit))["way"][0]["id"]
        refused = await correct(team, "lena", exhibit, received, mended=back)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "mended.taken_back")
        view = read_json(await correct(team, "noor", exhibit, received, mended=back), 201)
        assert shown(view)[:4] == ("held", "NL", None, "Noor")
        assert values(view["way"][0])["party"] == "NL"

    async def test_custody_continues_after_the_content_is_erased(self, team: Team) -> None:
        exhibit = await thing(team)
        version = read_json(await see(team, "noor", exhibit))["version"]
        headers = {"If-Match": f'"{version}"'}
        withdrawal = place(team, exhibit, "/withdrawal")
        view = read_json(await team.client("noor").post(withdrawal, json={"reason": "Excluded"}, headers=headers))
        erasing = {"confirmation": view["exhibit_number"], "reason": "Excluded for good"}
        match = {"If-Match": f'"{view["version"]}"'}
        read_json(await team.client("noor").post(place(team, exhibit, "/erasure"), json=erasing, headers=match), 202)
        view = read_json(await act(team, "noor", exhibit, "returned"), 201)
        assert shown(view)[:4] == ("returned", "NL", None, "Owner, K.")
