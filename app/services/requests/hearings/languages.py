"""Languages of exhibits, of their translations, and of the courts of a country.

A member reads the language of an exhibit from the level `readable` on. Not here: whether a translation is missing
(`access/requests/hearing_checks.py`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import or_, select

from app.access.seats import Seat
from app.database import Reading
from app.models import Derivation, Party, Provenance, RequestPaper, RequestResult


@dataclass(slots=True)
class Spoken:
    """The language of an exhibit, whether it is a translation, and the languages of its translations."""

    language: str | None = None
    is_translation: bool = False
    translations: list[str | None] = field(default_factory=list)


async def of_exhibits(session: Reading, ids: Sequence[UUID]) -> dict[UUID, Spoken]:
    """Return what is recorded about these exhibits, as far as the member may read it.

    Translations of an exhibit are the exhibits derived from it as such, and the papers of this kind of the requests by
    which it came.
    """
    found = {one: Spoken() for one in ids}
    derived = select(Derivation.child, Derivation.parent).where(
        Derivation.how == "translation", or_(Derivation.child.in_(ids), Derivation.parent.in_(ids))
    )
    pairs = [(row[0], row[1]) for row in await session.execute(derived)]
    papers = (
        select(RequestPaper.evidence, RequestResult.evidence)
        .join(RequestResult, RequestResult.request == RequestPaper.request)
        .where(RequestPaper.kind == "translation", RequestResult.evidence.in_(ids))
        .distinct()
    )
    translating = [*pairs, *((row[0], row[1]) for row in await session.execute(papers))]
    named = {*ids, *(one for one, _ in translating)}
    rows = await session.execute(
        select(Provenance.evidence, Provenance.content_language).where(Provenance.evidence.in_(named))
    )
    recorded = {row[0]: row[1] for row in rows}
    for one, spoken in found.items():
        spoken.language = recorded.get(one)
    for child, _ in pairs:
        if child in found:
            found[child].is_translation = True
    for translated, original in translating:
        if original in found:
            found[original].translations.append(recorded.get(translated))
    return found


async def of_countries(session: Reading, seat: Seat, countries: Collection[str]) -> dict[str, frozenset[str]]:
    """Return the languages of the party of each country; a country without a party in the team is left out."""
    query = select(Party.code, Party.languages).where(Party.jit == seat.jit, Party.code.in_(countries))
    return {row[0]: frozenset(row[1]) for row in await session.execute(query)}
