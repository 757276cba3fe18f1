"""A vault in a folder of its own for each test."""

from pathlib import Path

import pytest

from app.vault.places import Place
from app.vault.vault import Vault
from tests.support.vault import some_place


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault.open(tmp_path / "state")


@pytest.fixture
def place() -> Place:
    return some_place()
