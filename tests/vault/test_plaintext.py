"""Text that is safe to look at: nothing hidden, nothing reordered, bounded."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.vault.rendering.plaintext import PAGE_CHARACTERS, decode, pages, sanitised


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Überweisung, ποσό 5\u202f000 €, Київ", "Überweisung, ποσό 5\u202f000 €, Київ"),
        ("one\r\ntwo\rthree", "one\ntwo␍\nthree"),
        ("invoice\u202efdp.exe", "invoice⟦U+202E⟧fdp.exe"),
        ("\u2066isolated\u2069", "⟦U+2066⟧isolated⟦U+2069⟧"),
        ("zero\u200bwidth\ufeff", "zero⟦U+200B⟧width⟦U+FEFF⟧"),
        ("\x00\x07\x1b[31mred\x7f", "␀␇␛[31mred␡"),
        ("\x85next\u2028line", "⟦U+0085⟧\nnext⟦U+2028⟧\nline"),
        ("tag\U000e0041\U000e0001", "tag⟦U+E0041⟧⟦U+E0001⟧"),
        ("می\u200cخواهم 👩\u200d⚖️", "می\u200cخواهم 👩\u200d⚖️"),  # noqa: RUF001 - Persian
    ],
)
def test_what_is_hidden_is_shown(text: str, shown: str) -> None:
    assert sanitised(text) == shown


@given(st.text())
def test_nothing_invisible_is_left(text: str) -> None:
    for character in sanitised(text):
        assert character in "\n\t\u200c\u200d" or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("encoding", "certain"),
    [
        ("utf-8", True),
        ("utf-8-sig", True),
        ("utf-16", True),
        ("utf-32", True),
        ("utf-16-le", False),
        ("utf-16-be", False),
    ],
)
def test_encodings_that_say_so_or_show_it(encoding: str, certain: bool) -> None:
    text = "Aktenzeichen 4 Js 117/26, Zoë called at 09:15"
    decoded = decode(text.encode(encoding), whole=True)
    assert decoded is not None
    assert decoded.text == text
    assert decoded.certain is certain


def test_an_encoding_that_is_a_guess_is_called_one() -> None:
    decoded = decode("Zoë paid 5 €".encode("cp1252"), whole=True)
    assert decoded is not None
    assert (decoded.text, decoded.encoding, decoded.certain) == ("Zoë paid 5 €", "windows-1252", False)


def test_a_character_cut_at_the_end_is_waited_for() -> None:
    cut = "ποσό".encode()[:-1]
    decoded = decode(cut, whole=False)
    assert decoded is not None
    assert decoded.text == "ποσ"
    assert decode(cut, whole=True) != decoded


@pytest.mark.parametrize("content", [b"", b"\0\0\0\0", b"a\0b\0\0\0\0c", bytes(range(32)) * 8, b"\xff\x01\x02\x03" * 9])
def test_what_is_not_text_is_none(content: bytes) -> None:
    assert decode(content, whole=True) is None


@given(st.integers(0, 3), st.integers(0, 200))
def test_pages_are_bounded_and_lose_nothing(many: int, line: int) -> None:
    text = ("x" * line + "\n") * (many * PAGE_CHARACTERS // (line + 1)) + "end"
    cut = list(pages(text))
    assert "".join(cut) == text
    assert all(0 < len(page) <= PAGE_CHARACTERS for page in cut)
    assert all(page.endswith("\n") for page in cut[:-1])


def test_a_line_without_end_is_cut_all_the_same() -> None:
    assert [len(page) for page in pages("x" * (PAGE_CHARACTERS + 1))] == [PAGE_CHARACTERS, 1]
