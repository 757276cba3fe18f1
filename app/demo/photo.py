"""The studio for photographs that are drawn: table tops, shadows, grain, labels, rulers, and a camera's metadata.

Here: what all pictures share, with Pillow and its built-in typeface (Latin letters without accents). Not here: what is
pictured (`photographs`, `screens`, `drawings`).
"""

import io
import random
from datetime import datetime
from functools import cache

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps

from app.demo.content import Content

__all__ = ["Colour", "blank", "desk", "font", "jpeg", "marker", "paste", "png", "ruler", "scribble", "shot", "written"]

Colour = tuple[int, int, int]
FRAME = (1280, 960)
EXIF = {"make": 271, "model": 272, "software": 305, "taken": 306, "details": 0x8769, "original": 0x9003, "zone": 0x9011}


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """Pillow's own typeface, so that a picture doesn't depend on what is installed."""
    found = ImageFont.load_default(size)
    assert isinstance(found, ImageFont.FreeTypeFont)
    return found


def blank(size: tuple[int, int], colour: Colour | tuple[int, int, int, int] = (0, 0, 0, 0)) -> Image.Image:
    """A transparent (or filled) sheet to draw an object on."""
    return Image.new("RGBA", size, colour)


def _noise(rng: random.Random, size: tuple[int, int]) -> Image.Image:
    return Image.frombytes("L", size, rng.randbytes(size[0] * size[1]))


def desk(rng: random.Random, dark: Colour, light: Colour, *, grain: int = 48) -> Image.Image:
    """A wooden table top seen from above: noise stretched along the boards, seams between them."""
    across, down = FRAME
    streaks = _noise(rng, (across // grain, down // 2)).resize(FRAME, Image.Resampling.BICUBIC)
    patches = _noise(rng, (9, 7)).resize(FRAME, Image.Resampling.BILINEAR)
    wood = ImageOps.colorize(Image.blend(streaks, patches, 0.45), dark, light).convert("RGBA")
    pen = ImageDraw.Draw(wood)
    for seam in range(rng.randrange(140, 200), down, 236):
        pen.line([(0, seam), (across, seam + rng.randrange(-3, 4))], fill=(*(c // 2 for c in dark), 255), width=2)
    return wood


def paste(
    scene: Image.Image, thing: Image.Image, centre: tuple[int, int], *, angle: float = 0, height: int = 10
) -> None:
    """Lay a thing on the scene, turned, with a soft shadow as deep as it is high."""
    turned = thing.rotate(angle, Image.Resampling.BILINEAR, expand=True) if angle else thing
    corner = (centre[0] - turned.width // 2, centre[1] - turned.height // 2)
    if height:
        room = height * 3
        shadow = Image.new("L", (turned.width + 2 * room, turned.height + 2 * room))
        shadow.paste(turned.getchannel("A").point(lambda alpha: alpha * 0.62), (room, room))
        # A blur of a quarter of the size costs a sixteenth and looks the same.
        small = shadow.reduce(4).filter(ImageFilter.GaussianBlur(height / 5)).resize(shadow.size)
        at = (corner[0] - room + height // 2, corner[1] - room + height)
        scene.paste(Image.new("RGBA", shadow.size, (8, 6, 4, 255)), at, small)
    scene.alpha_composite(turned, (max(corner[0], 0), max(corner[1], 0)), (max(-corner[0], 0), max(-corner[1], 0)))


def marker(number: int, colour: Colour = (246, 205, 38)) -> Image.Image:
    """A numbered marker as it stands beside each thing that is photographed."""
    sheet = blank((118, 132))
    pen = ImageDraw.Draw(sheet)
    pen.rounded_rectangle((0, 0, 117, 131), 8, fill=(*colour, 255))
    pen.rectangle((0, 100, 117, 112), fill=(30, 30, 30, 255))
    pen.text((59, 50), str(number), font=font(86), fill=(20, 20, 20, 255), anchor="mm", stroke_width=2)
    return sheet


def ruler(centimetres: int) -> Image.Image:
    """A scale in centimetres, black and white by turns."""
    step = 42
    sheet = blank((centimetres * step + 20, 64), (248, 248, 244, 255))
    pen = ImageDraw.Draw(sheet)
    for number in range(centimetres):
        x = 10 + number * step
        if number % 2 == 0:
            pen.rectangle((x, 30, x + step, 44), fill=(25, 25, 25, 255))
        for tenth in range(10):
            pen.line(
                [(x + tenth * step / 10, 46), (x + tenth * step / 10, 52 if tenth % 5 else 58)], fill=(40, 40, 40, 255)
            )
        pen.text((x + step, 5), str(number + 1), font=font(18), fill=(30, 30, 30, 255), anchor="ma")
    return sheet


def written(
    pen: ImageDraw.ImageDraw, at: tuple[float, float], text: str, size: int, colour: Colour, *, bold: bool = False
) -> None:
    """A line in print; bold is a wider stroke."""
    pen.text(at, text, font=font(size), fill=colour, stroke_width=1 if bold else 0)


def scribble(
    sheet: Image.Image,
    at: tuple[float, float],
    text: str,
    rng: random.Random,
    *,
    size: int = 30,
    ink: Colour = (28, 38, 96),
) -> None:
    """A line by hand: every letter a little turned, raised and sheared, the line rising."""
    x, y = at
    for letter in text:
        wide = int(font(size).getlength(letter)) + 1
        if letter != " ":
            cell = blank((wide + 16, size + 22))
            ImageDraw.Draw(cell).text((8, 6), letter, font=font(size + rng.randrange(-1, 3)), fill=(*ink, 235))
            shear, turn = 0.22 + rng.uniform(-0.05, 0.05), rng.uniform(-0.08, 0.08)
            slant = (1, shear, -shear * size * 0.6, turn, 1, -turn * wide / 2)
            cell = cell.transform(cell.size, Image.Transform.AFFINE, slant, Image.Resampling.BILINEAR)
            sheet.alpha_composite(cell, (round(x - 8), round(y + rng.uniform(-1.6, 1.6))))
        x, y = x + wide * 0.94, y - 0.03 * wide


def _light(rng: random.Random, size: tuple[int, int]) -> Image.Image:
    """How the light falls: brightest off the middle, darker towards the edges."""
    middle = (rng.uniform(0.35, 0.6) * 40, rng.uniform(0.3, 0.5) * 30)
    small = bytes(
        max(
            70,
            round(255 - 2.5 * ((x - middle[0]) ** 2 + 1.3 * (y - middle[1]) ** 2) ** 0.5 - 0.05 * (x - middle[0]) ** 2),
        )
        for y in range(30)
        for x in range(40)
    )
    return Image.frombytes("L", (40, 30), small).resize(size, Image.Resampling.BILINEAR)


def shot(scene: Image.Image, rng: random.Random) -> Image.Image:
    """The scene as a sensor sees it: light fall-off and grain."""
    plain = scene.convert("RGB")
    lit = ImageChops.multiply(plain, Image.merge("RGB", [_light(rng, plain.size)] * 3))
    grain = _noise(rng, (plain.width // 2, plain.height // 2)).resize(plain.size, Image.Resampling.BILINEAR)
    return Image.blend(lit, Image.merge("RGB", [grain] * 3), 0.045)


def jpeg(name: str, picture: Image.Image, taken: datetime, *, camera: str = "EV-20", quality: int = 82) -> Content:
    """A JPEG file with the metadata of a camera: when (local time and its offset), which."""
    exif = Image.Exif()
    exif[EXIF["make"]], exif[EXIF["model"]], exif[EXIF["software"]] = "Example Optics", camera, "2.11"
    stamp, zone = f"{taken:%Y:%m:%d %H:%M:%S}", f"{taken:%z}"
    exif[EXIF["taken"]] = stamp
    exif.get_ifd(EXIF["details"])[EXIF["original"]] = stamp
    exif.get_ifd(EXIF["details"])[EXIF["zone"]] = f"{zone[:3]}:{zone[3:]}"
    out = io.BytesIO()
    picture.convert("RGB" if picture.mode != "L" else "L").save(out, "JPEG", quality=quality, exif=exif)
    return Content(name, "image/jpeg", out.getvalue())


def png(name: str, picture: Image.Image) -> Content:
    """A PNG file of at most 256 colours, as a screenshot compresses well."""
    out = io.BytesIO()
    picture.convert("RGB").quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG")
    return Content(name, "image/png", out.getvalue())
