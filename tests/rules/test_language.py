"""Each rule of language reports a bad text and admits a good one. `make check` applies the rules to the project."""

import subprocess
from pathlib import Path

import pytest

from tests.rules import language
from tests.support import repository

LONG = " ".join(["word"] * (language.SENTENCE + language.SENTENCE_TOLERANCE + 1))
LONGEST = " ".join(["word"] * (language.SENTENCE + language.SENTENCE_TOLERANCE))


def found(rule: object, text: str) -> list[str]:
    assert callable(rule)
    return [words.removeprefix("x:") for words in rule("x", text)]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (f"{LONG}.", 1, "sentence of 31 words"),
        (f"Short.\n\n- An item.\n- {LONG}", 4, "sentence of 31 words"),
        (f"Ends here\nand now. {LONG.capitalize()}.", 2, "sentence of 31 words"),
        ("Who may not see it does not learn of it.", 1, "begins with “Who”"),
        ("It works. **What** is erased\nstays erased.", 1, "begins with “What”"),
        ("One line.\nWhose exhibit it is decides.", 2, "begins with “Whose”"),
        ("- Whoever reads it knows.", 1, "begins with “Whoever”"),
        ("> That which is sent is gone.", 1, "begins with “That which”"),
        ("Nobody who left reads it.", 1, "begins with “Nobody who”"),
        ("The hand-over is\nrecorded.", 1, "“hand-over”: write handover"),
        ("A leader may\nbreak the glass.", 2, "“break the glass”: write emergency access"),
        ("# Standing rules", 1, "“Standing rules”: write default sharing rule"),
        ("See [the filter\nseat](seat.md).", 1, "“filter seat”: write privilege reviewer"),
        ("It is deliberately slow.", 1, "“deliberately”: write the reason"),
    ],
)
def test_markdown_with_bad_language_is_reported_with_its_line(text: str, line: int, words: str) -> None:
    (report,) = found(language.markdown, text)
    assert report.startswith(f"{line}: ")
    assert words in report


@pytest.mark.parametrize(
    "text",
    [
        f"{LONGEST}.",
        f"```\n{LONG} hand-over\n```\n\n~~~sh\nWho am I\n~~~",
        f"| {LONG} |\n|---|\n| hand-over |",
        f"Run `{LONG} hand-over\nwhereabouts` twice.",
        "Who may see it? Its originator decides.",
        "## What the tests cost",
        "The page says who may read it. Users see what was released.",
        "See [decision 182](decisions/0182-break-glass.md) and the handover.",
        f"[page]: https://example.org/hand-over\n\n<!-- {LONG} -->",
        "The warehouse is in the house of the custodian.",
        f"{' '.join(['word'] * 20)}:\n\n- {' '.join(['word'] * 20)}\n- {' '.join(['word'] * 20)}",
    ],
)
def test_markdown_in_plain_language_is_admitted(text: str) -> None:
    assert found(language.markdown, text) == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (f'"""{"x" * 111}."""', 1, "first line of 112 characters"),
        ('"""Read files.\n\nWho asks is told.\n"""', 3, "begins with “Who”"),
        ('class A:\n    """What a member sees."""', 2, "begins with “What”"),
        ('class A:\n    def f(self):\n        """Open the house."""', 3, "“house”"),
        (f'def f():\n    """Do it.\n\n    {LONG}.\n    """', 4, "sentence of 31 words"),
        ('async def f():\n    """Do it.\n\n    Args:\n        a: What it is.\n    """', 5, "begins with “What”"),
    ],
)
def test_docstring_with_bad_language_is_reported_with_its_line(text: str, line: int, words: str) -> None:
    (report,) = found(language.docstrings, text)
    assert report.startswith(f"{line}: ")
    assert words in report


@pytest.mark.parametrize(
    "text",
    [
        f'"""{"x" * 109}."""',
        'def _private():\n    """What a member sees."""',
        'def f():\n    """Return `repository.hand-over`, in-repository."""\n    return "Who knows the whereabouts"',
        f'"""Run it.\n\n    {LONG}\n    {LONG}\n\nThen stop.\n"""',
        f'"""Modules.\n\n{"".join(f"name{n}   {LONGEST[:80]}{chr(10)}" for n in range(9))}"""',
        f'def f():\n    """Do it.\n\n    Args:\n        a: {LONGEST}\n        b: {LONGEST}\n    """',
        '"""Apply the rule (Art. 5 and No. 7, e.g. H. Meyer). Nothing else."""',
    ],
)
def test_docstring_in_plain_language_is_admitted(text: str) -> None:
    assert found(language.docstrings, text) == []


@pytest.mark.parametrize("words", (language.SUBSTITUTIONS | language.DOCSTRING_SUBSTITUTIONS).values())
def test_words_to_write_are_admitted(words: str) -> None:
    assert found(language.docstrings, f'"""Use {words}."""') == []


@pytest.mark.parametrize("text", ["{ a: '' }", "{\n a: 'b', c:\n  \"\",\n}", "{ a: `` }"])
def test_empty_text_of_a_dictionary_is_reported(text: str) -> None:
    assert len(found(language.dictionary, text)) == 1


def test_text_of_a_dictionary_that_contains_quotes_is_admitted() -> None:
    assert found(language.dictionary, "{ a: 'Say: \"\" or not', b: \"l''une\", c: ' ' }") == []


@pytest.mark.parametrize("words", ["Fix it.", "x" * 73])
def test_subject_that_is_long_or_ends_with_a_full_stop_is_reported(words: str) -> None:
    assert language.subject("abc", words)


def test_subject_of_72_characters_is_admitted() -> None:
    assert language.subject("abc", "x" * 72) == []


def test_commits_are_checked_after_the_one_that_adds_the_check(tmp_path: Path) -> None:
    def commit(words: str) -> None:
        names = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *names, "commit", "-q", "--allow-empty", "-m", words], cwd=tmp_path, check=True)

    assert language.commits(tmp_path) == []
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    commit("Before the check.")
    (tmp_path / "tests" / "rules").mkdir(parents=True)
    (tmp_path / "tests" / "rules" / "language.py").touch()
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    commit("Add the check.")
    commit("Fix one thing")
    assert language.commits(tmp_path) == []
    commit("Fix another thing.")
    (report,) = language.commits(tmp_path)
    assert report.endswith("subject ends with a full stop")


def test_files_that_are_checked_leave_out_what_is_generated() -> None:
    names = {repository.name_of(path) for path in language.files()}
    assert {"README.md", "docs/access.md", "app/main.py", "frontend/src/i18n/words/common.fr.ts"} <= names
    assert "docs/settings.md" not in names
    assert len(names) > 500


def test_named_files_are_checked_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        language.main([str(repository.ROOT / "app" / "clock.py"), str(repository.ROOT / "frontend" / "src" / "i18n")])
        == 0
    )
    assert capsys.readouterr().out == ""
