"""Test data in the folder `../shared/data`. It is present in CI and not part of the repository."""

import json
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"

needs_shared_data = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data (../shared/data) is not here")


def shared_json(name: str) -> Any:
    """A JSON file of the shared vectors."""
    return json.loads((SHARED / "vectors" / name).read_text())
