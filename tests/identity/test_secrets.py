"""Secrets: long, readable where people read them, kept in files of ours alone."""

import re
import stat
from pathlib import Path

import pytest

from app.identity import secrets
from app.identity.tokens import Tokens


def test_codes_are_long_readable_and_never_the_same() -> None:
    codes = {secrets.one_time_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}", code) for code in codes)


@pytest.mark.parametrize("typed", ["7k10-mabc", " 7KIO-MABC\n", "7kLo mabc", "7K10MABC"])
def test_however_it_is_typed_it_is_the_same_code(typed: str) -> None:
    assert secrets.code_digest(typed) == secrets.code_digest("7K10-MABC")


def test_another_code_is_another() -> None:
    assert secrets.code_digest("7K10-MABD") != secrets.code_digest("7K10-MABC")
    assert secrets.session_digest("7K10-MABC") != secrets.code_digest("7K10-MABC")


def test_a_kept_secret_is_made_once_and_ours_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "links.key"
    first = secrets.kept_secret(path)
    assert len(first) == 32
    assert secrets.kept_secret(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in path.parent.iterdir()] == ["links.key"], "no draft stays behind"


def test_the_key_of_tokens_survives_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "tokens.pem"
    first = Tokens.open(path)
    assert path.read_bytes().startswith(b"-----BEGIN PRIVATE KEY-----")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Tokens.open(path)._public == first._public
