"""What people do together: tasks, consents, flags, disclosures, things in hand, bundles, erased fields."""

from typing import Any

from tests.audit.test_exports import ended, kept_waiting
from tests.custody.test_disclosures import disclose
from tests.evidence import test_flags as flags
from tests.factories import (
    calendar_feeds,
    evidence,
    field_erasures,
    hearings,
    notices,
    physical_custody,
    reference,
    requests,
    tasks,
)
from tests.factories.evidence import release
from tests.factories.sharing import consents, four_eyes
from tests.factories.sharing.joint import jointly
from tests.factories.team import Team
from tests.realtime.acts import Watch, does, done


@does("change_checklist", "change_dependencies")
async def on_parts_of_tasks(team: Team, watch: Watch) -> None:
    first, task = await tasks.assign(team), await tasks.assign(team)
    async with watch("lena", "jonas", "claire"):
        task = done(await tasks.check(team, "lena", task, add=["Ask the host"]))
        item = task["checklist"][0]["id"]
        done(await tasks.check(team, "lena", task, tick=[item]))
        done(await tasks.wait(team, "coordinator", task, add=[first["id"]]))
        done(await tasks.wait(team, "coordinator", task, remove=[first["id"]]))


@does("assign_task", "change_task", "change_tasks_in_bulk", "relink_task", "comment_task")
async def on_tasks(team: Team, watch: Watch) -> None:
    exhibit, other = [await evidence.register(team, "noor", release("DE")) for _ in range(2)]
    async with watch("noor", "lena", "jonas", "claire"):
        task = await tasks.assign(team, evidence=[exhibit["id"]])
        task = done(await tasks.change(team, "lena", task, state="in_progress"))
        done(await tasks.comment(team, "lena", task))
        task = done(await tasks.relink(team, "lena", task, link=[other["id"]]))
        task = done(await tasks.relink(team, "lena", task, unlink=[exhibit["id"]]))
        task = done(await tasks.change(team, "coordinator", task, title="Match them again"))
        task = await tasks.accepted(
            team, done(await tasks.change(team, "coordinator", task, assignee=team.code("claire")))
        )
        done(await tasks.change(team, "claire", task, state="done"))
        done(await tasks.change_many(team, "coordinator", await tasks.assign(team), priority="high"))


@does("ask_consent", "see_consent", "grant_consent", "refuse_consent", "withdraw_consent")
async def on_consents(team: Team, watch: Watch) -> None:
    exhibit, other = [await evidence.register(team, "noor", release("DE", "listed")) for _ in range(2)]
    async with watch("noor", "bram", "lena", "jonas", "claire"):
        consent = await consents.ask(team, "jonas", exhibit)
        consent = done(await consents.do(team, "noor", consent, "seen"))
        consent = done(await consents.do(team, "noor", consent, "grant"))
        done(await consents.do(team, "noor", consent, "withdrawal"))
        consent = await consents.ask(team, "jonas", other)
        done(await consents.do(team, "noor", consent, "refusal"))


@does("flag_evidence", "decide_flag")
async def on_flags(team: Team, watch: Watch) -> None:
    exhibit = await evidence.with_file(team, release("DE"), release("FR"), handling=["H1"])
    async with watch("noor", "daan", "lena", "claire"):
        one = done(await flags.flag(team, "lena", exhibit))
        (one,) = await flags.listed(team, "noor")
        done(await flags.decide(team, "noor", one))


@does("disclose_evidence")
async def on_disclosures(team: Team, watch: Watch) -> None:
    exhibit = await evidence.with_file(team, release("DE"), release("FR"))
    async with watch("noor", "daan", "lena", "jonas", "claire"):
        done(await disclose(team, "lena", exhibit))


@does("record_custody_event", "correct_custody_event", "offer_handover", "answer_handover")
async def on_things(team: Team, watch: Watch) -> None:
    exhibit = await physical_custody.thing(team, release("DE"), release("FR", "listed"))
    async with watch("noor", "daan", "lena", "claire"):
        done(await physical_custody.act(team, "noor", exhibit, "sealed"))
        entry = (await team.entries("noor", "custody.sealed"))[-1]
        done(await physical_custody.correct(team, "noor", exhibit, entry["id"]))
        handover = await physical_custody.offered(team, "noor", exhibit, "lena")
        done(await physical_custody.answer(team, "lena", handover, intact=True))


@does("request_export", "cancel_export")
async def on_exports(team: Team, watch: Watch) -> None:
    exhibit = await evidence.with_file(team, release("DE"))
    async with watch("noor", "daan", "lena") as check_live_updates:
        form = {"profile": "court", "scope": {"evidence": exhibit["id"]}}
        async with kept_waiting(team):
            asked = done(await team.client("noor").post(team.path("/exports"), json=form))
            done(await team.client("noor").post(team.path(f"/exports/{asked['id']}/cancellation"), json={}))
        asked = done(await team.client("noor").post(team.path("/exports"), json=form))
        await ended(team, "noor", asked)
        await check_live_updates.look("the worker has made it")


@does("set_four_eyes", "erase_fields", "give_up_field_erasure", "confirm_field_erasure")
async def on_fields(team: Team, watch: Watch) -> None:
    await evidence.with_file(team, release("DE"))
    position = (await team.entries("noor", "evidence.registered"))[-1]["position"]
    async with watch("noor", "bram", "daan", "lena") as check_live_updates:
        check_live_updates.extra["position"] = [str(position)]
        await check_live_updates.look("somebody opens the entry")
        done(await four_eyes.demand(team, "noor", "erase"))
        wish = done(await field_erasures.erase(team, "noor", position))["erasures"][0]
        done(await field_erasures.give_up(team, "bram", position, wish["id"]))
        wish = done(await field_erasures.erase(team, "noor", position))["erasures"][-1]
        done(await field_erasures.confirm(team, "bram", position, wish["id"]))
        await field_erasures.erased(team, "noor", position)
        await check_live_updates.look("the worker has erased it")


@does("erase_fields", "agree_to_field_erasure")
async def on_fields_of_many(team: Team, watch: Watch) -> None:
    await jointly(team, "FR")
    position = (await team.entries("noor", "evidence.registered"))[-1]["position"]
    async with watch("noor", "claire", "lena") as check_live_updates:
        check_live_updates.extra["position"] = [str(position)]
        wish = done(await field_erasures.erase(team, "noor", position))["erasures"][0]
        done(await field_erasures.agree(team, "claire", position, wish["id"]))
        await field_erasures.erased(team, "noor", position)
        await check_live_updates.look("the worker has erased it")


@does("make_calendar_feed", "revoke_calendar_feed")
async def on_calendars(team: Team, watch: Watch) -> None:
    async with watch("lena", "jonas"):
        feed = await calendar_feeds.make(team, "lena")
        done(await calendar_feeds.revoke(team, "lena", feed))


@does(
    "create_notice",
    "change_notice",
    "answer_notice_check",
    "move_notice",
    "record_notice_hit",
    "record_notice_challenge",
    "change_notice_challenge",
    "release_notice",
    "recall_notice_release",
    "keep_notice",
    "import_notices",
)
async def on_notices(team: Team, watch: Watch) -> None:
    notice = await notices.moved(team, await notices.create(team), "checked", "with_ncb", "under_review")
    async with watch("noor", "daan", "lena", "claire"):
        draft = await notices.create(team)
        draft = done(await notices.change(team, "daan", draft, purpose="Warn of a seller"))
        done(await notices.check(team, "daan", draft, "compliance.quality"))
        notice = done(await notices.move(team, "daan", notice, "published"))
        notice = done(await notices.release(team, "noor", notice, "DE"))
        notice = done(await notices.hit(team, "daan", notice))
        notice = done(await notices.challenge(team, "daan", notice))
        path = notices.place(team, notice, f"/challenges/{notice['challenges'][0]['id']}")
        done(await team.client("noor").patch(path, json={"remedy": "x"}, headers={"If-Match": '"1"'}))
        done(await notices.recall(team, "noor", notice, "DE"))
        done(await notices.move(team, "noor", draft, "withdrawn", reason="Not needed"))
        done(await notices.keep(team, "noor", draft))
        document = {"document": '{"entity_id": "2026/1", "name": "EXAMPLE", "arrest_warrants": [{}]}', "take": [0]}
        done(await team.client("noor").post(team.path("/notices/imports"), json=document))


@does("link_notice_exhibit", "unlink_notice_exhibit", "link_notice_warrant", "unlink_notice_warrant")
async def on_links_of_notices(team: Team, watch: Watch) -> None:
    exhibit, notice = await evidence.register(team), await notices.create(team)
    request = await requests.create(team, instrument="EAW", to={"country": "DE"})
    async with watch("noor", "daan", "lena"):
        client = team.client("noor")
        done(await notices.exhibit(team, "noor", notice, exhibit))
        done(await client.delete(notices.place(team, notice, f"/exhibits/{exhibit['id']}")))
        done(await notices.warrant(team, "noor", notice, request))
        done(await client.delete(notices.place(team, notice, "/warrant")))


@does(
    "release_request",
    "confirm_request_release",
    "recall_request_release",
    "give_up_request_release",
    "release_notice",
    "confirm_notice_release",
    "recall_notice_release",
    "give_up_notice_release",
)
async def on_releases_by_two(team: Team, watch: Watch) -> None:
    done(await four_eyes.demand(team, "noor", "release", "recall"))
    request, notice = await requests.create(team), await notices.create(team)
    async with watch("noor", "bram", "lena", "claire"):
        for line, of in ((request, requests), (notice, notices)):
            done(await of.release(team, "noor", line, "DE"))
            done(await of.confirm(team, "bram", line, "DE"))
            done(await of.recall(team, "noor", line, "DE"))
            done(await of.give_up(team, "noor", line, "DE"))


@does(
    "create_request",
    "change_request",
    "save_request_form",
    "send_request_form",
    "move_request",
    "move_request_item",
    "release_request",
    "recall_request_release",
)
async def on_requests(team: Team, watch: Watch) -> None:
    async with watch("noor", "daan", "lena", "claire"):
        request = await requests.create(team)
        request = done(await requests.change(team, "daan", request, title="Panel of the marketplace"))
        request = done(await requests.release(team, "noor", request, "DE"))
        done(await requests.save_form(team, "daan", request, {"request": {"status": "new"}}))
        sending = {"incomplete": True, "reason": "Agreed by telephone"}
        request = done(await requests.move(team, "daan", request, "SENT", **sending))
        done(await requests.move_item(team, "daan", request, "preserved"))
        receipt = await requests.received(team, instrument="EIO")
        done(await requests.save_form(team, "daan", receipt, {}))
        dispatch: dict[str, Any] = {"incomplete": True, "reason": "Agreed by telephone"}
        done(await requests.send_form(team, "daan", receipt, "eio_annex_b", **dispatch))
        done(await requests.recall(team, "noor", request, "DE"))


@does(
    "move_request",
    "start_request_deadline",
    "extend_request_deadline",
    "end_request_deadline",
    "record_request_hop",
    "import_request_evidence",
    "add_request_paper",
    "remove_request_paper",
    "register_request_answer",
    "link_request_result",
    "unlink_request_result",
    "link_earlier_request",
    "unlink_earlier_request",
    "confirm_production_request",
    "keep_request",
)
async def on_what_hangs_on_requests(team: Team, watch: Watch) -> None:
    exhibit, earlier = await evidence.register(team), await requests.sent(team)
    request = await requests.sent(team, despite=True, instrument="TRANSFER_2024_3011", to={"country": "FR"})
    client, begun = team.client("noor"), {"rule": "TRANSFER_DECISION", "begins_at": request["since_at"]}
    async with watch("noor", "daan", "lena"):
        request = done(await client.post(requests.place(team, request, "/deadlines"), json=begun))
        path = requests.place(team, request, f"/deadlines/{request['clocks'][0]['id']}")
        done(await client.post(f"{path}/extension", json={}))
        done(await client.post(f"{path}/end", json={"outcome": "met"}))
        done(await requests.hop(team, "noor", request, "Ministry of Justice, Paris"))
        done(await requests.evidence(team, "noor", request))
        done(await requests.paper(team, "noor", request, exhibit))
        done(await client.delete(requests.place(team, request, f"/papers/{exhibit['id']}")))
        linked = done(await requests.result(team, "noor", request, exhibit))
        done(await client.delete(requests.place(team, request, f"/results/{linked['results'][0]['id']}")))
        done(await requests.answer(team, "noor", request))
        done(await requests.link(team, "noor", request, earlier))
        done(await client.post(requests.place(team, request, f"/links/{earlier['id']}/confirmation"), json={}))
        done(await client.delete(requests.place(team, request, f"/links/{earlier['id']}")))
        done(await requests.move(team, "noor", earlier, "WITHDRAWN", reason="Obtained otherwise"))
        done(await requests.keep(team, "noor", earlier))


@does("decide_about_changed_value")
async def on_changed_values(team: Team, watch: Watch) -> None:
    request, client = await requests.create(team, instrument="EIO", to={"country": "PL"}), team.client("noor")
    done(await requests.save_form(team, "noor", request, {}))
    async with await reference.operator_of(team) as operator:
        done(await reference.put_value(operator, "countries/PL", "formalities", "None"))
    (one,) = done(await client.get(team.path("/requests/changed-values")))["items"]
    form, seen = {"decision": "acknowledged"}, {"If-Match": f'"{one["version"]}"'}
    async with watch("noor", "daan", "lena"):
        done(
            await client.post(
                requests.place(team, request, f"/changed-values/{one['id']}/decision"), json=form, headers=seen
            )
        )


@does(
    "create_hearing",
    "change_hearing",
    "delete_hearing",
    "add_hearing_exhibit",
    "remove_hearing_exhibit",
    "decide_about_hearing_card_value",
    "assess_admissibility",
)
async def on_hearings(team: Team, watch: Watch) -> None:
    exhibit = await evidence.register(team)
    async with watch("noor", "daan", "lena"):
        hearing = await hearings.create(team, "noor", exhibit)
        hearing = done(await hearings.change(team, "daan", hearing, court="Hof Den Haag"))
        done(await hearings.drop(team, "noor", hearing, exhibit))
        done(await hearings.add(team, "daan", hearing, exhibit))
        done(await hearings.assess(team, "noor", exhibit))
        done(await hearings.decide(team, "noor", hearing, "disclosure", "confirmed"))
        done(await hearings.delete(team, "noor", hearing))
