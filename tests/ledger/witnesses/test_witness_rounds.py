"""Rounds: a checkpoint goes to every witness, what they answer is kept and published, and what is wrong with one is told."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app import clock
from app.ledger import alarms
from app.ledger.checkpoints import Publisher
from app.ledger.heads import LedgerRolledBackError
from app.ledger.signing.cosignatures import cosignatures
from app.ledger.witnesses import quorums, registry
from app.ledger.witnesses.registry import Cosigning
from app.ledger.witnesses.witnessing import Answer, Request
from tests.support.databases.superuser import as_superuser
from tests.support.ledgers.bare_ledger import BareLedger
from tests.support.ledgers.reference_ledger import ReferenceKey
from tests.support.ledgers.witnesses import Party, serving

pytestmark = pytest.mark.usefixtures("_impatient")


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever failed is asked again at once."""
    monkeypatch.setattr(registry, "_SHORTEST", timedelta())
    monkeypatch.setattr(registry, "_LONGEST", timedelta())


async def name(bare_ledger: BareLedger, code: str, party: Party) -> None:
    """As a leader of the party would; and the party knows the ledger."""
    async with as_superuser(bare_ledger.database) as superuser:
        await superuser.execute(
            "insert into witnesses (id, jit, party, vkey, url, named_by, named_at)"
            " select $1, p.jit, p.id, $2, $3, m.id, now() from parties p join members m on m.jit = p.jit and m.party = p.id"
            " where p.code = $4 limit 1",
            clock.new_id(),
            str(party.witness.key),
            party.url,
            code,
        )


@asynccontextmanager
async def two(bare_ledger: BareLedger, folder: Path) -> AsyncIterator[tuple[Party, Party]]:
    async with serving(folder / "nl", "witness.example/nl") as nl, serving(folder / "de", "witness.example/de") as de:
        for code, party in (("NL", nl), ("DE", de)):
            await name(bare_ledger, code, party)
            party.witness.add_log(str(bare_ledger.keys.signer(bare_ledger.ledger.origin).verifier))
        yield nl, de


async def published(bare_ledger: BareLedger, publisher: Publisher, more: int) -> str:
    await bare_ledger.append(more)
    await bare_ledger.sequence()
    return await publisher.publish(bare_ledger.ledger, "clock")


async def states(bare_ledger: BareLedger) -> dict[str, tuple[int, str | None]]:
    """By the witness's name: the size, and the failure."""
    async with as_superuser(bare_ledger.database) as superuser:
        rows = await superuser.fetch(
            "select vkey, size, failure from witness_states s join witnesses w on w.id = s.witness"
        )
    return {row["vkey"].partition("+")[0][-2:]: (row["size"], row["failure"]) for row in rows}


async def note_of(bare_ledger: BareLedger) -> bytes:
    async with bare_ledger.database.engine() as session:
        return ((await registry.latest(session, bare_ledger.ledger.jit)) or "").encode()


async def test_each_checkpoint_is_cosigned_by_both_and_published_so(bare_ledger: BareLedger, tmp_path: Path) -> None:
    cosigning, publisher = Cosigning(bare_ledger.database, ["127.0.0.0/8"]), bare_ledger.publisher()
    async with two(bare_ledger, tmp_path) as (nl, de):
        for more in (3, 1, 300, 0):
            note = await published(bare_ledger, publisher, more)
            async with bare_ledger.database.engine() as session:
                assert await registry.awaited(session, bare_ledger.ledger.jit, note) == {3: 0, 0: 0}.get(more, 2)
            assert await cosigning.round() == 2
            assert await cosigning.round() == 0, "nothing is due"
            cosigned = await note_of(bare_ledger)
            assert cosigned.startswith(note.encode())
            assert set(cosignatures(cosigned, [nl.witness.key, de.witness.key])) == {nl.witness.key, de.witness.key}
            async with bare_ledger.database.engine() as session:
                assert (await registry.cosigned(session, bare_ledger.ledger.jit, note)).encode() == cosigned
                assert await registry.awaited(session, bare_ledger.ledger.jit, note) == 0
        size = (await bare_ledger.tree()).size
        assert await states(bare_ledger) == {"nl": (size, None), "de": (size, None)}
        assert await alarms.of(bare_ledger.database, bare_ledger.ledger.jit) == {}
        async with as_superuser(bare_ledger.database) as superuser:
            await superuser.execute("delete from witness_states")
        await published(bare_ledger, publisher, 5)
        assert await cosigning.round() == 2, "what the house forgot the witness says: 409, and the right proof"
        for party in (nl, de):
            [(known, kept)] = party.witness.logs()
            assert (known.head.size, any(kept.values())) == (size + 5, False)


async def test_what_goes_wrong_with_one_is_told_and_holds_up_nobody(bare_ledger: BareLedger, tmp_path: Path) -> None:
    cosigning, publisher = Cosigning(bare_ledger.database, ["127.0.0.0/8"]), bare_ledger.publisher()
    forger = ReferenceKey("witness.example/nl", kind=4)
    async with two(bare_ledger, tmp_path) as (nl, _):
        note = await published(bare_ledger, publisher, 2)
        head = note.partition("\n\n")[0] + "\n"
        size = int(head.split("\n")[1])
        in_an_hour, claimed = int(clock.now().timestamp()) + 3600, False
        for answer, failure in (
            (Answer(200, forger.line(head)), "wrong"),
            (Answer(200, nl.witness._cosigner.line("x" + head, 1764000000)), "wrong"),
            (Answer(200, "nonsense"), "wrong"),
            *(
                (Answer(200, nl.witness._cosigner.line(head, at)), "wrong")
                for at in (in_an_hour, 253402300800, 2**63 - 1)
            ),
            (Answer(200, ""), "wrong"),
            (Answer(404, ""), "unknown"),
            (Answer(403, ""), "refused"),
            (Answer(500, "x" * 20_000), "unreachable"),
            (Answer(409, f"{size + 7}\n"), "ahead"),
            (Answer(409, f"{size}\n"), "fork"),
            (Answer(409, "-1\n"), "refused"),
            (Answer(409, "0\n"), "refused"),
            (Answer(409, f"{10**19 - 1}\n"), "refused"),
            (Answer(422, ""), "fork"),
        ):
            nl.answer = lambda _, answer=answer: answer
            await cosigning.round()
            assert await states(bare_ledger) == {"nl": (0, failure), "de": (size, None)}, answer
            claimed = claimed or failure == "ahead"
            sounding = "witness" in await alarms.of(bare_ledger.database, bare_ledger.ledger.jit)
            assert sounding == (claimed or failure == "fork"), answer
        with pytest.raises(LedgerRolledBackError):  # whatever it answered since: what it claimed is not forgotten
            await published(bare_ledger, publisher, 1)
        nl.answer = None
        assert await cosigning.round() == 1
        await published(bare_ledger, publisher, 1)
        assert await cosigning.round() == 2
        assert await alarms.of(bare_ledger.database, bare_ledger.ledger.jit) == {}
        assert (await note_of(bare_ledger)).count(b"\xe2\x80\x94") == 3


async def test_one_that_is_away_for_long_sounds_an_alarm_until_it_is_back(
    bare_ledger: BareLedger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cosigning, publisher = Cosigning(bare_ledger.database, ["127.0.0.0/8"]), bare_ledger.publisher()
    async with two(bare_ledger, tmp_path) as (nl, _):
        nl.answer = lambda _: Answer(500, "")
        await published(bare_ledger, publisher, 1)
        await cosigning.round()
        assert await alarms.of(bare_ledger.database, bare_ledger.ledger.jit) == {}
        monkeypatch.setattr(registry, "LAG", timedelta())
        await cosigning.round()
        detail, _ = (await alarms.of(bare_ledger.database, bare_ledger.ledger.jit))["witness"]
        assert "witness.example/nl: refused since" in detail
        nl.answer = None
        await cosigning.round()
        assert await alarms.of(bare_ledger.database, bare_ledger.ledger.jit) == {}


async def test_what_was_put_back_is_not_signed_again(bare_ledger: BareLedger, tmp_path: Path) -> None:
    """Database and heads of before, and a witness that cosigned more since: found when a process starts, before it signs."""
    cosigning, publisher = Cosigning(bare_ledger.database, ["127.0.0.0/8"]), bare_ledger.publisher()
    async with two(bare_ledger, tmp_path) as (nl, _):
        note = await published(bare_ledger, publisher, 2)
        assert await cosigning.round() == 2
        size = int(note.split("\n")[1])
        await cosigning.look()
        assert await states(bare_ledger) == {"nl": (size, None), "de": (size, None)}
        nl.answer = lambda _: Answer(409, f"{size + 3}\n")
        await cosigning.look()
        assert await states(bare_ledger) == {"nl": (size, "ahead"), "de": (size, None)}
        with pytest.raises(LedgerRolledBackError, match=r"witness\.example/nl has cosigned more"):
            await published(bare_ledger, publisher, 1)
        await publisher._try_to_publish(bare_ledger.ledger)
        assert "witness" in await alarms.of(bare_ledger.database, bare_ledger.ledger.jit)
        assert (await note_of(bare_ledger)).startswith(note.encode())

        async with as_superuser(bare_ledger.database) as superuser:
            for state, signs in (("suspended", True), ("active", False)):
                await superuser.execute("update parties set status = $1 where code = 'NL'", state)
                if signs:
                    await publisher.publish(bare_ledger.ledger, "clock")
                else:
                    with pytest.raises(LedgerRolledBackError):
                        await publisher.publish(bare_ledger.ledger, "clock")
        nl.answer = None
        await cosigning.look()
        await publisher.publish(bare_ledger.ledger, "clock")


async def test_one_that_is_slow_is_waited_for_before_anything_is_signed(
    bare_ledger: BareLedger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At work nobody waits for it; at a start what it says would come after the signing."""
    cosigning, publisher = Cosigning(bare_ledger.database, ["127.0.0.0/8"]), bare_ledger.publisher()
    monkeypatch.setattr(registry, "WITHIN_SECONDS", 0.2)

    def slow(_: bytes) -> Answer:
        time.sleep(1)  # in a thread of its own
        return Answer(409, f"{2**40}\n")

    async with two(bare_ledger, tmp_path) as (nl, _):
        await published(bare_ledger, publisher, 2)
        nl.answer = slow
        await cosigning.round()
        assert (await states(bare_ledger))["nl"] == (0, "unreachable")
        await published(bare_ledger, publisher, 1)
        await cosigning.look()
        assert (await states(bare_ledger))["nl"] == (0, "ahead")
        with pytest.raises(LedgerRolledBackError):
            await published(bare_ledger, publisher, 1)


async def test_what_was_published_meanwhile_is_no_claim(bare_ledger: BareLedger, tmp_path: Path) -> None:
    """Another process published more and was cosigned, between this one's look at the table and the witness's answer."""
    cosigning, publisher = Cosigning(bare_ledger.database, ["127.0.0.0/8"]), bare_ledger.publisher()
    async with two(bare_ledger, tmp_path) as (nl, _):
        note = await published(bare_ledger, publisher, 1)
        assert await cosigning.round() == 2
        async with bare_ledger.database.engine() as session:
            [stale] = [row for row in await session.fetch_rows(registry._OPEN) if row.url == nl.url]
        await published(bare_ledger, publisher, 1)
        assert await cosigning.round() == 2
        size = int(note.split("\n")[1]) + 1
        late = await cosigning._asked(registry.Due(stale, Request(0, (), note.encode())), 5)
        assert (late.failure, late.claimed) == ("ahead", size)
        async with bare_ledger.database.engine() as session:
            await registry._enter(session, late)
        assert await states(bare_ledger) == {"nl": (size, None), "de": (size, None)}


async def test_two_who_ask_at_once_find_no_fork(bare_ledger: BareLedger, tmp_path: Path) -> None:
    """What the house forgot, both hear; the one that is answered first is not contradicted by the other."""
    cosigning, publisher = Cosigning(bare_ledger.database, ["127.0.0.0/8"]), bare_ledger.publisher()
    async with two(bare_ledger, tmp_path) as (nl, _):
        await published(bare_ledger, publisher, 1)
        assert await cosigning.round() == 2
        judge = nl.witness.add_checkpoint
        note = await published(bare_ledger, publisher, 1)
        size = int(note.split("\n")[1])
        async with bare_ledger.database.engine() as session:
            [row] = [row for row in await session.fetch_rows(registry._OPEN) if row.url == nl.url]
        asked = 0

        def beaten(body: bytes) -> Answer:
            """The other process's request comes between this one's two."""
            nonlocal asked
            asked += 1
            if asked == 2:
                assert judge(bytes(right)).status == 200
            return judge(body)

        async with bare_ledger.database.engine() as session:
            right = await registry._request(session, row, size - 1)
        nl.answer = beaten
        late = await cosigning._asked(registry.Due(row, Request(0, (), note.encode())), 5)
        assert (late.failure, asked) == ("refused", 2), "the other was first"
        nl.answer = None
        assert await cosigning.round() == 2
        async with bare_ledger.database.engine() as session:
            await registry._enter(session, late)
        assert await states(bare_ledger) == {"nl": (size, None), "de": (size, None)}


def test_who_fails_is_asked_ever_less_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    now = clock.now()

    def due(failing: float, tried: float) -> bool:
        """Failing and tried so many seconds ago."""
        row: Any = type(
            "Row", (), {"failing_since": now - timedelta(seconds=failing), "tried_at": now - timedelta(seconds=tried)}
        )
        return registry._is_due(row, now)

    assert [due(4, 4), due(5, 5), due(60, 25), due(60, 31), due(9000, 299), due(9000, 301)] == [False, True] * 3


async def test_nobody_changes_a_cosignature(bare_ledger: BareLedger, tmp_path: Path) -> None:
    cosigning, publisher = Cosigning(bare_ledger.database, ["127.0.0.0/8"]), bare_ledger.publisher()
    async with two(bare_ledger, tmp_path):
        await published(bare_ledger, publisher, 1)
        assert await cosigning.round() == 2
        async with as_superuser(bare_ledger.database) as superuser:
            for statement in (
                "update cosignatures set line = 'x'",
                "delete from cosignatures",
                "truncate cosignatures",
            ):
                with pytest.raises(Exception, match="insert-only"):
                    await superuser.execute(statement)


async def test_a_quorum_that_is_not_met_is_told_until_it_is(
    bare_ledger: BareLedger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cosigning, publisher = Cosigning(bare_ledger.database, ["127.0.0.0/8"]), bare_ledger.publisher()
    monkeypatch.setattr(quorums, "LAG", timedelta())

    async def agreed(many: int) -> None:
        async with as_superuser(bare_ledger.database) as superuser:
            await superuser.execute("update jits set quorum = $1", many)

    async def alarmed(host: str | None = None) -> bool:
        told = await quorums.look(bare_ledger.database, host)
        assert told == len(await alarms.of(bare_ledger.database, bare_ledger.ledger.jit))
        return bool(told)

    async with two(bare_ledger, tmp_path) as (nl, _):
        await published(bare_ledger, publisher, 2)
        assert not await alarmed(), "none was agreed"
        await agreed(2)
        assert await alarmed(), "nobody has cosigned yet"
        assert await cosigning.round() == 2
        assert not await alarmed()
        assert await alarmed(host="DE"), "the host's own does not count"
        await published(bare_ledger, publisher, 1)
        nl.answer = lambda _: Answer(403, "")
        await cosigning.round()
        assert await alarmed(), "one is not enough"
        monkeypatch.setattr(quorums, "LAG", registry.LAG)
        assert not await alarmed(), "it has ten minutes"
        monkeypatch.setattr(quorums, "LAG", timedelta())
        assert await alarmed()
        await agreed(1)
        assert not await alarmed()
        await agreed(3)
        assert await alarmed(), "there are two"
        await agreed(0)
        assert not await alarmed()
