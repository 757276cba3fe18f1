"""Class 3: authorise A, change B.

Ids that the caller may use but that do not belong together are absent. Links fit one path, one session and one
moment.
"""

from typing import Any

import httpx

from app import clock
from app.identity.links import STARTS_WITHIN
from tests.factories import accounts, evidence
from tests.factories.evidence import TUS, alike, place
from tests.factories.team import Team, read_json
from tests.security.conftest import HiddenExhibit, fill, other_team

FOREVER = 2**40


async def links(team: Team, who: str, exhibit: str, opening: str) -> list[str]:
    """Fresh links of an opening."""
    view = read_json(await team.client(who).get(team.path(f"/evidence/{exhibit}/openings/{opening}")))
    return [
        link
        for file in view["files"]
        for link in (file["link"], *(page["link"] for page in file["renditions"]))
        if link is not None
    ]


async def signed(team: Team, browser: httpx.AsyncClient, path: str) -> str:
    """A genuine link for this session, to wherever."""
    mine = next(one["id"] for one in read_json(await browser.get("/api/sessions"))["items"] if one["current"])
    return f"{path}?{team.context.links.sign(path, mine, clock.now() + STARTS_WITHIN)}"


async def test_a_file_or_opening_of_another_exhibit_is_not_found(team: Team, hidden: HiddenExhibit) -> None:
    other = await fill(team, await evidence.register(team, "noor"))
    noor, below = team.client("noor"), team.path(f"/evidence/{other.evidence}")
    discard = {"decision": "discard", "reason": "x"}
    assert (await noor.post(f"{below}/files/{hidden.file}/decision", json=discard)).status_code == 404
    assert (await noor.delete(f"{below}/files/{hidden.uploading}", headers=TUS)).status_code == 404
    assert (await evidence.send(noor, f"{below}/files/{hidden.uploading}", b"x")).status_code == 404
    assert (await noor.get(f"{below}/openings/{hidden.taking}")).status_code == 404
    strayed = [
        f"{below}/openings/{other.taking}/files/{hidden.file}",
        f"{below}/openings/{hidden.taking}/files/{hidden.file}",
        f"{below}/openings/{hidden.taking}/files/{other.file}",
        f"{below}/openings/{other.reading}/files/{hidden.file}/pages/1",
        f"{below}/openings/{hidden.reading}/files/{other.file}/pages/1",
        f"{below}/openings/{other.reading}/files/{other.file}/pages/{2**70}",
        # The acts are not exchanged: reading gives no original, and taking gives no page.
        f"{below}/openings/{other.reading}/files/{other.file}",
        f"{below}/openings/{other.taking}/files/{other.file}/pages/1",
        # What is still arriving is in no opening.
        f"{below}/openings/{other.taking}/files/{other.uploading}",
    ]
    for path in strayed:
        assert (await noor.get(await signed(team, noor, path))).status_code == 404, path
    right = f"{below}/openings/{other.taking}/files/{other.file}"
    assert (await noor.get(await signed(team, noor, right))).content == evidence.TEXT


async def test_an_opening_is_of_one_seat_and_one_session(team: Team, hidden: HiddenExhibit) -> None:
    path = team.path(f"/evidence/{hidden.evidence}/openings/{hidden.taking}")
    again = await accounts.signed_in(team.app, team.accounts["noor"])
    for browser in (team.client("bram"), team.client("daan"), again):
        absent = path.replace(hidden.taking, str(clock.new_id()))
        assert alike(await browser.get(path), await browser.get(absent))
        there = await browser.get(await signed(team, browser, f"{path}/files/{hidden.file}"))
        assert there.status_code == 404
    await again.aclose()


async def test_a_link_fits_its_path_its_session_and_its_moment(team: Team, hidden: HiddenExhibit) -> None:
    (link,) = await links(team, "noor", hidden.evidence, hidden.taking)
    page = (await links(team, "noor", hidden.evidence, hidden.reading))[-1]
    path, _, query = link.partition("?")
    until, _, proof = query.partition("&proof=")
    noor = team.client("noor")
    forged = [
        path + f"?until={FOREVER}&proof={proof}",
        path + f"?{until}&proof={proof[:-1]}",
        path + f"?{until}&proof=",
        path + f"?{until}&proof=%C3%A9",
        path + f"?{until}&proof={proof[:-1]}%F0%9F%92%8E",
        path + "?" + page.partition("?")[2],
        path.replace(hidden.file, hidden.uploading) + "?" + query,
    ]
    for one in forged:
        answer = await noor.get(one)
        assert (answer.status_code, answer.headers["content-type"]) == (403, "application/problem+json"), one
    for name in ("bram", "jonas"):
        assert (await team.client(name).get(link)).status_code == 403, name
    assert (await team.nobody().get(link)).status_code == 401
    assert (await noor.get(link)).content == evidence.TEXT


async def test_the_team_in_the_path_is_the_team(team: Team, hidden: HiddenExhibit) -> None:
    other, hidden_exhibit = await other_team(team)
    noor = team.client("noor")
    absent = str(clock.new_id())
    for rest in ("", "/custody", "/releases"):
        crossed = await noor.get(other.path(f"/evidence/{hidden.evidence}{rest}"))
        assert (crossed.status_code, alike(crossed, await noor.get(other.path(f"/evidence/{absent}{rest}")))) == (
            404,
            True,
        )
    found = read_json(await noor.get(team.path(f"/ledger/disclosed?evidence={hidden_exhibit.evidence}")))
    assert found["items"] == []
    bodies: list[dict[str, Any]] = [{"profile": "court", "scope": {"evidence": hidden_exhibit.evidence}}]
    assert (await noor.post(team.path("/exports"), json=bodies[0])).status_code == 404


async def test_a_release_names_seats_and_authorities_of_its_own_party_alone(team: Team) -> None:
    """The path says DE; the body would let somebody else in."""
    exhibit = await evidence.register(team)
    wrong: tuple[dict[str, Any], ...] = ({"seats": ["NL-03"]}, {"authorities": ["POL"]}, {"seats": ["DE-02", "NL-03"]})
    for terms in wrong:
        assert (await evidence.grant(team, "noor", exhibit, "DE", **terms)).status_code == 422, terms
    assert read_json(await team.client("noor").get(place(team, exhibit, "/releases")))["items"][1:] == []
