"""Kill -9 in the middle of writing, and memory while a lot passes through: both in processes of their own."""

import asyncio
import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from app.vault import reading
from app.vault.locks import FileInUse
from app.vault.places import Segment
from app.vault.vault import Vault
from tests.support.vault import some_bytes, some_place

SIZE = 24 * 2**20
PART = 3 * 2**20

WRITER = """
import asyncio, json, random, resource, sys
from pathlib import Path
from uuid import UUID
from app.vault import intake, reading
from app.vault.places import Place, Segment
from app.vault.vault import Vault

job = json.loads(sys.argv[1])
place = Place(*(UUID(each) for each in job["place"]))
rows = Path(job["rows"])  # stands for the database: what is recorded, line by line

def recorded():
    return [Segment(**json.loads(line)) for line in rows.read_text().splitlines()]

async def body(offset, size):
    whole = random.Random(job["seed"]).randbytes(job["size"]) if job["size"] < 2**26 else None
    for start in range(offset, offset + size, 65_536):
        length = min(65_536, offset + size - start)
        yield whole[start:start + length] if whole else bytes(length)
        await asyncio.sleep(job["pause"])

async def main():
    vault = Vault.open(Path(job["state"]))
    idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print("ready", flush=True)
    with vault.locks.hold(place) as hold:
        offset = sum(each.size_bytes for each in recorded())
        while offset < job["size"]:
            size = min(job["part"], job["size"] - offset)
            terms = intake.UploadTerms(room=job["size"] - offset)
            got = await intake.receive(vault, hold, offset, body(offset, size), terms)
            with rows.open("a") as lines:
                segment = got.segment
                row = {"offset": segment.offset, "size_bytes": segment.size_bytes, "object": segment.object}
                lines.write(json.dumps(row) + "\\n")
            offset = segment.end
            print("stored", offset, flush=True)
        digest = await reading.sha256(vault, hold, recorded())
        async for block in reading.read(vault, place, recorded()):
            pass
    print("done", digest, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - idle) // 1024, flush=True)

asyncio.run(main())
"""


class Upload:
    """A file on its way, whose writer can be killed and started again."""

    def __init__(self, folder: Path, size: int, part: int, pause: float = 0.0) -> None:
        self.place = some_place()
        self.rows = folder / "rows"
        self.rows.touch()
        self.vault = Vault.open(folder / "state")
        self.job = {
            "state": str(folder / "state"),
            "rows": str(self.rows),
            "place": [str(self.place.jit), str(self.place.evidence), str(self.place.file)],
            "size": size,
            "part": part,
            "pause": pause,
            "seed": 7,
        }

    def writer(self) -> "subprocess.Popen[str]":
        root = Path(__file__).parents[2]
        command = [sys.executable, "-c", WRITER, json.dumps(self.job)]
        return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)

    def segments(self) -> list[Segment]:
        return [Segment(**json.loads(line)) for line in self.rows.read_text().splitlines()]


def line(process: "subprocess.Popen[str]") -> list[str]:
    assert process.stdout is not None
    return process.stdout.readline().split()


async def test_a_writer_killed_anywhere_is_resumed_to_the_identical_hash(tmp_path: Path) -> None:
    upload = Upload(tmp_path, SIZE, PART, pause=0.0005)
    await upload.vault.begin(upload.place)
    for patches in (0, 1, 0, 2):
        process = upload.writer()
        assert line(process) == ["ready"]
        for _ in range(patches):
            assert line(process)[0] == "stored"
        await asyncio.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()  # type: ignore[union-attr]
    assert 3 * PART <= upload.segments()[-1].end < SIZE
    process = upload.writer()
    said = process.communicate(timeout=60)[0].split("\n")
    digest = said[-2].split()[1]
    whole = some_bytes(SIZE, seed=7)
    assert digest == hashlib.sha256(whole).hexdigest()
    read = b"".join([block async for block in reading.read(upload.vault, upload.place, upload.segments())])
    assert read == whole
    assert list(upload.vault.staging.glob("*.part")) == []
    assert list((tmp_path / "state" / "locks").iterdir()) == []


async def test_a_living_writer_in_another_process_holds_the_file(tmp_path: Path) -> None:
    upload = Upload(tmp_path, SIZE, PART, pause=0.001)
    await upload.vault.begin(upload.place)
    process = upload.writer()
    assert line(process) == ["ready"]
    assert line(process)[0] == "stored"
    with pytest.raises(FileInUse), upload.vault.locks.hold(upload.place):
        pass
    Vault.open(tmp_path / "state")  # another process starts and sweeps: the living writer's file stays
    said = process.communicate(timeout=60)[0]
    assert "done" in said
    with upload.vault.locks.hold(upload.place):
        pass


async def test_half_a_staged_file_and_an_orphan_harm_nobody(tmp_path: Path) -> None:
    upload = Upload(tmp_path, PART, PART)
    await upload.vault.begin(upload.place)
    (upload.vault.staging / f"{UUID(int=1).hex}.part").write_bytes(b"half of something")
    orphan = tmp_path / "state" / "objects" / upload.place.segment_object(0)
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(b"a stored object whose row was never written")
    said = upload.writer().communicate(timeout=60)[0].split()
    assert said[said.index("done") + 1] == hashlib.sha256(some_bytes(PART, seed=7)).hexdigest()
    assert list(upload.vault.staging.glob("*.part")) == []


async def test_memory_stays_flat_while_256_mib_pass_through(tmp_path: Path) -> None:
    size = 256 * 2**20
    upload = Upload(tmp_path, size, size)
    await upload.vault.begin(upload.place)
    said = upload.writer().communicate(timeout=120)[0].split()
    digest, grown_mib = said[said.index("done") + 1 :]
    expected = hashlib.sha256()
    for _ in range(256):
        expected.update(bytes(2**20))
    assert digest == expected.hexdigest()
    assert int(grown_mib) <= 32
