"""What may hold privileged or abusive material: when its content is closed, and to whom. Pure (ECHR Art. 6, 8; access.md, Gates).

Deliberately not here: the decision about an act as a whole (`access/decisions.py`), and who filters (`services/filter_teams.py`).
"""

from typing import Final

UNCHECKED: Final = "unchecked"
PRIVILEGED: Final = "privileged"
#: Acts on the content, by whomever: none of them while it is closed.
_OF_CONTENT: Final = {"open", "take", "derive", "disclose", "verify"}


def is_closed(state: str | None) -> bool:
    """Whether the content is nobody's but the filter's; an unknown state is closed. The twin of `content_is_open()`."""
    return state not in {None, "cleared"}


def denial(state: str | None, act: str, *, filters: bool) -> str | None:
    """Why this act is not for the asker. `filters`: it is the filter of this exhibit."""
    if act == "filter":
        return None if state == UNCHECKED and filters else "not_the_filter"
    if not is_closed(state):
        return None
    if act == "close":
        return "closed_already"
    return (PRIVILEGED if state == PRIVILEGED else UNCHECKED) if act in _OF_CONTENT else None
