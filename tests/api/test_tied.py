"""What a seat changes in SQL, past the services, without the entry that says so: refused at the commit."""

import pytest
from sqlalchemy.exc import DBAPIError

from tests.api.test_holding import OFFER
from tests.factories.evidence import release
from tests.factories.team import Team, said
from tests.factories.whereabouts import act, answer, correct, offered, thing, where
from tests.support.as_seat import attempt


async def test_a_quorum_without_its_entry_is_none(team: Team) -> None:
    with pytest.raises(DBAPIError, match="stands in its ledger"):
        await attempt(team, "admin", "update jits set quorum = 3 where id = :jit")


async def test_nor_is_a_phase(team: Team) -> None:
    with pytest.raises(DBAPIError, match="stands in its ledger"):
        await attempt(team, "admin", "update jits set state = 'trial' where id = :jit")


async def test_nobody_ends_anothers_hold_by_a_correction_that_is_none(team: Team) -> None:
    exhibit = await thing(team, release("DE"))
    said(await answer(team, "lena", await offered(team, "noor", exhibit, "lena")))
    some = (await where(team, "noor", exhibit))["way"][0]["id"]
    let_go = (
        "update whereabouts set standing = 'stored', seat = null, custodian = 'x', place = 'x', corrects = cast(:some as uuid),"
        " corrections = corrections {more}, version = version + 1"
    )
    for who in ("noor", "jonas"):
        with pytest.raises(DBAPIError, match=r"what becomes of a thing|one by one"):
            await attempt(team, who, let_go.format(more="+ 1"), some=some)
        with pytest.raises(DBAPIError, match="one by one"):
            await attempt(team, who, let_go.format(more=""), some=some)
        with pytest.raises(DBAPIError, match="one by one"):
            await attempt(team, who, let_go.format(more="+ 2"), some=some)
    assert (await where(team, "noor", exhibit))["standing"] == "held"


async def test_a_physical_act_without_its_entry_is_none(team: Team) -> None:
    exhibit = await thing(team)
    with pytest.raises(DBAPIError, match="what becomes of a thing"):
        await attempt(team, "noor", "update whereabouts set place = 'Elsewhere', version = version + 1")
    assert (await where(team, "noor", exhibit))["version"] == 1


async def test_an_offer_without_its_entry_is_none(team: Team) -> None:
    exhibit = await thing(team, release("DE"))
    with pytest.raises(DBAPIError, match="stands in its custody"):
        await attempt(team, "noor", OFFER, evidence=exhibit["id"], to="DE-02")
    assert (await where(team, "noor", exhibit))["handover"] is None


async def test_nor_is_an_answer(team: Team) -> None:
    exhibit = await thing(team, release("DE"))
    one = await offered(team, "noor", exhibit, "lena")
    ended = (
        "update handovers set state = '{}', {} = 'x', answered_by = :seat, answered_at = now(), version = version + 1"
    )
    for who, state, what in (("noor", "withdrawn", "why"), ("lena", "refused", "why"), ("lena", "received", "place")):
        with pytest.raises(DBAPIError, match=r"stands in its custody|what becomes of a thing"):
            await attempt(team, who, ended.format(state, what))
    assert (await where(team, "noor", exhibit))["handover"]["id"] == one["id"], "it waits as it did"
    said(await answer(team, "lena", one))


async def test_an_entry_is_put_right_twice(team: Team) -> None:
    exhibit = await thing(team)
    wrong = (await where(team, "noor", exhibit))["way"][0]["id"]
    gone = {"standing": "returned", "custodian": "Its owner", "place": "Breda", "seal": None}
    said(await correct(team, "noor", exhibit, wrong, mended=gone), 201)
    back = {"standing": "stored", "custodian": "Evidence room", "place": "Shelf 3", "seal": None}
    view = said(await correct(team, "noor", exhibit, wrong, mended=back), 201)
    assert (view["standing"], view["custodian"]) == ("stored", "Evidence room")
    said(await act(team, "noor", exhibit, "checked_out"), 201)
