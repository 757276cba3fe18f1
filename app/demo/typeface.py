"""Letters for our PDF pages: which of the standard fonts draws a character, under which code, and how wide it is.

Here: Times and Courier for what Latin-1 (as Windows-1252) holds, and Greek from the standard Symbol font, each letter
under a code of our own with its Unicode value beside it, so that text can be searched and copied. Symbol has no
accented letters: an accent is drawn as a stroke over its letter. Not here: embedding of fonts, which would need one.
Widths are in thousandths of the size, from Adobe's metrics of the standard fonts.
"""

# ruff: noqa: RUF001 - Greek letters are meant as such.

import unicodedata
from dataclasses import dataclass
from functools import cache

__all__ = ["GREEK", "SYMBOL_DIFFERENCES", "SYMBOL_TO_UNICODE", "Glyph", "glyph", "width"]

_ROMAN = (
    "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 "
    "564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 "
    "611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 "
    "722 500 500 444 480 200 480 541"
)
_BOLD = (
    "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570 "
    "570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 "
    "667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 "
    "722 500 500 444 394 220 394 520"
)
_PUNCTUATION = {"–": 500, "—": 1000, "‘": 333, "’": 333, "“": 444, "”": 444, "„": 444, "…": 1000, "•": 350, "€": 500}
_MARKS = {"§": 500, "°": 400, "±": 564, "«": 500, "»": 500, "·": 250, "×": 564, "ß": 500, "æ": 667, "Æ": 889, "œ": 722}
WIDTHS = {
    face: dict(zip((chr(code) for code in range(32, 127)), map(int, table.split()), strict=True))
    | _PUNCTUATION
    | _MARKS
    for face, table in (("roman", _ROMAN), ("bold", _BOLD))
}
MONOSPACED = 600

# Name of the glyph in Symbol and its width.
GREEK = {
    "Α": ("Alpha", 722), "Β": ("Beta", 667), "Γ": ("Gamma", 603), "Δ": ("Delta", 612), "Ε": ("Epsilon", 611),
    "Ζ": ("Zeta", 611), "Η": ("Eta", 722), "Θ": ("Theta", 741), "Ι": ("Iota", 333), "Κ": ("Kappa", 722),
    "Λ": ("Lambda", 686), "Μ": ("Mu", 889), "Ν": ("Nu", 722), "Ξ": ("Xi", 645), "Ο": ("Omicron", 722),
    "Π": ("Pi", 768), "Ρ": ("Rho", 556), "Σ": ("Sigma", 592), "Τ": ("Tau", 611), "Υ": ("Upsilon", 690),
    "Φ": ("Phi", 763), "Χ": ("Chi", 722), "Ψ": ("Psi", 795), "Ω": ("Omega", 768),
    "α": ("alpha", 631), "β": ("beta", 549), "γ": ("gamma", 411), "δ": ("delta", 494), "ε": ("epsilon", 439),
    "ζ": ("zeta", 494), "η": ("eta", 603), "θ": ("theta", 521), "ι": ("iota", 329), "κ": ("kappa", 549),
    "λ": ("lambda", 549), "μ": ("mu", 576), "ν": ("nu", 521), "ξ": ("xi", 493), "ο": ("omicron", 549),
    "π": ("pi", 549), "ρ": ("rho", 549), "ς": ("sigma1", 439), "σ": ("sigma", 603), "τ": ("tau", 439),
    "υ": ("upsilon", 576), "φ": ("phi", 521), "χ": ("chi", 549), "ψ": ("psi", 686), "ω": ("omega", 686),
}  # fmt: skip
_ACCENTED = "ΆΈΉΊΌΎΏάέήίόύώϊϋΐΰ"


def _split(character: str) -> tuple[str, str]:
    """A letter without its marks, and the marks: `t` for the tonos, `d` for the two dots."""
    decomposed = unicodedata.normalize("NFD", character)
    base, marks = decomposed[0], decomposed[1:]
    return base, "".join({"\u0301": "t", "\u0308": "d"}.get(mark, "") for mark in marks)


_CODES = {letter: number for number, letter in enumerate([*GREEK, *_ACCENTED], start=0x21)}
SYMBOL_DIFFERENCES = "33 " + " ".join(f"/{GREEK[_split(letter)[0]][0]}" for letter in _CODES)
SYMBOL_TO_UNICODE = {code: letter for letter, code in _CODES.items()}


@dataclass(frozen=True, slots=True)
class Glyph:
    """How to draw a character: font resource, code in it, width in thousandths, marks to stroke over it."""

    font: str
    code: bytes
    width: int
    marks: str = ""


@cache
def glyph(character: str, face: str) -> Glyph:
    """The glyph of a character in the face `roman`, `bold` or `mono`; what no font has becomes a question mark."""
    if character in _CODES:
        base, marks = _split(character)
        return Glyph("Greek", bytes([_CODES[character]]), GREEK[base][1], marks)
    code = character.encode("cp1252", "replace")
    font = {"roman": "Roman", "bold": "Bold", "mono": "Mono"}[face]
    if face == "mono":
        return Glyph(font, code, MONOSPACED)
    table = WIDTHS[face]
    plain = character if character in table else _split(character)[0]
    return Glyph(font, code, table.get(plain, 500))


def width(text: str, face: str, size: float) -> float:
    """The width of a line in points."""
    return sum(glyph(character, face).width for character in text) * size / 1000
