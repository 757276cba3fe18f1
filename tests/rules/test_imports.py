"""Imports point down: the contracts of pyproject.toml hold, and each fails for a violating import.

Not expressible as a contract and tested here: the verifier and the tree use only the standard library; a custody table is
not imported through the package of all models; each package is named in every contract that concerns it.
"""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.support import repository

LINTER = Path(sys.executable).with_name("lint-imports")
PROJECT = tomllib.loads((repository.ROOT / "pyproject.toml").read_text())
CONTRACTS: dict[str, dict[str, Any]] = {one["id"]: one for one in PROJECT["tool"]["importlinter"]["contracts"]}

#: For each contract an offence: a file (added to if it exists) and the line that must not pass.
OFFENCES = {
    "upward": ("shelves", "app/models/tables.py", "import app.services.evidence.exhibits"),
    "sideways": ("shelves", "app/vault/durable.py", "import app.identity.passwords"),
    "worker to main": ("shelves", "app/worker.py", "import app.main"),
    "homeless": ("shelves", "app/misc.py", "x = 1"),
    "circle": ("circles", "app/models/tables.py", "import app.models.evidence.evidence"),
    "a higher domain": ("domains", "app/services/accounts/sessions.py", "import app.services.teams.members"),
    "a domain without its place": ("domains", "app/services/trains/__init__.py", "x = 1"),
    "nouns": ("nouns", "app/api/sharing/releases.py", "import app.api.evidence.evidence"),
    "a new noun": ("nouns", "app/api/audit/trains.py", "import app.api.evidence.evidence"),
    "http below": ("http", "app/services/evidence/exhibits.py", "from starlette.requests import Request"),
    "sql at the edge": ("sql", "app/api/evidence/evidence.py", "from sqlalchemy import select"),
    "custody": ("custody", "app/services/evidence/exhibits.py", "from app.models.ledger import Entry"),
    "settings": ("settings", "app/services/evidence/exhibits.py", "from app.settings import Settings"),
}


def lint(tree: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [str(LINTER), "--no-cache", *words]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program and its contracts, to be spoiled."""
    tree = tmp_path_factory.mktemp("tree")
    shutil.copytree(repository.ROOT / "app", tree / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(repository.ROOT / "pyproject.toml", tree)
    return tree


def test_the_contracts_hold() -> None:
    run = lint(repository.ROOT)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 broken" in run.stdout


@pytest.mark.parametrize("offence", OFFENCES)
def test_each_contract_bites(offence: str, copy: Path) -> None:
    contract, name, line = OFFENCES[offence]
    path = copy / name
    before = path.read_text() if path.exists() else None
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{before or ''}\n{line}\n")
        run = lint(copy, "--contract", contract)
        assert run.returncode == 1, run.stdout + run.stderr
        assert "1 broken" in run.stdout
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_text(before)


def test_every_contract_has_an_offence_above() -> None:
    assert set(CONTRACTS) == {contract for contract, _, _ in OFFENCES.values()}


def _shelves(*from_and_below: str) -> list[str]:
    """The shelves that exist, from the top; those below a layer's name if one is given."""
    layers = [[word.strip(" ()") for word in layer.split("|")] for layer in CONTRACTS["shelves"]["layers"]]
    if from_and_below:
        layers = layers[next(at for at, layer in enumerate(layers) if from_and_below[0] in layer) + 1 :]
    present = {path.stem for path in (repository.ROOT / "app").iterdir() if path.suffix == ".py" or path.is_dir()}
    return [f"app.{shelf}" for layer in layers for shelf in layer if shelf in present]


def test_a_new_shelf_is_named_in_the_contracts_that_concern_it() -> None:
    assert set(CONTRACTS["http"]["source_modules"]) == set(_shelves("api"))
    edge = {"app.main", "app.routers", "app.realtime", "app.api"}.intersection(_shelves())
    assert set(CONTRACTS["sql"]["source_modules"]) == edge
    entry_points = {"app.__main__", "app.main", "app.serving", "app.worker", "app.demo", "app.witness", "app.settings"}
    entry_points |= {"app.opening", "app.operator_commands", "app.server"}
    assert set(CONTRACTS["settings"]["source_modules"]) == set(_shelves()) - entry_points


def strangers(text: str) -> set[str]:
    """Modules that a file imports and the standard library does not have; relative imports too."""
    modules = {module for _, module, _ in repository.imported(ast.parse(text))}
    return {module for module in modules if module.split(".")[0] not in sys.stdlib_module_names}


@pytest.mark.parametrize("name", ["app/exports/verifier.py", "app/ledger/tree/merkle.py"])
def test_it_stands_on_the_standard_library_alone(name: str) -> None:
    assert strangers((repository.ROOT / name).read_text()) == set()


def test_a_stranger_is_found() -> None:
    assert strangers("import os\ndef f():\n    import cryptography.x509") == {"cryptography.x509"}
    assert strangers("from . import notes\nfrom app import clock") == {".", "app"}


def custody_tables() -> set[str]:
    tree = ast.parse((repository.ROOT / "app/models/ledger.py").read_text())
    return {node.name for node in tree.body if isinstance(node, ast.ClassDef)}


def touches(name: str, text: str) -> list[str]:
    """Return custody tables that a file outside the ledger imports from `app.models`."""
    if name.startswith(("app/ledger/", "app/models/")):
        return []
    tree = ast.parse(text)
    taken = [(line, what) for line, module, what in repository.imported(tree) if module == "app.models"]
    used = [(node.lineno, repository.dotted(node)) for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    taken += [(line, words.split(".")[-1]) for line, words in used if words.startswith(("models.", "app.models."))]
    return [f"{name}:{line}: {what} is the ledger's" for line, what in taken if what in custody_tables()]


def test_only_the_ledger_touches_the_custody_tables() -> None:
    assert {"Entry", "Body", "Field", "Checkpoint"} <= custody_tables()
    read = [(repository.name_of(path), path.read_text()) for path in repository.files("app")]
    assert [offence for name, text in read for offence in touches(name, text)] == []


def test_a_hand_in_the_custody_tables_is_found() -> None:
    assert touches("app/services/x.py", "from app.models import Exhibit, Entry")
    assert touches("app/services/x.py", "from app import models\nx = models.Body.salt")
    assert touches("app/services/x.py", "from pydantic import Field\nx = Field()") == []
