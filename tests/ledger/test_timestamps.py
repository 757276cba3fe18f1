"""Time stamps (RFC 3161): asked of an authority that is `openssl ts`, believed for its certificates, kept beside the checkpoint."""

import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest

from app import clock
from app.ledger import alarms
from app.ledger.checkpoints import ClockWentBackError
from app.ledger.signing import timestamps
from app.ledger.signing.authorities import Authorities, AuthorityError, Token
from app.ledger.signing.notes import log_signed
from app.ledger.signing.timestamps import Stamps
from tests.support.databases.superuser import as_superuser
from tests.support.ledgers.authority import StampingAuthority, stamping
from tests.support.ledgers.bare_ledger import BareLedger

HOUR = timedelta(hours=1)


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[StampingAuthority]:
    with stamping(tmp_path / "authority") as one:
        yield one


def stamps(bare_ledger: BareLedger, authority: StampingAuthority, every: timedelta = HOUR) -> Stamps:
    return Stamps(bare_ledger.database, Authorities.read([authority.address], authority.roots), every)


async def publish(bare_ledger: BareLedger) -> str:
    """A checkpoint of one entry more."""
    await bare_ledger.append()
    await bare_ledger.sequence()
    return await bare_ledger.publisher().publish(bare_ledger.ledger, "clock")


async def tokens(bare_ledger: BareLedger, note: str) -> list[Token]:
    async with bare_ledger.database.engine() as session:
        return await timestamps.of_note(session, bare_ledger.ledger.jit, note)


async def lasting(bare_ledger: BareLedger) -> dict[str, str]:
    return {
        what: detail for what, (detail, _) in (await alarms.of(bare_ledger.database, bare_ledger.ledger.jit)).items()
    }


def test_authorities_without_certificates_are_refused() -> None:
    with pytest.raises(ValueError, match="LIAISON_TIMESTAMP_ROOTS"):
        Authorities.read(["http://127.0.0.1:1/"], None)


async def test_a_checkpoint_is_stamped_and_openssl_agrees(
    bare_ledger: BareLedger, authority: StampingAuthority, tmp_path: Path
) -> None:
    note = await publish(bare_ledger)
    assert await stamps(bare_ledger, authority).turn() == 1
    (token,) = await tokens(bare_ledger, note)
    assert abs(clock.now() - token.at) < timedelta(seconds=30)
    (tmp_path / "signed").write_bytes(log_signed(note.encode()))
    (tmp_path / "token.tsr").write_bytes(token.reply)
    command = ["openssl", "ts", "-verify", "-in", "token.tsr", "-data", "signed", "-CAfile", str(authority.roots)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert note.encode() == log_signed(note.encode())
    assert log_signed(note.encode() + b"\xe2\x80\x94 witness.example AAAAAAAA\n") == note.encode()


async def test_a_growing_ledger_is_stamped_so_often_and_a_quiet_one_once(
    bare_ledger: BareLedger, authority: StampingAuthority
) -> None:
    first = await publish(bare_ledger)
    often, seldom = stamps(bare_ledger, authority, timedelta(0)), stamps(bare_ledger, authority)
    assert await seldom.turn() == 1
    assert await often.turn() == 0, "nothing is new"
    second = await publish(bare_ledger)
    assert await seldom.turn() == 0, "not before an hour has passed"
    await seldom.stamp(bare_ledger.ledger.jit, second)
    assert [len(await tokens(bare_ledger, note)) for note in (first, second)] == [1, 1], (
        "an export does not wait for the hour"
    )
    await publish(bare_ledger)
    assert await often.turn() == 1


@pytest.mark.parametrize(
    "answer", [(503, b""), (200, b""), (200, b"\x30\x03\x02\x01\x02"), (200, b"\x30" * 70_000), (302, b"")]
)
async def test_an_answer_that_is_none_leaves_no_token(
    bare_ledger: BareLedger, authority: StampingAuthority, answer: tuple[int, bytes]
) -> None:
    note = await publish(bare_ledger)
    authority.answer = answer
    asking = stamps(bare_ledger, authority)
    assert await asking.turn() == 0
    assert await asking.turn() == 0
    assert len(authority.asked) == 1, "not asked again at once"
    assert await tokens(bare_ledger, note) == []
    assert await lasting(bare_ledger) == {}, "an authority may be away for a while"
    authority.answer = None
    await asking.stamp(bare_ledger.ledger.jit, note)
    assert len(await tokens(bare_ledger, note)) == 1


async def test_a_token_over_something_else_or_of_somebody_else_does_not_count(
    bare_ledger: BareLedger, authority: StampingAuthority, tmp_path: Path
) -> None:
    message = log_signed((await publish(bare_ledger)).encode())
    (one,) = Authorities.read([authority.address], authority.roots).all
    authority.answer = (200, authority.over(b"something else"))
    with pytest.raises(AuthorityError, match="does not count"):
        await one.token(message)
    authority.answer = (200, authority.over(message))
    with pytest.raises(AuthorityError, match="Nonce"):
        await one.token(message)
    with stamping(tmp_path / "another") as another:
        (stranger,) = Authorities.read([another.address], authority.roots).all
        with pytest.raises(AuthorityError, match="does not count"):
            await stranger.token(message)


async def test_somebody_must_look_when_it_lasts_and_when_the_clocks_differ(
    bare_ledger: BareLedger, authority: StampingAuthority, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = await publish(bare_ledger)
    authority.answer = (500, b"")
    await stamps(bare_ledger, authority).stamp(bare_ledger.ledger.jit, note)
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + 5 * HOUR)
    await stamps(bare_ledger, authority).stamp(bare_ledger.ledger.jit, note)
    assert "answered 500" in (await lasting(bare_ledger))["timestamp"]
    authority.answer = None
    await stamps(bare_ledger, authority).stamp(bare_ledger.ledger.jit, note)
    assert set(found := await lasting(bare_ledger)) == {"clock"}, "there is a token, and it says another time"
    assert "from this server's clock" in found["clock"]
    monkeypatch.undo()
    later = await publish(bare_ledger)
    await stamps(bare_ledger, authority).stamp(bare_ledger.ledger.jit, later)
    assert await lasting(bare_ledger) == {}


async def test_nothing_is_signed_while_the_clock_has_gone_back(
    bare_ledger: BareLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    await publish(bare_ledger)
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now - timedelta(seconds=30))
    with pytest.raises(ClockWentBackError, match="Set the clock right"):
        await publish(bare_ledger)
    publisher = bare_ledger.publisher()
    await publisher._try_to_publish(bare_ledger.ledger)
    assert "ClockWentBackError" in (await lasting(bare_ledger))["signing"], (
        "the loop says so too, although nothing is due"
    )
    monkeypatch.setattr(clock, "now", lambda: now - timedelta(seconds=2))
    await publish(bare_ledger)


async def test_a_token_is_changed_by_nobody_and_written_by_the_engine_alone(
    bare_ledger: BareLedger, authority: StampingAuthority
) -> None:
    await publish(bare_ledger)
    await stamps(bare_ledger, authority).turn()
    async with as_superuser(bare_ledger.database) as superuser:
        for statement in ("update timestamps set authority = 'x'", "delete from timestamps", "truncate timestamps"):
            with pytest.raises(asyncpg.PostgresError):
                await superuser.execute(statement)
        assert not await superuser.fetchval("select has_table_privilege('liaison_app', 'timestamps', 'insert')")
        assert await superuser.fetchval("select count(*) from timestamps") == 1
