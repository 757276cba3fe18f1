"""The view of fixity."""

from typing import Literal

from app.api.schemas import Time, View


class FixityView(View):
    """When the stored files were last compared with their hashes. `ordered_at`: since when one's own order waits.

    `checked_at` null: not since they were received, when each was compared first; `due_at` null: nothing is stored, or nothing planned.
    """

    checked_at: Time | None
    verdict: Literal["verified", "failed"] | None
    due_at: Time | None
    ordered_at: Time | None
    may_order: bool
