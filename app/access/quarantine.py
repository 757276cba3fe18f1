"""What is in quarantine, and for whom: pure (Reg. (EU) 2023/969 Art. 17(3)). Not here: the gate that it is (`gates.py`)."""

from collections.abc import Iterable
from typing import Final

#: What may be done with an exhibit in quarantine by others than its provider.
_IN_QUARANTINE: Final = frozenset({"list", "verify"})


def denials(act: str, *, own: bool, quarantined: bool) -> Iterable[str]:
    """Until the verdict others than the provider list it, and administrators read it for that verdict; nothing else."""
    if act == "verify" and (own or not quarantined):
        yield "not_in_quarantine"
    if quarantined and not own and act not in _IN_QUARANTINE:
        yield "in_quarantine"
