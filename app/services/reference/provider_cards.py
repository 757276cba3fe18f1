"""Provider card of an identifier, by the domain names that the cards list. Pure.

Not here: the allocation tables of the operator (`allocations.py`), which come first.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from app.identifiers.kinds import Identifier, IdentifierKind
from app.reference.catalogue import ProviderCard


def of_identifier(cards: Iterable[ProviderCard], identifier: Identifier) -> ProviderCard | None:
    """Return the card that lists the domain of an e-mail address, URL or domain, or the longest ending of it."""
    value = identifier.normalised.casefold()
    match identifier.kind:
        case IdentifierKind.URL:
            host = urlsplit(value).hostname or ""
        case IdentifierKind.EMAIL | IdentifierKind.DOMAIN:
            host = value.rpartition("@")[2]
        case _:
            return None
    by_domain = {domain.casefold(): card for card in cards for domain in card.domains.value or ()}
    labels = host.split(".")
    endings = (".".join(labels[at:]) for at in range(len(labels)))
    return next((by_domain[one] for one in endings if one in by_domain), None)
