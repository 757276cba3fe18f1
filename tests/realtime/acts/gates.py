"""What waits for somebody: releases beyond the Union, second leaders, joint originators, quarantine, the filter, an emergency."""

from tests.factories import evidence, retention, step_up
from tests.factories.evidence import release
from tests.factories.sharing import access_rules, four_eyes, joint, privilege_review, quarantine
from tests.factories.sharing import gates as waiting_releases
from tests.factories.team import Team
from tests.notifications import test_alerts as alerts
from tests.realtime.acts import Watch, does, done
from tests.sharing import test_emergency_access as emergencies
from tests.sharing.test_rule_changes import apply, shown


@does("grant_release", "attest_release", "give_up_release")
async def beyond_the_union(team: Team, watch: Watch) -> None:
    exhibit = await evidence.register(team, "noor", release("DE"))
    async with watch("daan", "bram", "lena", "mara"):
        done(await evidence.grant(team, "noor", exhibit, "CH"))
        (wish,) = await waiting_releases.waiting(team, "noor", exhibit)
        done(await waiting_releases.give_up(team, "noor", wish))
        done(await evidence.grant(team, "noor", exhibit, "CH"))
        (wish,) = await waiting_releases.waiting(team, "noor", exhibit)
        done(await waiting_releases.attest(team, "noor", wish))


@does("set_four_eyes", "grant_release", "confirm_release", "recall_release")
async def two_leaders(team: Team, watch: Watch) -> None:
    exhibit = await evidence.register(team, "noor")
    async with watch("daan", "bram", "lena"):
        done(await four_eyes.demand(team, "noor", "release", "recall"))
        done(await evidence.grant(team, "noor", exhibit, "DE"))
        (wish,) = await waiting_releases.waiting(team, "noor", exhibit)
        done(await four_eyes.confirm(team, "bram", wish))
        done(await evidence.recall(team, "noor", exhibit, "DE"))
        (wish,) = await waiting_releases.waiting(team, "noor", exhibit)
        done(await four_eyes.confirm(team, "bram", wish))


@does("register_evidence", "grant_release", "agree_release", "withdraw_evidence", "erase_evidence", "agree_erasure")
async def joint_originators(team: Team, watch: Watch) -> None:
    async with watch("daan", "lena", "jonas", "claire") as check_live_updates:
        exhibit = await joint.jointly(team, "DE")
        done(await evidence.grant(team, "noor", exhibit, "FR"))
        (wish,) = await waiting_releases.waiting(team, "jonas", exhibit)
        done(await joint.agree(team, "jonas", wish))
        await retention.withdraw(team, exhibit)
        done(await joint.agree_to_erase(team, "jonas", exhibit))
        done(await retention.erase(team, "noor", exhibit))
        await retention.erased(team, exhibit)
        await check_live_updates.look("the worker has destroyed the content")


@does(
    "designate_controller",
    "confirm_controller",
    "register_evidence",
    "announce_file",
    "receive_piece",
    "open_evidence",
    "verify_evidence",
)
async def quarantined(team: Team, watch: Watch) -> None:
    async with watch("admin", "mara", "lena"):
        exhibit = await quarantine.brought(team, release("DE"))
        done(await quarantine.verify(team, "admin", exhibit))


@does("name_filter_team", "close_evidence", "open_evidence", "clear_evidence")
async def filtered(team: Team, watch: Watch) -> None:
    exhibit = await evidence.with_file(team, release("DE"), release("FR", "listed"))
    async with watch("noor", "daan", "lena", "claire"):
        done(await privilege_review.name(team, "noor", "daan"))
        done(await privilege_review.flag(team, "bram", exhibit))
        (waits,) = await privilege_review.queue(team, "daan")
        done(await privilege_review.give(team, "daan", {"id": exhibit["id"]} | waits))


@does(
    "set_break_glass", "begin_emergency", "review_emergency", "hand_over_alert", "acknowledge_alerts", "open_evidence"
)
async def emergency(team: Team, watch: Watch) -> None:
    exhibit = await evidence.with_file(team, release("DE", "listed"), release("FR"))
    async with watch("daan", "bram", "lena", "claire"):
        done(await emergencies.allow(team))
        begun = done(await emergencies.smash(team, "lena", exhibit["exhibit_number"]))
        done(await evidence.open_it(team, "claire", exhibit))
        await emergencies.over(team, begun)
        (ended,) = await emergencies.emergencies(team, "noor")
        done(await emergencies.review(team, "noor", ended))
        alert = (await alerts.alerts(team, "noor", "?acknowledged=false"))[0]
        done(await alerts.hand(team, "noor", alert, "bram"))
        done(await alerts.acknowledge(team, "bram", alert["id"]))


@does("add_access_rule", "change_access_rule", "retire_access_rule", "apply_rule_changes", "set_reservation")
async def rules(team: Team, watch: Watch) -> None:
    await evidence.with_file(team)
    async with watch("daan", "lena", "claire"):
        one = await access_rules.rule(team)
        done(await apply(team, await shown(team)))
        one = done(await access_rules.change(team, "noor", one, level="listed"))
        done(await apply(team, await shown(team)))
        done(await access_rules.retire(team, "noor", one))
        reservation = {"judicial": True, "reason": "As the agreement of 3 June has it"}
        path = team.path("/reservation")
        version = done(await team.client("noor").get(path))["version"]
        done(await team.client("noor").put(path, json=reservation, headers={"If-Match": f'"{version}"'}))


@does("set_step_up_policy")
async def second_factors(team: Team, watch: Watch) -> None:
    key = await step_up.add_passkey(team.client("noor"))
    async with watch("daan", "lena"):
        done(await step_up.demand(team, "export"))
        done(await step_up.prove(team.client("noor"), key, "keys_and_policy"))
        done(await step_up.demand(team))


@does("require_approval", "lift_required_approval")
async def required_approvals(team: Team, watch: Watch) -> None:
    exhibit = await evidence.register(team, "noor")
    async with watch("daan", "lena", "claire"):
        form = {"evidence": exhibit["id"], "approver": "Parket-Generaal", "reason": "Ongoing operation"}
        path = team.path("/required-approvals")
        one = done(await team.client("noor").post(path, json=form))
        done(await team.client("noor").post(f"{path}/{one['id']}/lifting", json={"reason": "Approved"}))
