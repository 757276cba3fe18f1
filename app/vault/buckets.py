"""Store objects in an object store given by its URL: `s3://…`, `gs://…`, `az://…`.

Credentials come from the places where the store's own tools look for them.
An object is staged on disk and uploaded as a whole; there is no multipart upload of our own.
"""

from pathlib import Path
from typing import Final

import obstore
from obstore.store import ObjectStore, from_url

from app.vault.encryption import Damaged
from app.vault.objects import Staged, checked, checked_prefix

_PART_BYTES: Final = 16 * 1024 * 1024


class Bucket:
    """Objects in a remote store. Implements `Objects`."""

    def __init__(self, address: str | ObjectStore, roots: Path | None = None) -> None:
        """Open the store. The connection is lazy: a wrong address fails at the first call.

        `roots`: certificates (PEM) to which the store's certificate may lead, besides those of the system.

        Raises:
            OSError: The certificates cannot be read.
        """
        if not isinstance(address, str):
            self._store = address
        elif roots is None:  # options, also empty ones, replace those of the environment, such as AWS_ALLOW_HTTP
            self._store = from_url(address)
        else:
            self._store = from_url(address, client_options={"root_certificate": roots.read_bytes()})

    def keep(self, staged: Staged, name: str) -> None:
        """Upload the staged bytes; an older object of that name is replaced in one step."""
        obstore.put(self._store, checked(name), staged.path, chunk_size=_PART_BYTES)

    def read(self, name: str, start: int, end: int) -> bytes:
        """See `Objects.read`."""
        try:
            content = bytes(obstore.get_range(self._store, checked(name), start=start, end=end))
        except FileNotFoundError as missing:
            raise Damaged("a stored object is missing") from missing
        if len(content) != end - start:
            raise Damaged("the stored object is cut")
        return content

    def size(self, name: str) -> int:
        """See `Objects.size`."""
        try:
            return obstore.head(self._store, checked(name))["size"]
        except FileNotFoundError as missing:
            raise Damaged("a stored object is missing") from missing

    def remove_all(self, prefix: str) -> int:
        """See `Objects.remove_all`."""
        removed = 0
        for batch in obstore.list(self._store, checked_prefix(prefix)):
            obstore.delete(self._store, [found["path"] for found in batch])
            removed += len(batch)
        return removed
