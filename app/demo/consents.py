"""Consent requests and information requests between the parties of Operation Lantern, pending and answered."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from app.access.sharing.consents import Use
from app.demo.building import Team
from app.models import Consent
from app.services.sharing import consent_grants, consents
from app.services.sharing.consent_grants import Grant
from app.services.sharing.consents import NewConsentRequest


@dataclass(frozen=True, slots=True)
class Asked:
    """A request.

    Attributes:
        by: E-mail address of the member who asks.
        words: The request.
        exhibit: Key of the exhibit; None for an information request.
        party: Party to which an information request goes.
        level: Release level that is requested; None requests use in court.
        granted: E-mail address of the leader who granted it, and conditions.
        refused: E-mail address of the leader who refused it, and the reason.
    """

    by: str
    words: str
    exhibit: str | None = None
    party: str | None = None
    level: str | None = None
    granted: tuple[str, str | None] | None = None
    refused: tuple[str, str] | None = None


ASKED: Final = (
    Asked(
        "lena@de.demo",
        "We need the bookings themselves, to match them with the account in Kassel.",
        exhibit="nl-bank",
        level="readable",
    ),
    Asked(
        "jonas@de.demo",
        "We want to put the recording before the court in Frankfurt at the hearing on custody.",
        exhibit="nl-lamp-room",
    ),
    Asked(
        "claire@fr.demo",
        "Que détenez-vous sur le portefeuille bc1q9lantern ? Les victimes de Lille y ont versé.",
        party="NL",
    ),
    Asked(
        "noor@nl.demo",
        "For the expert's report: the print itself, and not only that it exists.",
        exhibit="de-print",
        level="readable",
        granted=("jonas@de.demo", "Not to be copied into the file before the arrests."),
    ),
    Asked(
        "bram@nl.demo",
        "What do you hold on the licence plate KS-LN 441?",
        party="DE",
        refused=("jonas@de.demo", "A measure is under way; ask again after the action day."),
    ),
)


async def ask(team: Team) -> None:
    """Send and answer the requests, unless that was done."""
    if team.spec.key != "lantern":
        return
    for one in ASKED:
        if one.exhibit is not None and one.exhibit not in team.exhibits:
            continue
        asker = team.seats[one.by]
        async with team.context.database.writing(asker.requester) as session:
            if (await session.scalars(select(Consent.id).where(Consent.words == one.words))).first() is not None:
                continue
            consent = await consents.ask(session, asker, _asking(team, one))
        await _answer(team, one, consent)


def _asking(team: Team, one: Asked) -> NewConsentRequest:
    use = Use.QUESTION if one.exhibit is None else Use.COURT if one.level is None else Use.RELEASE
    evidence = None if one.exhibit is None else team.exhibits[one.exhibit]
    return NewConsentRequest(use, one.words, evidence=evidence, party=one.party, level=one.level)


async def _answer(team: Team, one: Asked, consent: object) -> None:
    by, words = one.granted or one.refused or (None, None)
    if by is None:
        return
    leader = team.seats[by]
    async with team.context.database.writing(leader.requester) as session:
        found = (await session.scalars(select(Consent).where(Consent.id == consent))).one()
        if one.refused is not None:
            await consents.refuse(session, leader, found.id, expected=found.version, reason=one.refused[1])
        else:
            given = Grant(conditions=words)
            await consent_grants.grant(session, leader, found.id, given, expected=found.version)
