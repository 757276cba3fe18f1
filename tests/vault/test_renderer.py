"""The confined process's parts, run openly on friendly files: what it says, frame by frame."""

import io
import json
import platform
import struct

import pytest
from PIL import Image

from app.vault.rendering import confinement, pictures, renderer
from app.vault.rendering.confinement import NotConfined


def frames(said: bytes) -> list[tuple[str, bytes]]:
    found = []
    while said:
        letter, size = struct.unpack(">cI", said[:5])
        found.append((letter.decode(), said[5 : 5 + size]))
        said = said[5 + size :]
    return found


def asked(
    capture: pytest.CaptureFixture[bytes], kind: str, content: bytes, **request: object
) -> tuple[list[tuple[str, bytes]], dict[str, object]]:
    renderer.answer(renderer.prepared(kind), json.dumps(request).encode() + b"\n" + content)
    said = frames(capture.readouterr().out)
    assert said[-1][0] == "E"
    return said[:-1], json.loads(said[-1][1])


def picture(kind: str, mode: str = "RGB", **options: object) -> bytes:
    with io.BytesIO() as made:
        Image.new(mode, (30, 10)).save(made, kind, **options)
        return made.getvalue()


def test_a_text_is_one_page(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    pages, end = asked(capfdbinary, "text", b"first\nsecond", whole=True)
    assert pages == [("T", b"first\nsecond")]
    assert end == {"more": False, "problem": None}


def test_a_text_in_no_certain_encoding_says_so(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    pages, end = asked(capfdbinary, "text", b"Zo\xeb paid", whole=False)
    assert b"windows-1252" in pages[0][1]
    assert end["more"] is True


def test_what_is_not_text_is_unreadable(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert asked(capfdbinary, "text", bytes(99), whole=True) == ([], {"more": False, "problem": "unreadable"})


@pytest.mark.parametrize(
    "content",
    [picture("PNG"), picture("TIFF", "I;16"), picture("PNG", "RGBA"), picture("PNG", "1"), picture("JPEG", "CMYK")],
)
def test_a_picture_is_one_page(capfdbinary: pytest.CaptureFixture[bytes], content: bytes) -> None:
    (page,), end = asked(capfdbinary, "image", content)
    assert Image.open(io.BytesIO(page[1])).size == (30, 10)
    assert end["problem"] is None


def test_a_picture_of_too_many_pixels_is_too_large(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    work = renderer.prepared("image")
    monkeypatch.setattr(pictures, "MAX_PIXELS", 299)
    renderer.answer(work, b"{}\n" + picture("PNG"))
    assert json.loads(frames(capfdbinary.readouterr().out)[-1][1])["problem"] == "too-large"


def test_a_mark_makes_the_picture_larger(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (page,), _ = asked(capfdbinary, "mark", picture("PNG"), words="DE-02")
    assert Image.open(io.BytesIO(page[1])).height > 10


def test_a_document_is_its_pages(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    pages, end = asked(capfdbinary, "pdf", picture("PDF", save_all=True, append_images=[Image.new("RGB", (9, 9))]))
    assert len(pages) == 2
    assert end == {"more": False, "problem": None}
    assert asked(capfdbinary, "pdf", b"%PDF-1.7")[1]["problem"] == "unreadable"


def test_memory_that_runs_out_is_said(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    def hungry(_: dict[str, object], __: bytes) -> dict[str, object]:
        raise MemoryError

    renderer.answer(hungry, b"{}\n")
    assert json.loads(frames(capfdbinary.readouterr().out)[0][1])["problem"] == "memory"


def test_no_filter_no_cage(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that the table does not know, and a kernel that refuses: both are said, neither is passed over."""
    for machine in ("x86_64", "aarch64"):
        monkeypatch.setattr(platform, "machine", lambda machine=machine: machine)
        program = confinement._filter()
        assert len(program) == 8 * (4 + len(confinement._CALLS) + 2)
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    with pytest.raises(NotConfined, match="riscv64"):
        confinement._filter()
    with pytest.raises(NotConfined):
        confinement._prctl(-1, 0)
