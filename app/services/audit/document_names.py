"""Names for the codes in the entries of a package, in the language of its document.

States have the names of their country cards. Instruments, their deadlines and forms have their titles.

Not here: how a document shows them (`exports/document/sayings.py`).
"""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from app.access.exporting import Profile
from app.database import Reading
from app.exports import profiles
from app.exports.document.names import Names
from app.i18n.phrases import Language
from app.models import Authority, Evidence, Party
from app.reference.catalogue import Instrument
from app.reference.forms.loading import forms
from app.services.reference import country_names, records


async def of_team(session: Reading, jit: UUID, language: Language) -> Names:
    """Return the full names of the team's parties and authorities."""
    countries = await country_names.read(session, language)
    parties = {one.id: one for one in await session.scalars(select(Party).where(Party.jit == jit))}
    authorities = await session.scalars(select(Authority).where(Authority.jit == jit))
    return Names(
        {one.code: countries.name_of_party(one) for one in parties.values()},
        {(parties[one.party].code, one.code): one.name for one in authorities if one.party in parties},
    )


async def of_package(session: Reading, jit: UUID, profile: Profile, language: Language) -> Names:
    """Return all names; numbers of exhibits only if the profile discloses them, of those that the member sees."""
    names, allowed = await of_team(session, jit, language), profiles.fields(profile)
    titles = await _titles(session, language)
    exhibits = dict[str, str]()
    if profile is not Profile.STATISTICS and (allowed is None or "exhibit_number" in allowed):
        query = select(Evidence.id, Evidence.exhibit_number).where(Evidence.jit == jit)
        exhibits = {str(row.id): row.exhibit_number for row in await session.execute(query)}
    return Names(names.parties, names.authorities, exhibits, titles)


async def _titles(session: Reading, language: Language) -> Mapping[str, Mapping[str, str]]:
    countries = (await country_names.read(session, language)).by_code()
    instruments = [one.record for one in await records.list_of(session, Instrument)]
    rules = [rule.value for one in instruments for rule in one.deadlines if rule.value is not None]
    return {
        "country": countries,
        "holidays_of": countries,
        "instrument": {one.key: getattr(one.title, language) for one in instruments},
        "rule": {one.key: getattr(one.title, language) for one in rules},
        "form": {key: getattr(one.title, language) for key, one in forms().items()},
    }
