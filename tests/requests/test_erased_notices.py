"""Texts of notices and hearings that were erased from the audit log are erased from their rows, too."""

from datetime import timedelta
from typing import Any

from app import clock
from app.access.retention import review_after
from tests.factories import hearings, notices, retention
from tests.factories.field_erasures import erase, erased, read
from tests.factories.pending_actions import ids_of
from tests.factories.team import Team, read_json

DASH = "\N{EM DASH}"
NAME = "Erasable"
#: What an erasure keeps of a content: who asks and when, but nothing about the subject or the case.
KEPT = {
    *("ncb", "authority", "reference", "ncb_reference", "interpol_reference", "language", "is_public", "recipients"),
    *("review_on", "diffusion_reason", "diffusion_aim", "is_unidentified"),
}


async def _erase(team: Team, kind: str, *names: str) -> None:
    """Erase fields of the first entry of this kind."""
    (first, *_) = await team.entries("noor", kind)
    read_json(await erase(team, "noor", first["position"], *names), 202)
    await erased(team, "noor", first["position"])


async def _seen(team: Team, who: str, notice: dict[str, Any]) -> dict[str, Any]:
    return dict(read_json(await notices.see(team, who, notice)))


async def _known(team: Team, who: str, notice: dict[str, Any]) -> list[Any]:
    """All that somebody can ask about a notice."""
    paths = ("/notices", f"/notices?q={NAME}", f"/search?q={NAME}", "/ledger/disclosed")
    answers = [await team.client(who).get(team.path(path)) for path in paths]
    place = [await team.client(who).get(notices.place(team, notice, rest)) for rest in ("", "/moves")]
    return [(one.status_code, one.content) for one in (*answers, *place)]


async def test_erased_texts_of_a_notice_are_erased_from_its_content_checks_and_hits(team: Team) -> None:
    notice = await notices.create(team, family_name=NAME, place="Rotterdam", cautions=["ill"])
    notice = read_json(await notices.change(team, "noor", notice, facts="First facts"))
    notice = read_json(await notices.change(team, "noor", notice, facts="Last facts", review_on="2030-05-16"))
    notice = await notices.moved(team, notice, "checked", "with_ncb", "under_review", "published")
    read_json(await notices.release(team, "noor", notice, "DE"))
    read_json(await notices.hit(team, "noor", notice, place="Barajas"), 201)
    await _erase(team, "notice.drafted", "content")
    shown = (await _seen(team, "noor", notice))["content"]
    for name in ("family_name", "forenames", "sex", "description", "purpose", "assessment", "place"):
        assert shown[name] == DASH, name
    assert (shown["birth_date"], shown["nationalities"], shown["cautions"]) == (None, [], [])
    assert (shown["facts"], shown["reference"]) == ("Last facts", "ROT-2026-114"), (
        "what differs, and what names no person"
    )
    assert shown["erased"].keys() >= {"family_name", "birth_date", "nationalities", "cautions"}
    assert not shown["erased"].keys() & {"facts", "reference", "ncb", "review_on", "charge"}
    (_, changed) = await team.entries("noor", "notice.changed")
    read_json(await erase(team, "noor", changed["position"], "changes"), 202)
    await erased(team, "noor", changed["position"])
    await _erase(team, "notice.check_answered", "reason")
    await _erase(team, "notice.hit_recorded", "place", "what")
    await _erase(team, "notice.released", "content")
    for who in ("noor", "lena"):
        told = await _seen(team, who, notice)
        assert (told["content"]["facts"], told["content"]["review_on"]) == (DASH, "2030-05-16"), who
        (hit,) = told["hits"]
        assert (hit["place"], hit["what"], hit["country"], hit["measure"]) == (DASH, DASH, "ES", "arrest"), who
        assert hit["erased"].keys() == {"place", "what"}, who
        for kind, names in (("notice.released", {"content"}), ("notice.hit_recorded", {"place", "what"})):
            (entry,) = await team.entries(who, kind)
            assert set(entry["erased"]) == names, (who, kind)
    questions = (await _seen(team, "noor", notice))["questions"]
    assert [bool(one["erased"]) for one in questions].count(True) == 1
    assert {one["reason"] for one in questions if one["erased"]} == {DASH}
    assert {one["answer"] for one in questions if one["erased"]} == {"yes"}
    assert await notices.listed(team, "noor", f"?q={NAME}") == []
    found = read_json(await team.client("noor").get(team.path(f"/search?q={notice['number']}")))
    assert DASH not in str(found), "the number is the title of a notice whose name was erased"


async def test_erasure_leaves_no_value_about_the_subject_or_the_case(team: Team) -> None:
    stated = {
        "aliases": ["Lamp"],
        "parents": "Robin",
        "other_identifiers": "QDi.1",
        "guardian": "Kim",
        "is_exceptional": True,
    }
    stated |= {"sentence_months": 0, "exception_reason": "Ten victims", "penalty": "A year", "method": "Skimmer"}
    more = notices.UNSC_SPECIAL | notices.SILVER | notices.PURPLE | notices.ORANGE | notices.YELLOW | notices.BLUE
    more |= {"birth_place": "Delft", "languages": ["nl"], "identity_documents": "P1", "is_publication_allowed": False}
    notice = await notices.create(team, **(more | notices.RED | stated), cautions=["ill"])
    content = notice["content"]
    names = content.keys() - KEPT - {"updated_at", "version", "erased"}
    assert {name for name in names if content[name] in (None, [])} == set(), "each has a value"
    await _erase(team, "notice.drafted", "content")
    shown = (await _seen(team, "noor", notice))["content"]
    assert {name for name in names if shown[name] not in (None, [], DASH)} == set()
    assert shown["erased"].keys() == names


async def test_erasure_of_a_notice_changes_no_answer_to_parties_that_do_not_see_it(team: Team) -> None:
    notice = await notices.create(team, family_name=NAME)
    read_json(await notices.release(team, "noor", notice, "DE"))
    read_json(await notices.change(team, "noor", notice, facts="Seen by Germany"))
    read_json(await notices.recall(team, "noor", notice, "DE"))
    await team.settled()
    before = {who: await _known(team, who, notice) for who in ("claire", "lena")}
    await _erase(team, "notice.drafted", "content")
    await team.settled()
    assert await _known(team, "claire", notice) == before["claire"], "a party that never saw it"
    assert await _known(team, "lena", notice) == before["lena"], (
        "a party that no longer sees it, and never saw this entry"
    )
    await _erase(team, "notice.released", "content")
    kinds = [one["kind"] for one in await team.entries("lena")]
    assert kinds.count("field.erased") == 1, "she read the entry of the release, so she reads that it was erased"
    assert await _known(team, "claire", notice) == before["claire"]


async def test_erased_title_of_a_hearing_is_erased_from_the_hearing(team: Team) -> None:
    hearing = await hearings.create(team, title="Trial of Example")
    hearing = read_json(await hearings.change(team, "noor", hearing, title="Appeal of Example", court="Gerechtshof"))
    await _erase(team, "hearing.created", "title")
    assert read_json(await hearings.see(team, "noor", hearing))["title"] == "Appeal of Example", "it differs"
    await _erase(team, "hearing.changed", "changes", "title")
    hearing = read_json(await hearings.see(team, "noor", hearing))
    assert (hearing["title"], hearing["court"]) == (DASH, "Gerechtshof")
    assert hearing["erased"].keys() == {"title"}
    hearing = read_json(await hearings.change(team, "noor", hearing, title="Appeal"))
    assert (hearing["title"], hearing["erased"]) == ("Appeal", {})
    assert await team.entries("lena", "field.erased") == [], "a hearing is visible to its party only"


async def test_ended_notice_is_reviewed_kept_by_a_leader_and_listed_until_its_texts_are_erased(team: Team) -> None:
    read_json(await retention.agree(team, review_months=1), 201)
    notice = await notices.create(team, family_name=NAME)
    assert notice["retention"] is None
    assert (await notices.keep(team, "noor", notice)).json()["code"] == "notice-not-ended"
    read_json(await notices.release(team, "noor", notice, "DE"))
    ended_at = clock.now() - timedelta(days=40)
    ended = {"reason": "Arrested", "occurred_at": ended_at.isoformat()}
    read_json(await notices.move(team, "noor", notice, "withdrawn", **ended))
    await team.settled()
    expected = review_after(ended_at.date(), 1).isoformat()
    for who, decides in (("noor", True), ("daan", False)):
        shown = (await _seen(team, who, notice))["retention"]
        assert (shown["review_on"], shown["overdue"]) == (expected, True), who
        assert (shown["may_keep"], bool(shown["entries"])) == (decides, decides), who
    assert (await _seen(team, "lena", notice))["retention"] is None, "another party"
    for who, status in (("daan", 403), ("jonas", 403), ("claire", 404)):
        assert (await notices.keep(team, who, notice)).status_code == status, who
    refused = await notices.keep(team, "noor", notice, 1200)
    assert [one["field"] for one in refused.json()["errors"]] == ["review_on"]
    (due,) = await _due(team, "noor")
    assert (due["number"], due["title"], due["kind"]) == (notice["number"], f"{NAME}, Alex", "GREEN")
    assert await _due(team, "jonas") == []
    assert await ids_of(team, "noor", "retention_review") == [notice["id"]]
    for position in due["retention"]["entries"]:
        read_json(await erase(team, "noor", position, *(await read(team, "noor", position))["erasable"]), 202)
    for position in due["retention"]["entries"]:
        await erased(team, "noor", position)
    assert await _due(team, "noor") == []
    assert (await _seen(team, "noor", notice))["retention"]["entries"] == []
    kept = read_json(await notices.keep(team, "noor", notice, 20))["retention"]
    assert kept["overdue"] is False
    assert [len(await team.entries(who, "notice.retained")) for who in ("daan", "lena")] == [1, 0]


async def test_refused_notice_is_reviewed_until_it_returns_to_draft(team: Team) -> None:
    notice = await notices.moved(team, await notices.create(team), "checked", "with_ncb", "under_review")
    notice = read_json(await notices.move(team, "noor", notice, "refused", ground="incomplete"))
    assert (await _seen(team, "noor", notice))["retention"]["overdue"] is False
    assert read_json(await notices.move(team, "noor", notice, "draft", reason="More facts"))["retention"] is None


async def _due(team: Team, who: str) -> list[dict[str, Any]]:
    return list(read_json(await team.client(who).get(team.path("/notices/reviews")))["items"])
