"""A ledger that lost entries goes on in a new epoch, by the operator's command: its bundles say so, and verify."""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from app import embedded
from app.api.context import AppContext
from app.exports import verifier
from app.exports.verifier import Question, open_bag, parse_keys, verify
from app.ledger.heads import LedgerRolledBackError
from app.ledger.journal import Ledger
from app.main import create_app
from tests.audit.test_exports import content, lines, made
from tests.factories.evidence import open_it, release, with_file
from tests.factories.team import Founded, Team, read_json
from tests.support.command import Command
from tests.support.databases.database import Copies
from tests.support.program import settings_for

REASON = "The disk of the host failed; the last night is lost. Decided by the host's registrar."
RENEWED = "The key is three years old. Decided by the parties on 24 November."


@asynccontextmanager
async def at_work(urls: embedded.Urls, state: Path, founded: Founded) -> AsyncIterator[Team]:
    """The whole program on this database and folder, everybody signed in; in the end all is sequenced and signed."""
    program = create_app(settings_for(urls, state))
    async with program.router.lifespan_context(program):
        team = founded.at(program)
        yield team
        await team.settled()
        await team.context.publisher.publish(await ledger_of(team.context, team.jit_id), "export")
        await team.close()


async def ledger_of(context: AppContext, jit: UUID) -> Ledger:
    async with context.database.engine() as session:
        origin = await session.execute(text("select ledger_origin from jits where id = :jit"), {"jit": jit})
        return Ledger(jit, origin.scalar_one())


@dataclass
class Story:
    """Bundles of one exhibit from before the loss, of what was lost, and from afterwards; and the keys as the API gives them."""

    old: Path
    lost: Path
    new: Path
    archive: Path
    keys: list[dict[str, Any]]

    def asked(self, *keys: int, since: Path | None = None) -> Question:
        outside = parse_keys("\n".join(self.keys[at]["vkey"] for at in keys).encode())
        return Question(keys=outside, since=None if since is None else open_bag(since))


async def test_work_goes_on_and_bundles_of_every_epoch_verify(
    cluster: embedded.Cluster,
    copies: Copies,
    founded: Founded,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    state = tmp_path / "state"
    shutil.copytree(founded.state, state)
    urls = copies.of(cluster.urls_of(founded.database))
    async with at_work(urls, state, founded) as team:
        exhibit = await with_file(team, release("DE"))
        _, old = await made(team, "noor", exhibit, tmp_path)
    backup = copies.of(urls)
    async with at_work(urls, state, founded) as team:
        read_json(await open_it(team, "lena", exhibit), 201)  # this will be lost
        _, lost = await made(team, "noor", exhibit, tmp_path)
    with pytest.raises(LedgerRolledBackError, match="liaison epoch tells how"):
        async with at_work(backup, state, founded):
            pass
    on_whole, on_backup = (Command(one, state, monkeypatch, capsys) for one in (urls, backup))
    await asyncio.to_thread(
        begin_by_command, on_whole, on_backup, founded.jit["id"]
    )  # the command has a loop of its own
    async with at_work(backup, state, founded) as team:
        read_json(await open_it(team, "jonas", exhibit), 201)
        keys = read_json(await team.client("noor").get(team.path("/ledger/keys")))["log"]
        _, new = await made(team, "noor", exhibit, tmp_path)
        _, archive = await made(team, "jit_auditor", None, tmp_path)
    verify_all(Story(old, lost, new, archive, keys))
    renew = ("epoch", founded.jit["id"], "--new-key", "--reason", RENEWED)
    _, renewed, complaint = await asyncio.to_thread(on_backup, *renew)
    assert re.search(r"/2 has begun at position [0-9]+", renewed), complaint
    (head,) = (state / "ledger").glob("*_2.head")
    head.unlink()
    await asyncio.to_thread(begin_after_a_lost_head, on_backup, founded.jit["id"])
    async with at_work(backup, state, founded) as team:
        keys = read_json(await team.client("noor").get(team.path("/ledger/keys")))["log"]
        _, newest = await made(team, "noor", exhibit, tmp_path)
    verify_renewed(Story(new, lost, newest, archive, keys))


def verify_renewed(story: Story) -> None:
    """Nothing is lost by a new key, or with a head: what was exported before is the beginning of what is exported after."""
    for keys in ((0, 1, 2, 3), (3,), (0,)):
        report = verify(story.new, story.asked(*keys, since=story.old))
        assert (report.exit, report.wrong) == (verifier.EXIT_AUTHENTICATED, [])
        assert any(RENEWED in remark and "no loss is named" in remark for remark in report.remarks)
        assert any("No signed head of this ledger was kept" in remark for remark in report.remarks)
    assert verify(story.old, story.asked(2)).exit == verifier.EXIT_WRONG


def begin_by_command(whole: Command, backup: Command, jit: str) -> None:
    code, listed, complaint = backup("epoch")
    assert code == 0, complaint
    assert f"team {jit}: signed were" in listed
    assert "It cannot be taken back" in listed
    code, _, complaint = backup("epoch", jit)
    assert (code, "Nothing was changed" in complaint) == (1, True)
    _, begun, complaint = backup("epoch", jit, "--reason", REASON)
    assert re.search(r"/1 has begun at position [0-9]+", begun), complaint
    assert "Every ledger reaches what was signed." in backup("epoch")[1]
    assert whole("epoch")[0] == 0


def begin_after_a_lost_head(backup: Command, jit: str) -> None:
    assert "--head-lost" in backup("epoch")[1]
    for given in (
        (jit, "--reason", REASON),
        (jit, "--new-key", "--reason", REASON),
        (jit, "--head-lost"),
        ("--head-lost",),
    ):
        code, _, complaint = backup("epoch", *given)
        assert (code, "Nothing was changed" in complaint) == (1, True)
    _, begun, complaint = backup("epoch", jit, "--head-lost", "--reason", REASON)
    assert re.search(r"/3 has begun at position [0-9]+", begun), complaint


def verify_all(story: Story) -> None:
    old_key, new_key = story.keys
    assert (old_key["from"], old_key["to"] + 1, new_key["to"]) == (0, new_key["from"], None)
    begun = old_key["to"]
    kinds = {line["position"]: line["kind"] for line in lines(story.new)}
    assert kinds[0] == "jit.founded"
    assert kinds[begun] == "epoch.begun"
    assert min(at for at, kind in kinds.items() if kind == "evidence.registered") < begun
    assert max(at for at, kind in kinds.items() if kind == "evidence.opened") > begun
    for bundle in (story.new, story.archive):
        for keys in ((0, 1), (1,), (0,)):  # all from outside; the one in force; the one that the agreement names
            report = verify(bundle, story.asked(*keys))
            assert (report.exit, report.wrong) == (verifier.EXIT_AUTHENTICATED, [])
            assert any(REASON in remark and f"position {begun}: after a loss" in remark for remark in report.remarks)
        assert verify(bundle).exit == verifier.EXIT_INTACT
    assert verify(story.new, story.asked(0, since=story.old)).wrong == []
    assert verify(story.old, story.asked(0)).exit == verifier.EXIT_AUTHENTICATED
    for question in (story.asked(0, since=story.lost), Question(since=open_bag(story.lost))):
        (finding,) = verify(story.new, question).wrong
        assert "restored after a loss: the ledger goes on in a new epoch, without the rest" in finding
    stranger = story.asked(1)
    stranger.keys.log[0] = stranger.keys.log[0]._replace(
        key=stranger.keys.log[0].key._replace(public=b"\x09" + bytes(31))
    )
    assert verify(story.new, stranger).exit == verifier.EXIT_WRONG
    assert verify(story.old, story.asked(1)).exit == verifier.EXIT_WRONG, (
        "a key of a later epoch signs nothing before it"
    )
    assert b"liaison-epoch/v1" in content(story.new, "data/keys.json")
