"""Every sentence of the server has a translation in every language, in the catalogue of its domain, and none is stale."""

import ast
import json
import re
from collections import defaultdict

import pytest

from app import errors
from app.i18n import phrases
from tests.support import repository, sentences

FOLDER = repository.ROOT / "app" / "i18n"
TRANSLATIONS = [language for language in phrases.LANGUAGES if language != phrases.SOURCE]
PLACEHOLDER = re.compile(r"\{(\w+)\}")

#: Written into the audit log in English, or read by the operator only.
RECORDED = {
    "A source exhibit is no longer released that far.",
    "An administrator rejected the exhibit.",
    "Archive of the closed team.",
    "For transfer: 28 days have passed since the upload (Reg. (EU) 2023/969 Art. 21).",
    "For transfer: every party with access to the original has downloaded every file.",
    "No default sharing rule releases the exhibit any more.",
    "Privilege review found the exhibit privileged.",
    "The default sharing rules now give this party other access.",
    "The membership expired.",
    "The party left the team.",
    "The release to this party was changed.",
    "The review was due, and the originator has left the team.",
}
OPERATORS = {
    "Background jobs.",
    "How long the oldest due job has waited.",
    "Audit logs that need attention.",
    "Requests answered.",
    (
        "This database is older than 29 November 2026, or newer than this version. "
        "Start it once with the version of that day, then with this one. Nothing was changed."
    ),
    "Time to the end of the answer.",
}
#: Titles that the framework gives.
FRAMEWORK = {"Method not allowed"}


def _expected() -> dict[str, str]:
    """Return the catalogue of each sentence: that of its domain, or `general` if several domains use it."""
    domains = defaultdict[str, set[str]](set)
    for one in sentences.sentences():
        domains[one.text].add(one.domain)
    for text in FRAMEWORK:
        domains[text].add("general")
    return {
        text: next(iter(found)) if len(found) == 1 else "general"
        for text, found in domains.items()
        if text not in RECORDED | OPERATORS
    }


def _catalogue(language: str) -> dict[str, tuple[str, str]]:
    """Return the file and the translation of each sentence."""
    return {
        english: (path.stem, text)
        for path in sorted((FOLDER / language).glob("*.json"))
        for english, text in json.loads(path.read_text()).items()
    }


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_every_sentence_has_its_translation(language: str) -> None:
    expected, catalogue = _expected(), _catalogue(language)
    assert sorted(expected.keys() - catalogue.keys()) == [], f"add them to app/i18n/{language}"
    assert sorted(catalogue.keys() - expected.keys()) == [], f"stale in app/i18n/{language}"
    misplaced = [f"{text}: {expected[text]}.json" for text in expected if catalogue[text][0] != expected[text]]
    assert misplaced == []


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_translations_have_the_placeholders_of_their_sentence(language: str) -> None:
    different = [
        english
        for english, (_, text) in _catalogue(language).items()
        if sorted(set(PLACEHOLDER.findall(english))) != sorted(set(PLACEHOLDER.findall(text))) or not text.strip()
    ]
    assert different == []


def test_recorded_sentences_are_in_the_source() -> None:
    found = {one.text for one in sentences.sentences()}
    assert (RECORDED | OPERATORS) - found == set()


def test_refusals_are_no_f_strings() -> None:
    """An f-string has no template, by which it could be translated."""
    found = [
        f"{repository.name_of(path)}:{call.lineno}"
        for path in sorted(repository.ROOT.glob("app/**/*.py"))
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call) and _name_of(call) in _refusals() and call.args
        if isinstance(call.args[0], ast.JoinedStr)
    ]
    assert found == []


def _name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _refusals() -> set[str]:
    return {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.Refusal)}
