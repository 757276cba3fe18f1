"""Changes of custody in SQL without their ledger entry are refused at the commit."""

from tests.custody.test_handovers import OFFER
from tests.factories.evidence import release
from tests.factories.physical_custody import act, answer, correct, offered, thing, where
from tests.factories.team import Team, read_json
from tests.support.databases.probes import Probe, Refused, run_probes

LET_GO = (
    "update physical_custody set state = 'stored', seat = null, custodian = 'x', place = 'x', corrects = cast(:some as uuid),"
    " corrections = corrections {more}, version = version + 1"
)
ENDED = "update handovers set state = '{}', {} = 'x', answered_by = :seat, answered_at = now(), version = version + 1"
UNENTERED = Refused("stands in its ledger")
NOT_IN_CUSTODY = Refused("needs its ledger entry")
ONE_BY_ONE = Refused("one by one")


async def test_change_without_its_ledger_entry_is_refused(team: Team) -> None:
    """A quorum, a phase, an act on a thing, an offer, an answer, and a correction that ends another's custody."""
    exhibit, free, taken = [await thing(team, release("DE")) for _ in range(3)]
    waiting = await offered(team, "noor", exhibit, "lena")
    read_json(await answer(team, "lena", await offered(team, "noor", taken, "lena")))
    some = {"some": (await where(team, "noor", taken))["way"][0]["id"]}
    before = [await where(team, "noor", one) for one in (exhibit, free, taken)]
    await run_probes(
        team,
        [
            Probe("noor", "select 1 from physical_custody", 3),
            Probe("admin", "update jits set quorum = 3 where id = :jit", UNENTERED),
            Probe("admin", "update jits set state = 'trial' where id = :jit", UNENTERED),
            Probe(
                "noor",
                "update physical_custody set place = 'Elsewhere', version = version + 1 where evidence = :evidence",
                Refused("needs its ledger entry"),
                {"evidence": free["id"]},
            ),
            Probe("noor", OFFER, Refused("needs its ledger entry"), {"evidence": free["id"], "to": "DE-02"}),
            Probe("noor", f"{ENDED.format('withdrawn', 'why')} where state = 'offered'", NOT_IN_CUSTODY),
            Probe("lena", f"{ENDED.format('refused', 'why')} where state = 'offered'", NOT_IN_CUSTODY),
            Probe("lena", f"{ENDED.format('received', 'place')} where state = 'offered'", NOT_IN_CUSTODY),
            *(
                Probe(
                    who,
                    f"{LET_GO.format(more=more)} where evidence = :evidence",
                    refused,
                    some | {"evidence": taken["id"]},
                )
                for who in ("noor", "jonas")
                for more, refused in (
                    ("+ 1", Refused("needs its ledger entry|one by one")),
                    ("", ONE_BY_ONE),
                    ("+ 2", ONE_BY_ONE),
                )
            ),
        ],
    )
    assert [await where(team, "noor", one) for one in (exhibit, free, taken)] == before
    read_json(await answer(team, "lena", waiting))


async def test_entry_is_corrected_twice(team: Team) -> None:
    exhibit = await thing(team)
    wrong = (await where(team, "noor", exhibit))["way"][0]["id"]
    gone = {"standing": "returned", "custodian": "Its owner", "place": "Breda", "seal": None}
    read_json(await correct(team, "noor", exhibit, wrong, mended=gone), 201)
    back = {"standing": "stored", "custodian": "Evidence room", "place": "Shelf 3", "seal": None}
    view = read_json(await correct(team, "noor", exhibit, wrong, mended=back), 201)
    assert (view["standing"], view["custodian"]) == ("stored", "Evidence room")
    read_json(await act(team, "noor", exhibit, "checked_out"), 201)
