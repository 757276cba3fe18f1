"""Potentially privileged or abusive material: when its content is closed, and to whom. Pure.

Source: ECHR Art. 6 and 8; access.md, Gates. Not here: the complete decision (`access/sharing/decisions.py`), and who reviews
(`services/sharing/privilege_review.py`).
"""

from typing import Final

UNCHECKED: Final = "unchecked"
PRIVILEGED: Final = "privileged"
#: Acts on the content, closed to everybody while the content is closed.
_OF_CONTENT: Final = {"open", "take", "derive", "disclose", "verify"}


def is_closed(state: str | None) -> bool:
    """Return whether only the privilege reviewer may see the content; `True` for unknown states.

    The database has the opposite in `content_is_open()`.
    """
    return state not in {None, "cleared"}


def needs_check(state: str | None, *, confirmed: bool | None, is_first: bool) -> bool:
    """Return whether an exhibit may not be shared before somebody confirms that its content was checked.

    The first release of an exhibit needs the confirmation, unless a privilege reviewer decides or decided.

    Args:
        state: The state of the privilege review; `None` if nobody asked for one.
        confirmed: Whether the member confirms that the content was checked and nothing privileged was found. `None`: a
            program that does not ask the question; its release has no confirmation in the audit log.
        is_first: Whether no other party has, or waits for, a release.
    """
    return is_first and state is None and confirmed is False


def denial(state: str | None, act: str, *, filters: bool) -> str | None:
    """Return the reason against the act, or `None`. `filters`: the asking seat is this exhibit's privilege reviewer."""
    if act == "filter":
        return None if state == UNCHECKED and filters else "not_the_filter"
    if not is_closed(state):
        return None
    if act == "close":
        return "closed_already"
    return (PRIVILEGED if state == PRIVILEGED else UNCHECKED) if act in _OF_CONTENT else None
