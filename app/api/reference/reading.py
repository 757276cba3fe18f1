"""Routes that read the reference data of the deployment. Every signed-in account may.

Not here: its administration (`administration.py`).
"""

from typing import Annotated

from fastapi import Query

from app.api.guards import ReadingUnit, SignedIn
from app.api.reference.views.records import (
    CodeListView,
    ContactView,
    CountryView,
    InstrumentView,
    ProviderView,
    TreatyView,
    code_list_view,
    contact_view,
    country_view,
    instrument_view,
    provider_view,
    treaty_view,
)
from app.api.routing import Router
from app.api.schemas import Page
from app.reference.catalogue import ContactRole, CountryCard, Instrument, ProviderCard
from app.reference.codes import CodeList
from app.reference.sourced import Code
from app.reference.treaties import Treaty
from app.services.reference import records

router = Router(prefix="/api", tags=["reference data"])


@router.get("/instruments")
async def list_instruments(session: ReadingUnit, person: SignedIn) -> Page[InstrumentView]:
    """List the legal instruments with their deadlines, issuers and the countries where they apply; one page."""
    await records.ask_as(session, person)
    return Page(items=[instrument_view(one) for one in await records.list_of(session, Instrument)], next=None)


@router.get("/countries")
async def list_countries(session: ReadingUnit, person: SignedIn) -> Page[CountryView]:
    """List the country cards; one page."""
    await records.ask_as(session, person)
    return Page(items=[country_view(one) for one in await records.list_of(session, CountryCard)], next=None)


@router.get("/countries/{code}")
async def read_country(session: ReadingUnit, person: SignedIn, code: Code) -> CountryView:
    """Return the card of a country."""
    await records.ask_as(session, person)
    return country_view(await records.read(session, CountryCard, code))


@router.get("/providers")
async def list_providers(session: ReadingUnit, person: SignedIn) -> Page[ProviderView]:
    """List the provider cards; one page."""
    await records.ask_as(session, person)
    return Page(items=[provider_view(one) for one in await records.list_of(session, ProviderCard)], next=None)


@router.get("/treaties")
async def list_treaties(session: ReadingUnit, person: SignedIn) -> Page[TreatyView]:
    """List the treaties with the dates and reservations of their parties; one page."""
    await records.ask_as(session, person)
    return Page(items=[treaty_view(one) for one in await records.list_of(session, Treaty)], next=None)


@router.get("/codes")
async def list_codes(session: ReadingUnit, person: SignedIn) -> Page[CodeListView]:
    """List the lists of codes with their meanings; one page."""
    await records.ask_as(session, person)
    return Page(items=[code_list_view(one) for one in await records.list_of(session, CodeList)], next=None)


@router.get("/directory")
async def list_directory(
    session: ReadingUnit,
    person: SignedIn,
    country: Annotated[Code | None, Query()] = None,
    role: Annotated[ContactRole | None, Query()] = None,
) -> Page[ContactView]:
    """List the contacts of the directory; one page. `country`, `role`: only these."""
    await records.ask_as(session, person)
    found = await records.contacts(session, country=country, role=role)
    return Page(items=[contact_view(one) for one in found], next=None)
