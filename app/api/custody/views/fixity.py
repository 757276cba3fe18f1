"""View of integrity checks."""

from typing import Literal

from app.api.schemas import Time, View


class FixityView(View):
    """The last integrity check of the stored files. `ordered_at`: time of the pending order of the reader.

    `checked_at` null: none since the files were received, when each was compared. `due_at` null: no stored files, or no
    planned check.
    """

    checked_at: Time | None
    verdict: Literal["verified", "failed"] | None
    due_at: Time | None
    ordered_at: Time | None
    may_order: bool
