"""Renditions: pages from friendly files, bounded answers from hostile ones, and never the server's own process."""

import asyncio
import io
import os
import struct
import zlib
from collections.abc import AsyncIterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image, PngImagePlugin

from app.vault import renditions
from app.vault.encryption import Damaged
from app.vault.keys import KeyGone
from app.vault.places import Place
from app.vault.rendering import renderer_process
from app.vault.rendering.pictures import MAX_SIDE
from app.vault.renditions import Made, NoMark
from app.vault.vault import Vault
from tests.support.vault import some_place, store

MARK = "DE-02 · 2026-11-24T13:15:58Z · NL-2026-7KQ4M9TX"


async def rendition(vault: Vault, content: bytes, media_type: str) -> tuple[Place, Made]:
    place = some_place()
    segments = await store(vault, place, [content])
    with vault.locks.hold(place) as hold:
        return place, await renditions.make(vault, hold, segments, media_type)


async def problem(vault: Vault, content: bytes, media_type: str) -> str | None:
    made = (await rendition(vault, content, media_type))[1]
    assert made.pages == ()
    return made.problem


def as_bytes(image: Image.Image, kind: str, **options: object) -> bytes:
    with io.BytesIO() as made:
        image.save(made, kind, **options)
        return made.getvalue()


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def pdf(*objects: bytes) -> bytes:
    """A PDF of these numbered objects; the first is the catalogue."""
    body, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        body + head + table + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    )


def one_page(content: bytes, *, box: bytes = b"0 0 200 100", more: bytes = b"", extra: tuple[bytes, ...] = ()) -> bytes:
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<<%s>>>>" % (box, more),
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        *extra,
    )


async def test_a_text_becomes_pages_that_hide_nothing(vault: Vault) -> None:
    place, made = await rendition(vault, "Ελληνικά\r\nrun\u202etxt.exe\n".encode(), "text/plain")
    assert (made.more, made.problem) == (False, None)
    (page,) = made.pages
    text = (await renditions.read(vault, place, page, MARK)).decode()
    assert text.splitlines() == [f"{MARK} │ Ελληνικά", f"{MARK} │ run⟦U+202E⟧txt.exe"]


async def test_a_guessed_encoding_is_called_a_guess(vault: Vault) -> None:
    place, made = await rendition(vault, "Zoë paid 5 €".encode("cp1252"), "text/plain")
    text = renditions._load(vault, place, made.pages[0]).decode()
    assert text.startswith("⟦read as windows-1252, which is a guess")
    assert text.endswith("Zoë paid 5 €")


async def test_a_long_text_says_that_there_is_more(vault: Vault) -> None:
    _, made = await rendition(vault, b"a line of a log file\n" * 300_000, "text/plain")
    assert made.more
    assert made.problem is None
    assert 0 < len(made.pages) <= 64
    assert sum(page.size_bytes for page in made.pages) <= renditions.MAX_TEXT_BYTES


async def test_a_picture_keeps_its_pixels_and_loses_all_else(vault: Vault) -> None:
    image = Image.new("RGB", (60, 30), "navy")
    image.putpixel((0, 0), (255, 0, 0))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SECRET CAMERA"
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "SECRET AUTHOR")
    place, made = await rendition(vault, as_bytes(image, "PNG", pnginfo=info, exif=exif), "image/png")
    (page,) = made.pages
    stored = renditions._load(vault, place, page)
    shown = opened(stored)
    assert shown.size == (30, 60)
    assert shown.getpixel((29, 0)) == (255, 0, 0)
    assert b"SECRET" not in stored
    assert shown.info == {}
    assert not shown.getexif()


@pytest.mark.parametrize(
    ("image", "kind"),
    [
        (Image.new("1", (40, 20)), "PNG"),
        (Image.new("I;16", (40, 20), 40_000), "TIFF"),
        (Image.new("F", (40, 20), 0.5), "TIFF"),
        (Image.new("CMYK", (40, 20), (10, 200, 10, 0)), "JPEG"),
        (Image.new("LA", (40, 20), (10, 20)), "PNG"),
        (Image.new("RGBA", (40, 20), (10, 20, 30, 40)), "WEBP"),
        (Image.new("P", (40, 20), 3), "GIF"),
        (Image.new("RGB", (40, 20), "red"), "BMP"),
    ],
)
async def test_pictures_of_every_mode_are_shown(vault: Vault, image: Image.Image, kind: str) -> None:
    place, made = await rendition(vault, as_bytes(image, kind), f"image/{kind.lower()}")
    assert made.problem is None
    assert opened(await renditions.read(vault, place, made.pages[0], MARK)).height > 20


async def test_a_large_picture_is_shrunk_and_only_the_first_frame_shown(vault: Vault) -> None:
    frames = [Image.new("L", (4000, 500), shade) for shade in (40, 200)]
    place, made = await rendition(
        vault, as_bytes(frames[0], "TIFF", save_all=True, append_images=frames[1:]), "image/tiff"
    )
    (page,) = made.pages
    shown = opened(renditions._load(vault, place, page))
    assert shown.size == (MAX_SIDE, 320)
    assert shown.getpixel((9, 9)) == 40


async def test_a_document_becomes_a_picture_a_page(vault: Vault) -> None:
    document = pypdfium2.PdfDocument.new()
    for _ in range(3):
        document.new_page(300, 200)
    with io.BytesIO() as made_of:
        document.save(made_of)
        place, made = await rendition(vault, made_of.getvalue(), "application/pdf")
    assert [page.page for page in made.pages] == [1, 2, 3]
    assert opened(await renditions.read(vault, place, made.pages[2], MARK)).width == 625
    assert not made.more


async def test_writing_in_a_document_is_drawn_without_the_fonts_of_the_system(vault: Vault) -> None:
    font = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    written = one_page(b"BT /F 40 Tf 10 40 Td (Lantern) Tj ET", more=font)
    place, made = await rendition(vault, written, "application/pdf")
    shown = opened(renditions._load(vault, place, made.pages[0])).convert("L")
    assert shown.getextrema() == (0, 255)
    assert 0.02 < shown.histogram()[0] / (shown.width * shown.height) < 0.4


async def test_of_a_long_document_the_first_pages_are_shown(vault: Vault) -> None:
    document = pypdfium2.PdfDocument.new()
    for _ in range(60):
        document.new_page(20, 20)
    with io.BytesIO() as made_of:
        document.save(made_of)
        _, made = await rendition(vault, made_of.getvalue(), "application/pdf")
    assert (len(made.pages), made.more) == (50, True)


async def test_a_mark_is_seen_on_any_ground_and_the_content_below_it_too(vault: Vault) -> None:
    for shade in (0, 128, 255):
        ground = Image.new("RGB", (900, 700), (shade, shade, shade))
        marked = opened(await renditions.watermark(vault, as_bytes(ground, "PNG"), MARK)).convert("L")
        picture = marked.crop((0, 0, 900, 700))
        changed = sum(picture.histogram()) - picture.histogram()[shade]
        assert 0.01 < changed / (900 * 700) < 0.25
        assert max(abs(value - shade) for value, count in enumerate(picture.histogram()) if count) < 90
        assert marked.height > 700


async def test_a_small_picture_gets_room_for_its_mark(vault: Vault) -> None:
    marked = opened(await renditions.watermark(vault, as_bytes(Image.new("L", (3, 3)), "PNG"), MARK))
    assert marked.width > 200
    assert marked.height < 40


@pytest.mark.parametrize("mark", ["", "two\nlines", "x" * 201, "\u202e"])
async def test_another_mark_is_refused(vault: Vault, mark: str) -> None:
    place, made = await rendition(vault, b"text", "text/plain")
    with pytest.raises(ValueError, match="mark"):
        await renditions.read(vault, place, made.pages[0], mark)


async def test_what_cannot_be_marked_is_not_given_out(vault: Vault) -> None:
    with pytest.raises(NoMark):
        await renditions.watermark(vault, b"not a picture", MARK)


async def test_kinds_without_a_rendition_have_none(vault: Vault) -> None:
    assert await problem(vault, b"EVF\x09", "application/x-ewf") is None
    assert list((vault.staging.parent / "objects").rglob("rendition")) == []


async def test_a_page_is_sealed_bound_and_shredded_with_its_file(vault: Vault) -> None:
    place, made = await rendition(vault, b"the cheese is under the bridge", "text/plain")
    (page,) = made.pages
    path = vault.staging.parent / "objects" / page.object
    sealed = path.read_bytes()
    assert b"cheese" not in sealed
    for index in (0, 30, 60, len(sealed) - 1):
        path.write_bytes(sealed[:index] + bytes([sealed[index] ^ 1]) + sealed[index + 1 :])
        with pytest.raises(Damaged):
            await renditions.read(vault, place, page, MARK)
    path.write_bytes(vault.objects.read(place.segment_object(0), 0, len(sealed)).ljust(len(sealed)))
    with pytest.raises(Damaged):
        await renditions.read(vault, place, page, MARK)
    with vault.locks.hold(place) as hold:
        await vault.discard(hold)
    with pytest.raises(KeyGone):
        await renditions.read(vault, place, page, MARK)
    assert not path.exists()


def png_claiming(width: int, height: int) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    rows = zlib.compress(bytes(10_000_000), 9)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(50_000, 50_000), (2**31 - 1, 2**31 - 1), (2**31 - 1, 1)])
async def test_a_picture_of_too_many_pixels_is_refused_by_its_header(vault: Vault, width: int, height: int) -> None:
    assert await problem(vault, png_claiming(width, height), "image/png") in {"too-large", "unreadable"}


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "image/tiff"])
async def test_what_is_not_what_it_seems_is_unreadable(vault: Vault, kind: str) -> None:
    assert await problem(vault, b"\x89PNG\r\n\x1a\n%PDF-1.7 II*\x00" + bytes(range(256)), kind) == "unreadable"


async def test_a_picture_cut_in_the_middle_is_unreadable(vault: Vault) -> None:
    whole = as_bytes(Image.effect_noise((400, 400), 50), "PNG")
    assert await problem(vault, whole[: len(whole) // 2], "image/png") == "unreadable"


async def test_what_is_larger_than_is_drawn_is_refused_before_a_process_starts(vault: Vault, place: Place) -> None:
    segments = await store(vault, place, [b"%PDF-"])
    far = type(segments[0])(0, renditions.MAX_DRAWN_BYTES + 1, segments[0].object)
    with vault.locks.hold(place) as hold:
        assert await renditions.make(vault, hold, [far], "application/pdf") == Made((), more=False, problem="too-large")


async def test_a_document_behind_a_password_says_so(vault: Vault) -> None:
    locked = one_page(b"").replace(
        b"trailer<<",
        b"trailer<</ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<"
        + b"11" * 32
        + b">/U<"
        + b"22" * 32
        + b">>>",
    )
    assert await problem(vault, locked, "application/pdf") == "encrypted"


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param(one_page(b"", box=b"0 0 9999999 9999999"), id="a page as large as a town"),
        pytest.param(one_page(b"", box=b"0 0 0 0"), id="a page without a side"),
        pytest.param(one_page(b"/X Do", more=b"/XObject<</X 4 0 R>>"), id="a form that draws itself"),
        pytest.param(one_page(b"q " * 2_000_000), id="a deep stack"),
        pytest.param(
            one_page(
                b"/I Do",
                more=b"/XObject<</I 5 0 R>>",
                extra=(
                    b"<</Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB"
                    b"/Filter/FlateDecode/Length 10>>stream\n" + zlib.compress(bytes(99))[:10] + b"\nendstream",
                ),
            ),
            id="a picture that claims ten gigabytes",
        ),
        pytest.param(
            pdf(
                b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>",
                b"<</Type/Pages/Kids[2 0 R]/Count 1>>",
            ),
            id="pages that hold themselves, and a script",
        ),
    ],
)
async def test_hostile_documents_end_bounded(vault: Vault, hostile: bytes) -> None:
    async with asyncio.timeout(renderer_process.SECONDS):
        _, made = await rendition(vault, hostile, "application/pdf")
    assert len(made.pages) <= 1
    assert made.pages or made.problem in {"unreadable", "memory", "broken", "time"}


async def test_a_compression_bomb_meets_the_limits(vault: Vault) -> None:
    bomb = zlib.compress(b"0 0 m 1 1 l S " * 4_000_000, 9)
    stream = b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(bomb), bomb)
    hostile = pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents[" + b"4 0 R " * 200 + b"]>>",
        stream,
    )
    async with asyncio.timeout(renderer_process.SECONDS):
        _, made = await rendition(vault, hostile, "application/pdf")
    assert made.pages == ()
    assert made.problem in {"memory", "broken", "time", "unreadable"}


# What a process that was taken over could do from inside, seen from outside.


async def nothing() -> AsyncIterator[bytes]:
    for piece in (b"",):
        yield piece


async def forget(_: str, __: bytes) -> None:
    return


@pytest.mark.parametrize(
    "script",
    [
        "",
        "import os; os.write(1, b'P' + bytes([255] * 4) + bytes(1000))",
        "import os; os.write(1, b'P\\0\\0\\0\\4<ht>')",
        "import os; os.write(1, b'X\\0\\0\\0\\1x')",
        "import os; os.write(1, b'E\\0\\0\\0\\2[]')",
        "import os; os.write(1, b'E\\0\\0\\0\\4nope')",
        "import os\nwhile True: os.write(1, b'T\\0\\0\\0\\1x')",
        """import os; c = b'{"more": false, "problem": "<b>"}'; os.write(1, b'E\\0\\0\\0' + bytes([len(c)]) + c)""",
    ],
)
async def test_a_process_that_lies_is_not_believed(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    monkeypatch.setattr(renderer_process, "_START", script)
    answer = await renderer_process.work("text", {}, nothing(), forget)
    assert answer.problem == "broken"


async def test_a_process_that_never_ends_is_ended_with_all_that_it_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = tmp_path / "pids"
    script = f"import os, time; p = os.fork(); open({str(told)!r}, 'a').write(f'{{os.getpid()}} '); time.sleep(600)"
    monkeypatch.setattr(renderer_process, "_START", script)
    monkeypatch.setattr(renderer_process, "SECONDS", 1.0)
    async with asyncio.timeout(20):
        answer = await renderer_process.work("text", {}, nothing(), forget)
    assert answer.problem == "time"
    pids = [int(each) for each in told.read_text().split()]
    assert len(pids) == 2
    for _ in range(100):
        if not any(alive(pid) for pid in pids):
            return
        await asyncio.sleep(0.02)
    pytest.fail("a process was left behind")


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False


async def test_the_process_gets_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    script = "import os; t = repr(dict(os.environ)).encode(); os.write(1, b'T\\0\\0' + len(t).to_bytes(2, 'big') + t)"
    monkeypatch.setattr(renderer_process, "_START", script)
    said: list[bytes] = []

    async def listen(_: str, page: bytes) -> None:
        said.append(page)

    await renderer_process.work("text", {}, nothing(), listen)
    assert b"LC_ALL" in said[0]
    assert b"secret" not in said[0]
