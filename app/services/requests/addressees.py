"""Whether the authority or provider of a request belongs to its country, by the reference data.

A name that the reference data do not have is no question. A provider can act in several countries, so a member can confirm
the name for another one.
"""

from app.database import Reading
from app.errors import Invalid
from app.i18n.phrases import Phrase
from app.services.reference import records


async def demand_of_country(session: Reading, authority: str | None, country: str, field: str) -> None:
    """Refuse the name of a provider or a contact that the reference data record for other countries only.

    Raises:
        Invalid: It is of another country; names `field`.
    """
    known = await _countries_of(session, authority) if authority else frozenset[str]()
    if known and country not in known:
        raise Invalid(
            Phrase(
                "The reference data record this authority or provider for {known}, not for {country}."
                " Correct it, or confirm it if it is right.",
                known=", ".join(sorted(known)),
                country=country,
            ),
            code="authority-elsewhere",
            field=field,
            extra={"countries": sorted(known)},
        )


async def _countries_of(session: Reading, name: str) -> frozenset[str]:
    """Return the countries for which the reference data have a provider or a contact with this name."""
    wanted = name.casefold()
    providers = {
        card.country.value
        for card in (await records.providers(session)).values()
        for one in (card.name.value, card.entity.value)
        if one and one.casefold() == wanted and card.country.value
    }
    contacts = {
        one.record.country
        for one in await records.contacts(session)
        if one.record.unit.value and one.record.unit.value.casefold() == wanted
    }
    return frozenset(providers | contacts)
