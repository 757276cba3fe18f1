"""Sets documents of legal requests as tagged PDF (PDF/A-3a), in a separate, limited process.

Their contents are not written to the disk: only the vault keeps contents there, encrypted.
Not here: their contents (`form.py`, `reminder.py`, `method_record.py`), and whose turn it is
(`services/requests/typesetting.py`).
"""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from app.exports.document import setting

_HERE: Final = Path(__file__).parent
FORM: Final = _HERE / "form.typ"
REMINDER: Final = _HERE / "reminder.typ"
METHOD: Final = _HERE / "method.typ"
#: Documents that are set at the same time; each takes 100 to 200 MB.
AT_ONCE: Final = 4
_TYPESETTERS: Final = ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="typesetting")


async def typeset(contents: Mapping[str, Any], made_at: datetime, template: Path, seconds: float) -> bytes:
    """Return a document as PDF. Raises `NotSet` if typesetting failed, `NotSetNow` if not done within `seconds`."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_TYPESETTERS, setting.pdf_without_files, contents, made_at, template, seconds)
