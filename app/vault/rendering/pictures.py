"""Re-encode hostile pictures, so that only pixels pass. Runs inside the confined process.

Metadata, profiles and further frames are dropped; the camera's orientation is applied first. The number of pixels is
checked from the header before any are decoded.
Not here: confinement, PDF (`documents`).
"""

import io
import warnings
from typing import Final

from PIL import Image, ImageDraw, ImageFont, ImageOps

MAX_PIXELS: Final = 40_000_000
MAX_SIDE: Final = 2560
_FORMATS: Final = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_BACKGROUND: Final = (230, 230, 230)  # both black and white drawings stay visible on it
_BYTE: Final = 255

_TILT: Final = 30
_FAINT: Final = 44  # of 255: visible, while the text below stays readable

warnings.simplefilter("ignore")
Image.MAX_IMAGE_PIXELS = MAX_PIXELS


class TooManyPixels(Exception):  # noqa: N818 - states the fact
    """The picture has more pixels than are decoded here."""


def prepare() -> None:
    """Load everything that would be loaded at the first picture: later no file can be opened."""
    Image.init()
    for kind in _FORMATS:
        with io.BytesIO() as made:
            Image.new("RGB", (8, 8)).save(made, kind)
            rendition(made.getvalue())
    mark(png(Image.new("RGB", (8, 8))), "-")


def rendition(content: bytes) -> bytes:
    """Return the first frame as PNG, at most 2560 pixels per side. Raises `TooManyPixels` and the errors of Pillow."""
    with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
        _admit(image)
        image.draft("RGB", (MAX_SIDE, MAX_SIDE))
        upright = ImageOps.exif_transpose(image)
        return png(shrunk(_plain(upright)))


def shrunk(image: Image.Image) -> Image.Image:
    """Shrink the picture in place to fit `MAX_SIDE` and return it."""
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    return image


def png(image: Image.Image) -> bytes:
    """Encode the pixels alone as PNG."""
    image.info = {}
    with io.BytesIO() as made:
        image.save(made, "PNG", compress_level=4)
        return made.getvalue()


def mark(content: bytes, words: str) -> bytes:
    """Mark a PNG of our own: `words` faint and tilted across it, and legible in a strip below it."""
    with Image.open(io.BytesIO(content), formats=["PNG"]) as image:
        _admit(image)
        picture = image.convert("RGB")
    font = ImageFont.load_default(max(13, min(picture.width // 55, 28)))
    strip_font = ImageFont.load_default(max(11, min(picture.width // 70, 20)))
    left, top, right, bottom = (round(edge) for edge in strip_font.getbbox(words))
    width, height = max(picture.width, right - left + 16), picture.height + bottom - top + 14
    canvas = Image.new("RGB", (width, height), (255, 255, 255))
    canvas.paste(_tiled(picture, words, font), (0, 0))
    ImageDraw.Draw(canvas).text((8 - left, picture.height + 7 - top), words, fill=(20, 20, 20), font=strip_font)
    return png(canvas)


def _tiled(picture: Image.Image, words: str, font: "ImageFont.ImageFont | ImageFont.FreeTypeFont") -> Image.Image:
    """Repeat the words across the picture, light beside dark, so that they show on any background."""
    left, top, right, bottom = (round(edge) for edge in font.getbbox(words))
    stamp = Image.new("RGBA", (right - left + 4, bottom - top + 4))
    pen = ImageDraw.Draw(stamp)
    pen.text((3 - left, 3 - top), words, fill=(255, 255, 255, _FAINT + 20), font=font)
    pen.text((2 - left, 2 - top), words, fill=(0, 0, 0, _FAINT + 20), font=font)
    stamp = stamp.rotate(_TILT, expand=True, resample=Image.Resampling.BILINEAR)
    layer = Image.new("RGBA", picture.size)
    step = max(stamp.height, 120)
    for row, y in enumerate(range(-stamp.height // 3, picture.height, step)):
        for x in range(-stamp.width + (row % 2) * stamp.width // 2, picture.width, stamp.width + 40):
            layer.paste(stamp, (x, y))
    picture.paste(layer, (0, 0), layer)
    return picture


def _admit(image: Image.Image) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise TooManyPixels


def _plain(image: Image.Image) -> Image.Image:
    """Convert to eight bits per channel, opaque."""
    if image.mode in {"1", "L", "RGB"}:
        return image.convert("L") if image.mode == "1" else image.copy()
    if image.mode in {"F", "I"} or image.mode.startswith("I;"):
        wide = image.convert("F")
        low, high = (float(edge) for edge in wide.getextrema())  # type: ignore[arg-type]
        scale = _BYTE / (high - low) if high > low else 1.0
        return wide.point(lambda value: value * scale - low * scale).convert("L")
    if image.mode in {"LA", "PA", "RGBA", "RGBa", "La"} or "transparency" in image.info:
        clear = image.convert("RGBA")
        ground = Image.new("RGB", clear.size, _BACKGROUND)
        ground.paste(clear, (0, 0), clear)
        return ground
    return image.convert("RGB")
