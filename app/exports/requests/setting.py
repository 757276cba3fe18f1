"""Sets documents of legal requests as tagged PDF (PDF/A-3a), in a separate, limited process.

Not here: their contents (`form.py`, `reminder.py`, `method_record.py`).
"""

import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from app.exports.document import setting

_HERE: Final = Path(__file__).parent
FORM: Final = _HERE / "form.typ"
REMINDER: Final = _HERE / "reminder.typ"
METHOD: Final = _HERE / "method.typ"


def pdf(contents: Mapping[str, Any], made_at: datetime, template: Path) -> bytes:
    """Return a document as PDF. Blocks. Raises `NotSet` if typesetting failed."""
    with tempfile.TemporaryDirectory(prefix="liaison-request-") as place:
        return setting.pdf(Path(place) / "root", contents, {}, made_at, template)
