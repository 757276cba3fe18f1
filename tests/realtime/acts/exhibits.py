"""Exhibits: registered, described, uploaded to, released, derived, opened, taken, kept, erased."""

from tests.custody.test_fixity import order
from tests.evidence.test_bulk import bulk
from tests.evidence.test_evaluations import assess
from tests.factories import acquisitions, case_document, copies, derivations, evidence, retention, working_sessions
from tests.factories.evidence import form, release
from tests.factories.sharing import bulk_releases, four_eyes
from tests.factories.team import Team
from tests.realtime.acts import Watch, does, done


async def seen(team: Team, exhibit: dict[str, object], who: str = "noor") -> dict[str, object]:
    """The exhibit as it is now."""
    return done(await evidence.see(team, who, exhibit))


@does("register_evidence", "register_evidence_in_bulk", "import_case")
async def register(team: Team, watch: Watch) -> None:
    async with watch("daan", "lena", "claire"):
        parent = await evidence.register(team, "noor", release("DE"), release("FR", "listed"))
        done(await bulk(team, "noor", form(), form(releases=[release("DE")])))
        await derivations.derive(team, "noor", parent)
        await case_document.imported(team)


@does(
    "describe_evidence",
    "evaluate_evidence",
    "record_acquisition",
    "make_labels",
    "make_blank_labels",
    "void_blank_label",
)
async def describe(team: Team, watch: Watch) -> None:
    exhibit = await evidence.register(team, "noor", release("DE"), release("FR", "listed"))
    async with watch("daan", "lena", "claire"):
        done(await evidence.describe(team, "noor", exhibit))
        done(await assess(team, "noor", await seen(team, exhibit)))
        done(await acquisitions.record(team, "noor", exhibit))
        done(await team.client("noor").post(team.path("/labels"), json={"evidence": [exhibit["id"]]}))
        blank, _ = done(await team.client("noor").post(team.path("/blank-labels"), json={"count": 2}))["items"]
        voiding = team.path(f"/blank-labels/{blank['code']}/voiding")
        done(await team.client("noor").post(voiding, json={"reason": "Lost"}, headers={"If-Match": '"1"'}))


@does("save_view", "delete_saved_view")
async def on_views(team: Team, watch: Watch) -> None:
    async with watch("daan", "lena"):
        saved = done(await team.client("lena").post(team.path("/evidence-views"), json={"name": "Mail"}))
        done(await team.client("lena").delete(team.path(f"/evidence-views/{saved['id']}")))


@does("announce_file", "receive_piece", "terminate_upload", "decide_file", "order_fixity")
async def upload(team: Team, watch: Watch) -> None:
    exhibit = await evidence.register(team, "noor", release("DE"), release("FR", "listed"))
    async with watch("daan", "lena", "claire", "jit_auditor"):
        await evidence.upload(team, "noor", exhibit)
        await evidence.rendered(team, exhibit)
        differing = await evidence.upload(team, "noor", exhibit, b"other", declared="00" * 32)
        decision = {"decision": "keep", "reason": "Hashed before it was cut"}
        path = evidence.place(team, exhibit, f"/files/{differing['id']}/decision")
        done(await team.client("noor").post(path, json=decision))
        begun = await evidence.announced(team, "noor", exhibit, 9)
        await team.client("noor").delete(begun, headers=evidence.TUS)
        done(await order(team, "jit_auditor", exhibit))


@does("grant_release", "recall_release")
async def grant(team: Team, watch: Watch) -> None:
    exhibit = await evidence.with_file(team, release("DE"))
    async with watch("daan", "lena", "claire"):
        done(await evidence.grant(team, "noor", exhibit, "FR", level="listed"))
        done(await evidence.grant(team, "noor", exhibit, "FR", version=1, level="held"))
        done(await evidence.grant(team, "noor", exhibit, "DE", version=1, level="listed"))
        done(await evidence.recall(team, "noor", exhibit, "FR", version=2))
        done(await evidence.recall(team, "noor", exhibit, "DE", version=2))


@does("grant_releases_in_bulk", "recall_releases_in_bulk")
async def grant_in_bulk(team: Team, watch: Watch) -> None:
    exhibits = [await evidence.register(team, "noor") for _ in range(2)]
    async with watch("daan", "lena", "claire"):
        wanted = [bulk_releases.item(one, party) for one in exhibits for party in ("DE", "FR")]
        done(await bulk_releases.share(team, "noor", wanted, release("DE"), release("FR", "listed")))
        standing = [one | {"seen_version": 1} for one in wanted]
        done(await bulk_releases.recall(team, "noor", standing))


@does("open_evidence", "begin_working_session", "end_working_session", "answer_copy", "recall_release")
async def open_and_take(team: Team, watch: Watch) -> None:
    exhibit = await evidence.with_file(team, release("DE"), release("FR"), handling=["H1"])
    async with watch("daan", "lena", "jonas", "claire"):
        done(await evidence.open_it(team, "lena", exhibit))
        done(await working_sessions.begin(team, "lena"))
        done(await working_sessions.open_within(team, "lena", exhibit))
        standing = await working_sessions.current(team, "lena")
        assert standing is not None
        done(await working_sessions.end(team, "lena", standing))
        copy = await copies.taken(team, "lena", exhibit)
        done(await evidence.recall(team, "noor", exhibit, "DE"))
        (copy,) = await copies.listed(team, "jonas")
        done(await copies.answer(team, "jonas", copy))


@does("keep_evidence", "set_hold", "lift_hold", "withdraw_evidence", "erase_evidence", "agree_retention_rule")
async def keep(team: Team, watch: Watch) -> None:
    exhibit = await evidence.with_file(team, release("DE"), release("FR", "listed"))
    await copies.taken(team, "lena", exhibit)
    async with watch("daan", "lena", "claire") as check_live_updates:
        done(await retention.agree(team))
        done(await retention.keep(team, "noor", exhibit))
        (one,) = done(await retention.hold(team, "noor", exhibit))["holds"]
        done(await retention.lift(team, "noor", exhibit, one))
        await retention.withdraw(team, exhibit)
        done(await retention.erase(team, "noor", exhibit))
        await retention.erased(team, exhibit)
        await check_live_updates.look("the worker has destroyed the content")


@does("set_four_eyes", "erase_evidence", "give_up_erasure", "confirm_erasure")
async def erase_by_two(team: Team, watch: Watch) -> None:
    exhibit = await evidence.with_file(team, release("DE"))
    await retention.withdraw(team, exhibit)
    async with watch("daan", "bram", "lena") as check_live_updates:
        done(await four_eyes.demand(team, "noor", "erase"))
        done(await retention.erase(team, "noor", exhibit))
        done(await retention.give_up(team, "bram", exhibit))
        done(await retention.erase(team, "noor", exhibit))
        done(await retention.confirm(team, "bram", exhibit))
        await retention.erased(team, exhibit)
        await check_live_updates.look("the worker has destroyed the content")
