"""Acts permitted on an exhibit in quarantine (Reg. (EU) 2023/969 Art. 17(3)). Pure.

Not here: the approval that ends it (`gates.py`).
"""

from collections.abc import Iterable
from typing import Final

#: Acts of others than the provider on an exhibit in quarantine.
_IN_QUARANTINE: Final = frozenset({"list", "verify"})


def denials(act: str, *, own: bool, quarantined: bool) -> Iterable[str]:
    """Yield reasons against the act.

    Until approval or rejection others than the provider may list the exhibit, and administrators read it to verify it.
    """
    if act == "verify" and (own or not quarantined):
        yield "not_in_quarantine"
    if quarantined and not own and act not in _IN_QUARANTINE:
        yield "in_quarantine"
