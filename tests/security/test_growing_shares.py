"""Class 12: a member never passes on, or is shown, more than it has."""

from tests.factories import evidence
from tests.factories.evidence import place, release
from tests.factories.team import Team, read_json


async def test_whoever_holds_an_exhibit_passes_nothing_on(team: Team) -> None:
    exhibit = await evidence.with_file(team, release("DE"), release("FR", level="listed"))
    before = read_json(await team.client("noor").get(place(team, exhibit, "/releases")))
    jonas, version = team.client("jonas"), {"If-Match": '"1"'}
    for party in ("DE", "FR", "NL", "EUROJUST"):
        for condition in (version, {"If-None-Match": "*"}):
            path = place(team, exhibit, f"/releases/{party}")
            granted = await jonas.put(path, json={"level": "held"}, headers=condition)
            assert granted.status_code == 403, party
        recalled = await jonas.request("DELETE", path, json={"reason": "x"}, headers=version)
        assert recalled.status_code == 403, party
    for rest, body in (("/withdrawal", {"reason": "x"}), ("", {"title": "Mine", "reason": "x"})):
        method = "POST" if rest else "PATCH"
        assert (await jonas.request(method, place(team, exhibit, rest), json=body, headers=version)).status_code == 403
    assert (await evidence.announce(team, "jonas", exhibit)).status_code == 403
    court = {"profile": "court", "scope": {"evidence": exhibit["id"]}}
    assert (await jonas.post(team.path("/exports"), json=court)).status_code == 403
    assert read_json(await team.client("noor").get(place(team, exhibit, "/releases"))) == before


async def test_a_level_is_not_exceeded_by_any_seat_of_the_party(team: Team) -> None:
    exhibit = await evidence.with_file(team, release("DE", level="readable"), release("FR", level="listed"))
    read_json(await evidence.open_it(team, "lena", exhibit), 201)
    for who in ("jonas", "lena"):
        assert (await evidence.take_it(team, who, exhibit)).status_code == 403, who
    for who in ("claire", "hugo"):
        assert (await evidence.open_it(team, who, exhibit)).status_code == 403, who
        shown = read_json(await evidence.see(team, who, exhibit))
        assert (shown["files"], shown["place"], shown["declared_hashes"]) == ([], None, None)
        assert evidence.TEXT.hex() not in str(shown)
    for who in ("karl", "ines", "sofia"):
        assert (await evidence.see(team, who, exhibit)).status_code == 404, who


async def test_a_seat_named_alone_cannot_bring_its_party_in(team: Team) -> None:
    """Lena holds it by name; neither her leader nor a colleague gets it by her acts, her links or her exports."""
    exhibit = await evidence.with_file(team, release("DE", seats=["DE-02"]))
    opening = read_json(await evidence.take_it(team, "lena", exhibit), 201)
    link = opening["files"][0]["link"]
    assert (await team.client("lena").get(link)).content == evidence.TEXT
    for who in ("jonas", "karl", "auditor"):
        assert (await team.client(who).get(link)).status_code in {403, 404}, who
        shown = await evidence.see(team, who, exhibit)
        assert shown.status_code == 404 or read_json(shown)["level"] == "listed", who
    assert (await evidence.see(team, "jonas", exhibit)).status_code == 404


async def test_lowering_a_release_lowers_what_was_opened_under_it(team: Team) -> None:
    exhibit = await evidence.with_file(team, release("DE"))
    opening = read_json(await evidence.take_it(team, "lena", exhibit), 201)
    read_json(await evidence.grant(team, "noor", exhibit, "DE", version=1, level="readable"))
    assert (await team.client("lena").get(opening["files"][0]["link"])).status_code == 403
    renewed = await team.client("lena").get(place(team, exhibit, f"/openings/{opening['id']}"))
    assert (renewed.status_code, renewed.json()["code"]) == (403, "level-below-held")
