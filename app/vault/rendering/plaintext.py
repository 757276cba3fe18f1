"""Convert bytes to text that is safe to display: decoded, bounded, nothing hidden.

Characters that are invisible or reorder the text are written out: control characters as control pictures, directional
overrides and invisible characters as `⟦U+202E⟧` (compare Unicode TR 36 and CVE-2021-42574).
Nothing is interpreted: JSON, XML and RTF are shown as source. Not here: readings of mail and web pages (`readable`).
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

PAGE_CHARACTERS: Final = 128 * 1024
MAX_PAGES: Final = 16

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE_BYTES: Final = 4096
_LEAST_BYTES: Final = 4
_CONTROLS: Final = re.compile(r"[\x00-\x07\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_TELLING: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_PICTURES: Final = 0x2400  # U+2400 to U+241F show U+0000 to U+001F
_LEFT_ALONE: Final = frozenset("\n\t\u200c\u200d")  # joiners: Persian and some emoji need them


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and its encoding; `certain` when the bytes allow no other reading."""

    text: str
    encoding: str
    certain: bool


def prepare() -> None:
    """Load the codecs, which are otherwise loaded at the first use: later no file can be opened."""
    for _, encoding in (*_BOMS, (b"", "cp1252")):
        codecs.lookup(encoding)


def decode(content: bytes, *, whole: bool) -> Decoded | None:
    """Decode the bytes, or return none when they are not text.

    Args:
        content: The bytes.
        whole: Whether no bytes follow, so that an incomplete character at the end is an error.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return Decoded(
                _decoded(content[len(mark) :], encoding, whole=whole, errors="replace"), encoding, certain=True
            )
    sample = content[:_SAMPLE_BYTES]
    if b"\0" in sample:
        return _without_mark(content, sample, whole=whole)
    try:
        text = _decoded(content, "utf-8", whole=whole, errors="strict")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        return Decoded(text, "windows-1252", certain=False) if _share_of_controls(text) <= 1 / 256 else None
    return Decoded(text, "utf-8", certain=True) if text and _share_of_controls(text) <= 1 / 16 else None


def _without_mark(content: bytes, sample: bytes, *, whole: bool) -> Decoded | None:
    """Detect UTF-16 without a byte order mark: mostly Latin text has zeros at every other byte."""
    even, odd, half = sample[::2].count(0), sample[1::2].count(0), len(sample) / 2
    for many, few, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if len(sample) >= _LEAST_BYTES and many > half * 0.4 and few < half * 0.05:
            text = _decoded(content, encoding, whole=whole, errors="replace")
            return Decoded(text, encoding, certain=False) if _share_of_controls(text) <= 1 / 16 else None
    return None


def _decoded(content: bytes, encoding: str, *, whole: bool, errors: str) -> str:
    return codecs.getincrementaldecoder(encoding)(errors).decode(content, final=whole)


def _share_of_controls(text: str) -> float:
    sample = text[:_SAMPLE_BYTES]
    return len(_CONTROLS.findall(sample)) / max(1, len(sample))


def _written_out(character: str) -> str:
    code, ends_line = ord(character), "\n" if character in "\r\u2028\u2029\x85" else ""
    if character < " ":
        return chr(_PICTURES + code) + ends_line
    return "␡" if character == "\x7f" else f"⟦U+{code:04X}⟧" + ends_line


_TABLE: Final = {
    code: _written_out(chr(code))
    for code in (*range(0x3000), *range(0xD800, 0xE000), *range(0xFE00, 0x20000))
    if unicodedata.category(chr(code)) in _TELLING and chr(code) not in _LEFT_ALONE
}
_TAGS: Final = re.compile("[\U000e0000-\U000e0fff]")


def sanitised(text: str) -> str:
    """Return the text with invisible characters written out and line ends as line feeds."""
    return _TAGS.sub(lambda found: _written_out(found[0]), text.replace("\r\n", "\n").translate(_TABLE))


def pages(text: str) -> Iterator[str]:
    """Split the text into pages of at most `PAGE_CHARACTERS`, at the end of a line if there is one near."""
    start = 0
    while start < len(text):
        end = min(len(text), start + PAGE_CHARACTERS)
        if end < len(text):
            end = max(text.rfind("\n", start + PAGE_CHARACTERS // 2, end) + 1, 0) or end
        yield text[start:end]
        start = end
