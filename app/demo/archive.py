"""Archives: a zip of what was taken from a device, with a list of hashes inside.

Here: the container, its times fixed by the caller. Not here: what goes in.
"""

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime

from app.demo.content import Content, text

__all__ = ["archive"]


def archive(name: str, at: datetime, contents: Iterable[Content]) -> Content:
    """A zip file of the contents and of `MANIFEST.csv`, which gives name, size and SHA-256 of each."""
    inside = list(contents)
    rows = ["name,size_bytes,sha256", *(f"{each.name},{len(each.data)},{each.sha256}" for each in inside)]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        for each in [*inside, text("MANIFEST.csv", "\r\n".join(rows) + "\r\n", media_type="text/csv")]:
            member = zipfile.ZipInfo(each.name, (at.year, at.month, at.day, at.hour, at.minute, at.second))
            member.create_system, member.external_attr = 3, 0o644 << 16
            container.writestr(member, each.data, zipfile.ZIP_DEFLATED, 6)
    return Content(name, "application/zip", out.getvalue())
