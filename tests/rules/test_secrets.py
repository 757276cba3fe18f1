"""No secret is in the source: no private key, no token of a known form, no random string under the name of a secret.

What tests and documents need in that form is named below, with the reason. Not here: secrets in the history.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.support import repository

FORMS: Final = {
    "a private key": re.compile(r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"),
    "a key of signed notes": re.compile(r"PRIVATE\+KEY\+[^+\s]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]{40,}"),
    "an AWS key": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "a GitHub token": re.compile(r"\b(?:gh[pousr]_[0-9A-Za-z]{36}|github_pat_\w{40,})\b"),
    "a GitLab token": re.compile(r"\bglpat-[0-9A-Za-z_-]{20,}"),
    "a Slack token": re.compile(r"\bxox[abeoprs]-[0-9A-Za-z-]{20,}"),
    "a Google key": re.compile(r"\bAIza[0-9A-Za-z_-]{35}\b"),
    "a PyPI token": re.compile(r"\bpypi-[0-9A-Za-z_-]{50,}"),
    "an npm token": re.compile(r"\bnpm_[0-9A-Za-z]{36}\b"),
    "a JWT": re.compile(r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}"),
    "a password in an address": re.compile(r"\b[a-z][a-z0-9+]*://[^\s/:@{}<>$\"']+:[^\s/:@{}<>$\"']{8,}@"),
}
#: `password = "…"`, `"api_key": "…"`, `TOKEN=…`: a value of so many characters that looks random.
NAMED: Final = re.compile(
    r"(?i)(?:password|passwd|secret|token|api_?key|private_?key|credential)s?[\"']?\s*[:=]\s*[\"']?([A-Za-z0-9+/=_.-]{16,})"
)
#: Bits a character: words stay below, 20 random characters of base64 come to 4 and more.
RANDOM: Final = 3.7
#: Every text of the repository, also in files without an ending; pictures, archives and fonts are left out.
KINDS: Final = (
    "",
    *[
        ".py",
        ".md",
        ".ts",
        ".tsx",
        ".js",
        ".mjs",
        ".json",
        ".toml",
        ".yaml",
        ".yml",
        ".sh",
        ".sql",
        ".txt",
        ".ini",
        ".cfg",
        ".example",
        ".pem",
        ".key",
        ".crt",
    ],
    *[".csv", ".css", ".html", ".svg", ".typ", ".mako", ".lock", ".eml", ".mbox", ".log", ".yar"],
)
FOLDERS: Final = (".ci", "app", "bench", "deploy", "docs", "frontend", "migrations", "tests")
#: Where a form is meant, and what for.
MEANT: Final = {
    ("tests/identity/test_secrets.py", "a private key"): "a file that begins so is made there",
    ("tests/rules/test_secrets.py", "*"): "the forms themselves",
}


def secrets(text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold a secret, and its kind."""
    for number, line in enumerate(text.splitlines(), start=1):
        yield from ((number, kind) for kind, form in FORMS.items() if form.search(line))
        yield from ((number, "a random value") for found in NAMED.finditer(line) if looks_random(found[1]))


def looks_random(value: str) -> bool:
    """Whether a value has letters and digits, as nothing that a person writes has, in a mixture without a pattern."""
    counts = Counter(value)
    bits = -sum(n / len(value) * math.log2(n / len(value)) for n in counts.values())
    return bits >= RANDOM and any(one.isdigit() for one in value) and any(one.isalpha() for one in value)


def files() -> Iterator[Path]:
    yield from (path for path in sorted(repository.ROOT.iterdir()) if path.is_file() and path.suffix in KINDS)
    yield from repository.files(*FOLDERS, kinds=KINDS)


def test_source_holds_no_secret() -> None:
    found = [
        f"{name}:{number}: {kind}"
        for path in files()
        if (name := repository.name_of(path)) != "frontend/package-lock.json"
        for number, kind in secrets(path.read_text("utf-8", "replace"))
        if not {(name, kind), (name, "*")} & set(MEANT)
    ]
    assert found == [], "remove it and replace it where it is used, or name it in MEANT"


@pytest.mark.parametrize(
    "line",
    [
        "-----BEGIN EC PRIVATE KEY-----",
        "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE",
        f"ghp_{'aB3' * 12}",
        "DATABASE_URL=postgresql://liaison:b3Kq81xxPo@db.example/liaison",
        'smtp_password = "x9Kq2LmZp0RtVw7Yb4"',
        "LIAISON_TRANSLATION_KEY_TOKEN=f3a9c1e07b5d48269e0fa1b7c3d5e9f2",
        "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlc2lnbmF0dXJl",
    ],
)
def test_known_form_of_a_secret_is_found(line: str) -> None:
    assert list(secrets(line))


@pytest.mark.parametrize(
    "line",
    [
        'password = "correct horse battery"',
        "token = secrets.session_secret()",
        'SECRET = re.compile(r"[a-z]{16}")',
        "password: settings.smtp_password_file",
        "DATABASE_URL=postgresql://liaison:${PASSWORD}@db/liaison",
    ],
)
def test_name_of_a_secret_without_one_is_admitted(line: str) -> None:
    assert not list(secrets(line))
