"""Words of documents: each language says everything, each kind and field has its word, and the fonts draw them all."""

import dataclasses
import json
import re
import string
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.exports.document.names import Names
from app.exports.document.sayings import Sayings
from app.exports.document.shown import covered
from app.exports.document.words import FOLDER, LANGUAGES, TERMS, Words
from app.ledger import facts
from app.ledger.facts.fact import Fact

BESIDES = {"tip"}  # an export says it of itself


def every_fact(of: type[Fact] = Fact) -> list[type[Fact]]:
    return [kind for each in of.__subclasses__() for kind in (each, *every_fact(each)) if hasattr(kind, "kind")]


def read(language: str) -> tuple[dict[str, Any], dict[str, Any]]:
    terms = [json.loads(path.read_text()) for path in TERMS.glob(f"*.{language}.json")]
    return {group: words for file in terms for group, words in file.items()}, json.loads(
        (FOLDER / f"{language}.json").read_text()
    )


def leaves(tree: object) -> list[str]:
    if isinstance(tree, dict):
        return [leaf for each in tree.values() for leaf in leaves(each)]
    return [leaf for each in tree for leaf in leaves(each)] if isinstance(tree, list) else [str(tree)]


def shape(tree: object) -> object:
    """Names, and what each sentence is told."""
    if isinstance(tree, dict):
        return {name: shape(each) for name, each in tree.items() if not name.endswith("_many")}
    if isinstance(tree, list):
        return len(tree)
    return sorted(name for _, name, _, _ in string.Formatter().parse(str(tree)) if name)


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len(dict(pairs)) == len(pairs), sorted(name for name, _ in pairs)
    return dict(pairs)


def test_nothing_is_said_twice() -> None:
    for path in (*FOLDER.glob("*.json"), *TERMS.glob("*.json")):
        json.loads(path.read_text(), object_pairs_hook=once)


def test_every_language_says_everything() -> None:
    english, *others = [read(language) for language in LANGUAGES]
    for other in others:
        assert [shape(one) for one in other] == [shape(one) for one in english]
    assert all(
        leaf.strip() or leaf in {" ", "\u202f", "\u00a0"}
        for terms, own in (english, *others)
        for leaf in leaves([terms, own])
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_and_every_field_has_its_word(language: str) -> None:
    assert facts
    known, (terms, own) = every_fact(), read(language)
    assert len(known) > 80
    assert {fact.kind for fact in known} - terms["entry"].keys() == set()
    names = {one.name for fact in known for one in dataclasses.fields(fact) if one.metadata["place"] == "field"}
    assert (names | BESIDES) - own["fields"].keys() == set(), "say it in app/exports/document/words"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fonts_draw_every_word(language: str) -> None:
    said = "".join(leaves(list(read(language)))) + "\u00d7\u2013\u2014\u2026\u00b7\u2039\u203a\u2022"
    assert sorted({one for one in said if ord(one) not in covered()}) == []


def test_a_language_that_is_not_spoken_is_english() -> None:
    assert Words.of("fr-BE").kind("evidence.opened") == "Consultée"
    assert Words.of("nl").kind("evidence.opened") == "Viewed"
    assert Words.of("en").kind("of.another_version") == "of.another_version"


def test_numbers_are_grouped_as_the_language_does() -> None:
    assert Words.of("en").number(1234567) == "1,234,567"
    assert re.fullmatch(r"1\s234\s567", Words.of("fr").number(1234567))
    told = {language: Words.of(language).several("all_complete", 0) for language in ("fr", "en")}
    assert told["fr"].startswith("Le relevé de 0 pièce")
    assert told["en"].startswith("The records of 0 exhibits")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            [
                ("Before", "Draft"),
                ("State", "In quality check"),
                (
                    "Evaluation",
                    "source X (reliability cannot be assessed), information 4 (neither known to the source nor corroborated)",
                ),
            ],
        ),
        (
            "fr",
            [
                ("Avant", "Projet"),
                ("État", "En contrôle de qualité"),
                (
                    "Évaluation",
                    "source X (fiabilité impossible à évaluer), information 4 (ni connue de la source ni corroborée)",
                ),
            ],
        ),
    ],
)
def test_codes_of_states_and_evaluations_stand_in_words(language: str, expected: list[tuple[str, str]]) -> None:
    said = {"former": "DRAFT", "state": "QUALITY_CHECK", "evaluation": {"source": "X", "information": "4"}}
    assert list(Sayings(Words.of(language), ZoneInfo("UTC")).lines(None, said)) == expected


NAMES = Names(
    {"NL": "Pays-Bas"},
    {("NL", "OM"): "Parquet de Rotterdam"},
    {"01a23bc6-cd4b-7b8f-8597-e55e14396c11": "NL-2026-877BYV9Q"},
    {"instrument": {"EPOC": "Injonction européenne de production"}, "rule": {"EPOC_STD": "Transmettre les données"}},
)
#: Fields as an entry has them, in the order of their names.
FIELDS = {
    "authorities": [{"code": "OM", "kind": "prosecution", "name": "Parquet de Rotterdam"}],
    "authority": "OM",
    "because": "Demandé par le juge.",
    "duration": "P10D",
    "exhibit": "01a23bc6-cd4b-7b8f-8597-e55e14396c11",
    "former": ["member"],
    "instrument": "EPOC",
    "occurred": {"at": "2026-09-15T05:15:00.000000Z", "source": "observed", "zone": "Europe/Paris"},
    "party": "NL",
    "position": 0,
    "rule": "EPOC_STD",
    "sha256": "aa",
    "state": "planned",
    "tlp": "AMBER_STRICT",
}


def test_fields_stand_in_the_order_of_reading_with_names_for_codes_and_numbers_from_1() -> None:
    lines = Sayings(Words.of("fr"), ZoneInfo("Europe/Paris"), NAMES).lines(None, FIELDS)
    assert [f"{label} = {text}".replace("\u202f", " ") for label, text in lines] == [
        "Pièce = NL-2026-877BYV9Q",
        "Instrument = Injonction européenne de production",
        "Règle = Transmettre les données",
        "Partie = Pays-Bas (NL)",
        "Autorité = Parquet de Rotterdam",
        "Avant = contributeur",
        "État = Prévue",
        "Autorités = Code OM, nature Ministère public, Nom Parquet de Rotterdam",
        "Durée = 10 jours",
        "TLP = AMBER+STRICT",
        "Date et heure des faits = 2026-09-15 07:15:00 CEST +02:00 (2026-09-15 05:15:00Z), le rédacteur était présent, Europe/Paris",
        "Motif = Demandé par le juge.",
        "SHA-256 = aa",
        "Inscription au journal = 1",
    ]
