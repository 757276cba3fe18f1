"""Recognition of identifiers in a pasted text.

Recognisers run in a fixed order, and each character belongs to at most one identifier, except that the host of a URL can be
an identifier of its own. The time is linear in the length of the text.
"""

from collections.abc import Callable, Iterator
from typing import Final

from app.identifiers import (
    accounts,
    addresses,
    digests,
    equipment,
    mail,
    messengers,
    money,
    network,
    plates,
    systems,
    telephony,
)
from app.identifiers.kinds import Identifier
from app.identifiers.passage import Passage

#: Version of these rules. Requests record it with what was recognised.
VERSION: Final = 2

_RECOGNISERS: Final[tuple[Callable[[Passage], Iterator[Identifier]], ...]] = (
    network.urls,
    mail.emails,
    network.macs,
    addresses.addresses,
    network.onions,
    money.ibans,
    money.wallets,
    digests.fingerprints,
    digests.digests,
    equipment.devices,
    messengers.accounts,
    systems.systems,
    plates.plates,
    accounts.handles,
    telephony.telephones,
    network.domains,
)


def recognise(text: str) -> list[Identifier]:
    """Return the identifiers of a text in their order.

    Args:
        text: Any text, such as lines of a log, an e-mail header or notes.
    """
    passage = Passage(text)
    found = [one for recogniser in _RECOGNISERS for one in recogniser(passage)]
    return sorted(found, key=lambda one: (one.begins, -one.ends))
