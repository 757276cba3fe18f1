"""A process that starts signs a ledger only once all of its log co-signers have answered, or an operator excused one."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import structlog

from app.database import Database
from app.ledger import alarms, checkpoints
from app.ledger.checkpoints import UnansweredError
from app.ledger.heads import LedgerRolledBackError
from app.ledger.witnesses import answers as module
from app.ledger.witnesses import registry
from app.ledger.witnesses.answers import ExcuseRefusedError, excuse
from app.ledger.witnesses.registry import Cosigning
from app.ledger.witnesses.witnessing import Answer
from app.operator_commands import manage_cosigners
from tests.ledger.witnesses.test_witness_rounds import name, published
from tests.support.databases.database import Copies
from tests.support.databases.superuser import as_superuser
from tests.support.ledgers.bare_ledger import BareLedger
from tests.support.ledgers.witnesses import Party, serving
from tests.support.program import settings_for

REASON = "Its machine burnt down. Decided by the host's registrar with every party."
AWAY = Answer(503, "")


@dataclass
class Cosigned:
    """A ledger with one co-signer, which has cosigned its last checkpoint."""

    bare_ledger: BareLedger
    party: Party

    @property
    def cosigning(self) -> Cosigning:
        return Cosigning(self.bare_ledger.database, ["127.0.0.0/8"])

    async def size(self) -> int:
        async with self.bare_ledger.database.engine() as session:
            head = await checkpoints.head(session, self.bare_ledger.ledger.jit)
        return head.size if head else 0

    async def alarm(self) -> str:
        found = await alarms.of(self.bare_ledger.database, self.bare_ledger.ledger.jit)
        return found.get("unanswered", ("",))[0]


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_PATIENCE_SECONDS", 0.5)
    monkeypatch.setattr(module, "_SHORTEST_SECONDS", 0.01)


@asynccontextmanager
async def one(bare_ledger: BareLedger, folder: Path, *, knows: bool = True) -> AsyncIterator[Cosigned]:
    async with serving(folder / "nl", "witness.example/nl") as party:
        await name(bare_ledger, "NL", party)
        if knows:
            party.witness.add_log(str(bare_ledger.keys.signer(bare_ledger.ledger.origin).verifier))
        await published(bare_ledger, bare_ledger.publisher(), 1)
        cosigned = Cosigned(bare_ledger, party)
        assert await cosigned.cosigning.round() == int(knows)
        yield cosigned


@pytest.fixture
async def cosigned(bare_ledger: BareLedger, tmp_path: Path) -> AsyncIterator[Cosigned]:
    async with one(bare_ledger, tmp_path) as found:
        yield found


async def test_older_database_with_an_older_head_is_not_signed_while_the_cosigner_is_away(
    bare_ledger: BareLedger, tmp_path: Path, copies: Copies
) -> None:
    """The attack of the security test: 1078 was signed and published beside 1083, because nobody answered at the start."""
    async with one(bare_ledger, tmp_path) as cosigned:
        before, head = await cosigned.size(), bare_ledger.heads.path(bare_ledger.ledger.origin)
        older_head = head.read_bytes()
        await bare_ledger.database.__aexit__()
        older = copies.of(bare_ledger.urls)
        bare_ledger.database = await bare_ledger.another()
        await published(bare_ledger, bare_ledger.publisher(), 5)
        assert await cosigned.cosigning.round() == 1

        head.write_bytes(older_head)
        async with Database(older.app, older.engine, pool=4) as database:
            bare_ledger.database, cosigned.party.answer = database, lambda _: AWAY
            answers = bare_ledger.answers()
            publisher = bare_ledger.publisher(every=0.001, answers=answers)
            assert not await answers.ask()
            await bare_ledger.append(1)
            await bare_ledger.sequence()
            for _ in range(2):
                await publisher._try_to_publish(bare_ledger.ledger)
                with pytest.raises(UnansweredError, match=r"witness\.example/nl \(refused: .*503"):
                    await publisher.publish(bare_ledger.ledger, "export")
            assert await cosigned.size() == before, "nothing is signed"
            assert head.read_bytes() == older_head
            assert "witness.example/nl" in await cosigned.alarm()

            cosigned.party.answer = None
            assert await answers.ask()
            with pytest.raises(LedgerRolledBackError, match="has cosigned more"):
                await publisher.publish(bare_ledger.ledger, "export")
            assert await cosigned.size() == before


async def test_signing_goes_on_without_a_restart_once_the_cosigner_answers(cosigned: Cosigned) -> None:
    bare_ledger = cosigned.bare_ledger
    answers, cosigned.party.answer = bare_ledger.answers(), lambda _: AWAY
    publisher = bare_ledger.publisher(every=0.001, answers=answers)
    await answers.ask()
    await bare_ledger.append(1)
    await bare_ledger.sequence()
    with structlog.testing.capture_logs() as logs:
        for _ in range(3):
            await publisher._try_to_publish(bare_ledger.ledger)
    assert [one["what"] for one in logs if "what" in one] == ["unanswered"], "told once"
    async with bare_ledger.database.engine() as session:
        assert await publisher.waits(session, bare_ledger.ledger.jit)
    cosigned.party.answer = None
    await answers.ask()
    await publisher._try_to_publish(bare_ledger.ledger)
    assert await cosigned.size() == (await bare_ledger.tree()).size
    assert await cosigned.alarm() == ""
    cosigned.party.answer = lambda _: AWAY
    await published(bare_ledger, publisher, 1)  # a co-signer that stops later delays nothing


@pytest.mark.parametrize(
    ("answer", "has_answered"),
    [
        (None, True),
        (lambda size: Answer(409, f"{size + 3}\n"), True),
        (lambda size: Answer(409, f"{size}\n"), True),
        (lambda _: Answer(404, "not found"), False),  # of a proxy, because it has cosigned this ledger
        (lambda _: Answer(200, "nonsense"), False),
        (lambda _: Answer(403, ""), False),
        (lambda _: Answer(502, ""), False),
    ],
)
async def test_answer_counts_only_if_it_says_what_the_cosigner_has_cosigned(
    cosigned: Cosigned, answer: Callable[[int], Answer] | None, has_answered: bool
) -> None:
    size = await cosigned.size()
    cosigned.party.answer = None if answer is None else lambda _: answer(size)
    assert await cosigned.bare_ledger.answers().ask() == has_answered


async def test_cosigner_that_never_knew_the_ledger_delays_nothing_once_it_says_so(
    bare_ledger: BareLedger, tmp_path: Path
) -> None:
    async with one(bare_ledger, tmp_path, knows=False) as cosigned:
        answers = bare_ledger.answers()
        with pytest.raises(UnansweredError):
            await published(bare_ledger, bare_ledger.publisher(answers=answers), 1)
        assert await answers.ask()
        cosigned.party.answer = lambda _: AWAY
        assert not await bare_ledger.answers().ask(), "a later process asks again"
        await published(bare_ledger, bare_ledger.publisher(answers=answers), 1)


@pytest.mark.parametrize(
    "change",
    [
        "update witnesses set removed_at = now()",
        "update parties set status = 'suspended' where code = 'NL'",
    ],
)
async def test_removed_cosigner_and_that_of_a_suspended_party_are_not_awaited(cosigned: Cosigned, change: str) -> None:
    cosigned.party.answer = lambda _: AWAY
    answers = cosigned.bare_ledger.answers()
    assert not await answers.ask()
    async with as_superuser(cosigned.bare_ledger.database) as superuser:
        await superuser.execute(change)
    await published(cosigned.bare_ledger, cosigned.bare_ledger.publisher(answers=answers), 1)


async def test_excused_cosigner_is_not_awaited_until_it_cosigns_and_the_ledger_says_why(cosigned: Cosigned) -> None:
    bare_ledger, jit = cosigned.bare_ledger, cosigned.bare_ledger.ledger.jit
    with pytest.raises(ExcuseRefusedError, match="answers, so"):
        await excuse(bare_ledger.database, bare_ledger.answers(), jit, "witness.example/nl", REASON)
    cosigned.party.answer = lambda _: AWAY
    answers = bare_ledger.answers()
    await answers.ask()
    with pytest.raises(ExcuseRefusedError, match="at least 20 characters"):
        await excuse(bare_ledger.database, bare_ledger.answers(), jit, "witness.example/nl", "away")
    with pytest.raises(ExcuseRefusedError, match=r"is no log co-signer .* witness\.example/nl"):
        await excuse(bare_ledger.database, bare_ledger.answers(), jit, "witness.example/xx", REASON)
    size = await cosigned.size()
    assert (
        await excuse(bare_ledger.database, bare_ledger.answers(), jit, "witness.example/nl", REASON)
        == "witness.example/nl"
    )
    await published(bare_ledger, bare_ledger.publisher(answers=answers), 0)
    assert await bare_ledger.answers().ask(), "after the next start too"
    async with as_superuser(bare_ledger.database) as superuser:
        said = dict(
            await superuser.fetch(
                "select f.name, f.value from fields f join headers h on h.entry = f.entry where h.kind = 'witness.excused'"
            )
        )
    assert (json.loads(said["reason"]), json.loads(said["size"])) == (REASON, size)
    cosigned.party.answer = None
    await cosigned.cosigning.look()
    cosigned.party.answer = lambda _: AWAY
    assert not await bare_ledger.answers().ask(), "it is awaited again"


async def test_operator_reads_what_signing_waits_for_and_excuses_it(cosigned: Cosigned, tmp_path: Path) -> None:
    bare_ledger, jit = cosigned.bare_ledger, cosigned.bare_ledger.ledger.jit
    networks = {"witness_networks": ("127.0.0.0/8",)}
    settings = settings_for(bare_ledger.urls, tmp_path).model_copy(update=networks)
    assert "waits for no log co-signer" in await manage_cosigners(settings, None, None, "")
    cosigned.party.answer = lambda _: AWAY
    publisher = bare_ledger.publisher(every=0.001, answers=bare_ledger.answers())
    await bare_ledger.append(1)
    await bare_ledger.sequence()
    await publisher._try_to_publish(bare_ledger.ledger)
    told = await manage_cosigners(settings, None, None, "")
    assert f"team {jit}" in told
    assert "witness.example/nl" in told
    assert "--excuse NAME" in told
    assert "does not wait for witness.example/nl" in await manage_cosigners(settings, jit, "witness.example/nl", REASON)
    await publisher._try_to_publish(bare_ledger.ledger)
    assert "waits for no log co-signer" in await manage_cosigners(settings, None, None, "")
