"""The example's bundle, written once."""

from pathlib import Path

import pytest

from tests.exports.bundles import Files, bundle, taken_apart
from tests.support.ledgers.reference_ledger import ReferenceLedger, example


@pytest.fixture(scope="session")
def ledger() -> ReferenceLedger:
    return example()


@pytest.fixture(scope="session")
def zip_path(ledger: ReferenceLedger, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bundle(tmp_path_factory.mktemp("bundle") / "bundle.zip", ledger).path


@pytest.fixture(scope="session")
def files(zip_path: Path) -> Files:
    """Not to be changed in place."""
    return taken_apart(zip_path)
