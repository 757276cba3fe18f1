"""The object store over TLS: only a store whose certificate leads to the named roots gets or gives bytes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from obstore.exceptions import BaseError

from app.vault.buckets import Bucket
from app.vault.places import Place
from tests.support.certificates import Authority
from tests.support.object_store import BUCKET, running_store
from tests.vault.test_objects import keep


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Authority]:
    """The one that issued the certificate of the running store."""
    authority = Authority(tmp_path / "authority")
    (tmp_path / "store").mkdir()
    with running_store(tmp_path / "store", authority.issue("localhost")) as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, str(value))
        monkeypatch.setenv("AWS_MAX_RETRIES", "0")
        yield authority


def test_store_is_used_over_tls_only_with_a_certificate_of_the_named_roots(
    authority: Authority, tmp_path: Path, place: Place
) -> None:
    name, address = place.segment_object(0), f"s3://{BUCKET}"
    keep(Bucket(address, authority.roots), tmp_path / "staging", name, b"0123456789")
    assert Bucket(address, authority.roots).read(name, 3, 5) == b"34"
    for stranger in (Bucket(address), Bucket(address, authority.another().roots)):
        with pytest.raises(BaseError):
            stranger.read(name, 3, 5)
