"""Each rule for texts of the interface reports a bad text and admits a good one, and the server's texts follow them."""

import pytest

from tests.rules import dictionaries
from tests.rules.dictionaries import Text

LONGEST = " ".join(["word"] * (dictionaries.SENTENCE + dictionaries.SENTENCE_TOLERANCE))
DICTIONARY = """
import { other } from './other.en';
// 'a comment'
export const words = {
  group: { title: 'The first', 'quoted-key': "It's {{count}}", long: `A
    template`, joined: 'One ' + 'two' },
};
"""


def found(words: str, language: str = "en", file: str = "x.en.ts") -> list[str]:
    return list(dictionaries.findings(Text(file, 1, language, words)))


def test_values_of_a_dictionary_are_read_without_keys_comments_and_imports() -> None:
    read = [(one.line, one.language, one.words) for one in dictionaries.of_page("a/words.en.ts", DICTIONARY)]
    assert [words for _, _, words in read] == ["The first", "It's {{count}}", "A\n    template", "One ", "two"]
    assert read[0][:2] == (5, "en")
    (french,) = dictionaries.of_page("a/words/b.fr.ts", "export const b = { a: 'Un' };")
    assert french.language == "fr"


@pytest.mark.parametrize(
    ("words", "report"),
    [
        ("", "empty text"),
        (f"{LONGEST} word.", "sentence of 25 words"),
        ("What it is called", "begins with “What”"),
        ("Saved. Who asked is told.", "begins with “Who”"),
        ("The seat of {{name}}", "“seat”: write member"),
        ("Standing rules", "“Standing rules”: write default sharing rule"),
        ("Held", "“Held”: write View and download"),
        ("Nobody broke the glass", "“broke the glass”: write emergency access"),
    ],
)
def test_english_text_that_breaks_a_rule_is_reported(words: str, report: str) -> None:
    assert any(one.startswith(report) for one in found(words)), found(words)


@pytest.mark.parametrize(
    "words",
    [
        "Who",
        "Who has it?",
        "Copy held by {{name}}",
        f"{LONGEST}. {LONGEST.capitalize()}.",
        "See https://witness.example.org/seat",
        "Filter",
    ],
)
def test_english_text_in_plain_language_is_admitted(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    ("words", "file", "report"),
    [
        ("Personne n\u2019a brisé la glace", "x.fr.ts", "“brisé la glace”"),
        ("Le scellé est communiqué", "x.fr.ts", "“scellé”"),
        ("Fichiers versés", "x.fr.ts", "“versés”"),
        ("Un chef d\u2019équipe", "x.fr.ts", "“chef d'équipe”"),
        ("Détenu", "x.fr.ts", "“Détenu”"),
        ("Un témoin", "x.fr.ts", "“témoin”"),
        ("L'équipe", "x.fr.ts", "straight apostrophe"),
    ],
)
def test_french_text_that_breaks_a_rule_is_reported(words: str, file: str, report: str) -> None:
    assert any(one.startswith(report) for one in found(words, "fr", file)), found(words, "fr", file)


@pytest.mark.parametrize(
    ("words", "file"),
    [
        ("Levez le scellé", "features/custody/physical/words.fr.ts"),
        ("La pièce est versée à la procédure", "x.fr.ts"),
        ("Une répétition hebdomadaire", "features/coordination/tasks/words.fr.ts"),
        ("Témoin", "features/requests/notices/words/fields.fr.ts"),
    ],
)
def test_french_text_in_plain_language_is_admitted(words: str, file: str) -> None:
    assert found(words, "fr", file) == []


def test_straight_apostrophes_are_reported_in_french_words_alone() -> None:
    lines = ["The seat's office | L\u2019autorité", "It's the State's, don't | Jusqu'au lendemain"]
    assert [one.split(": ")[0] for one in dictionaries.elisions("x.py", "\n".join(lines))] == ["x.py:2"]


def test_texts_of_the_server_follow_the_rules() -> None:
    assert [one for one in dictionaries.report() if one.startswith("app/") and "/exports/" not in one] == []
