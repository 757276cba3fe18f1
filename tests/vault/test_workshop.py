"""The confined process and its caller: what the caller's content or pages do is never said of the file."""

import asyncio
import errno
from collections.abc import AsyncIterator

import pytest

from app.vault import renditions
from app.vault.encryption import Damaged
from app.vault.objects import Folder
from app.vault.rendering import renderer_process
from app.vault.rendering.renderer_process import Answer, Late
from app.vault.vault import Vault
from tests.support.vault import some_place, store

READS = "import os\nwhile os.read(0, 65536): pass\n"
PAGE = "os.write(1, b'T\\0\\0\\0\\1x')\n"
ENDS = """c = b'{"more": false, "problem": null}'; os.write(1, b'E\\0\\0\\0' + bytes([len(c)]) + c)\n"""
SLEEPS = "import time; time.sleep(600)\n"

ERRORS = [
    OSError(errno.EIO, "Input/output error"),
    TimeoutError(errno.ETIMEDOUT, "Connection timed out"),
    ConnectionResetError(errno.ECONNRESET, "Connection reset by peer"),
    BrokenPipeError(errno.EPIPE, "Broken pipe"),
    Damaged("a chunk of the stored object was altered"),
    RuntimeError("the store says 503"),
]


def runs(monkeypatch: pytest.MonkeyPatch, script: str, seconds: float) -> None:
    """A process that does this instead, and how long it may take."""
    monkeypatch.setattr(renderer_process, "_START", script)
    monkeypatch.setattr(renderer_process, "SECONDS", seconds)


async def pieces(*each: bytes | float | Exception) -> AsyncIterator[bytes]:
    """A piece, a wait, an error."""
    for one in each:
        if isinstance(one, Exception):
            raise one
        if isinstance(one, float):
            await asyncio.sleep(one)
        else:
            yield one


async def forget(_: str, __: bytes) -> None:
    return


async def worked(content: AsyncIterator[bytes], accept: renderer_process.Accept = forget) -> Answer:
    async with asyncio.timeout(20):
        return await renderer_process.work("text", {}, content, accept)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
async def test_what_content_raises_is_raised_at_once(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    runs(monkeypatch, READS + ENDS, 5.0)
    with pytest.raises(type(error)) as raised:
        await worked(pieces(b"some", error))
    assert raised.value is error


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
async def test_so_is_what_becomes_of_a_page(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    async def refuse(_: str, __: bytes) -> None:
        raise error

    runs(monkeypatch, READS + PAGE + ENDS, 5.0)
    with pytest.raises(type(error)) as raised:
        await worked(pieces(b"all"), refuse)
    assert raised.value is error


async def test_content_that_does_not_come_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    runs(monkeypatch, READS + ENDS, 1.0)
    with pytest.raises(Late):
        await worked(pieces(b"some", 600.0))


async def test_nor_is_a_page_that_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    async def hang(_: str, __: bytes) -> None:
        await asyncio.sleep(600)

    runs(monkeypatch, READS + PAGE + ENDS, 1.0)
    with pytest.raises(Late):
        await worked(pieces(b"all"), hang)


async def test_who_had_less_than_half_of_the_time_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    runs(monkeypatch, READS + SLEEPS, 2.0)
    with pytest.raises(Late):
        await worked(pieces(b"some", 0.6, b"more", 0.6))
    assert await worked(pieces(b"some", 0.3, b"more")) == Answer(more=True, problem="time")


async def test_a_process_that_does_not_read_takes_its_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    runs(monkeypatch, SLEEPS, 1.0)
    assert await worked(pieces(*[bytes(2**20)] * 3)) == Answer(more=True, problem="time")


async def test_one_that_answers_early_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    runs(monkeypatch, "import os\n" + PAGE + ENDS, 5.0)
    assert await worked(pieces(*[bytes(2**20)] * 3)) == Answer(more=False, problem=None)


async def test_a_medium_that_cannot_be_read_says_nothing_of_the_file(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = some_place()
    segments = await store(vault, place, [b"a witness's statement"])

    def fails(*_: object) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(renderer_process, "SECONDS", 5.0)
    with vault.locks.hold(place) as hold, monkeypatch.context() as broken:
        broken.setattr(Folder, "read", fails)
        async with asyncio.timeout(20):
            with pytest.raises(OSError, match="Input/output"):
                await renditions.make(vault, hold, segments, "text/plain")
    with vault.locks.hold(place) as hold:
        assert len((await renditions.make(vault, hold, segments, "text/plain")).pages) == 1
