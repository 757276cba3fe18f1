"""What the long tests stand on: an installation of their own."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.soak.installation import Installation


@pytest.fixture
def installation() -> Iterator[Installation]:
    """In a folder of its own, with an empty database; nothing but PostgreSQL runs yet."""
    folder = Path(tempfile.mkdtemp(prefix="liaison-test-"))
    made = Installation(folder)
    yield made
    made.stop()
    shutil.rmtree(folder)
