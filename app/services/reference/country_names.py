"""Names of countries and parties in the language of a document.

Country cards give the names of countries. A party that is a State has the name of its country if the team uses the
English name of the card. Other names stay as the team wrote them, as in the page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from app.database import Reading
from app.i18n.phrases import Language
from app.reference.catalogue import CountryCard
from app.reference.sourced import BilingualText
from app.services.reference import records

_STATES: Final = frozenset({"member_state", "third_country"})


class NamedParty(Protocol):
    """A party with its code, kind, and the name that the team gave it."""

    @property
    def code(self) -> str: ...  # noqa: D102 - as the tables call it
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class CountryNames:
    """Names by country code, in one language. `cards`: in both languages."""

    cards: Mapping[str, BilingualText]
    language: Language

    def by_code(self) -> Mapping[str, str]:
        """Return the name of each country that has a card."""
        return {code: self._name(card) for code, card in self.cards.items()}

    def of_country(self, code: str) -> str:
        """Return the name of a country; its code without a card."""
        return self._name(self.cards[code]) if code in self.cards else code

    def of_party(self, party: NamedParty) -> str:
        """Return the name of a party with its code."""
        return f"{self.name_of_party(party)} ({party.code})"

    def name_of_party(self, party: NamedParty) -> str:
        """Return the name of a party."""
        card = self.cards.get(party.code) if party.kind in _STATES else None
        return party.name if card is None or card.en != party.name else self._name(card)

    def _name(self, card: BilingualText) -> str:
        return card.fr if self.language == "fr" else card.en


async def read(session: Reading, language: Language) -> CountryNames:
    """Return the names of all countries with a card."""
    cards = await records.list_of(session, CountryCard)
    return CountryNames({one.record.code: one.record.name for one in cards}, language)
