"""INTERPOL notices: completeness before neutrality, moves, hits, challenges, links, and what other parties see."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from app.access.retention import review_after
from app.services.requests.notices import challenge_jobs, review_jobs
from tests.factories import evidence, notifications, requests
from tests.factories.evidence import alike, values
from tests.factories.notices import (
    BLUE,
    ORANGE,
    PURPLE,
    RED,
    SILVER,
    UNSC_SPECIAL,
    YELLOW,
    answered,
    challenge,
    change,
    change_challenge,
    check,
    create,
    exhibit,
    hit,
    listed,
    move,
    moved,
    needs,
    place,
    recall,
    release,
    see,
    try_create,
    warrant,
)
from tests.factories.pending_actions import ids_of
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser

#: What is wrong with a notice, and the field that the refusal must name.
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"kind": "PINK"}, "kind"),
    ({"birth_date": "1985-02-30"}, "birth_date"),
    ({"birth_date": "12.3.1985"}, "birth_date"),
    ({"review_on": "2029-02-30"}, "review_on"),
    ({"review_on": "1893456000"}, "review_on"),
    ({"review_on": 1_893_456_000}, "review_on"),
    ({"nationalities": ["nl"]}, "nationalities.0"),
    ({"language": "de"}, "language"),
    ({"cautions": ["rude"]}, "cautions.0"),
    ({"max_penalty_years": 100}, "max_penalty_years"),
    ({"aliases": [""]}, "aliases.0"),
    ({"state": "published"}, "state"),
]


async def test_draft_names_what_is_missing_and_neutrality_waits_for_it(team: Team) -> None:
    for wrong, field in WRONG:
        answer = await try_create(team, **wrong)
        assert (answer.status_code, [one["field"] for one in answer.json()["errors"]]) == (422, [field]), wrong
    assert (await try_create(team, "auditor")).status_code == 403
    notice = await create(team, facts=None, assessment=None)
    assert notice["number"].startswith("NL-NO-")
    assert [(one["section"], one["field"]) for one in notice["missing"]] == [("case", "facts"), ("case", "assessment")]
    refused = await check(team, "noor", notice, "neutrality.purely")
    assert (refused.status_code, refused.json()["code"]) == (409, "notice-incomplete")
    assert [one["field"] for one in refused.json()["open"]] == ["facts", "assessment"]
    read_json(await check(team, "noor", notice, "compliance.quality"), 201)
    refused = await move(team, "noor", notice, "checked")
    assert (refused.status_code, refused.json()["code"]) == (409, "notice-open")
    told = {one["field"]: one["why"] for one in refused.json()["open"]}
    assert (told["facts"], told["compliance.interest"], len(told)) == ("missing", "unanswered", 14)
    notice = read_json(await change(team, "daan", notice, facts="Facts", assessment="Basis"))
    assert (notice["missing"], notice["questions"][0]["outdated"]) == ([], True)
    (entry,) = await team.entries("noor", "notice.changed")
    assert values(entry)["changes"]["facts"] == {"from": None, "to": "Facts"}
    assert (await change(team, "noor", notice | {"content": {"version": 1}}, facts="x")).status_code == 412


@pytest.mark.parametrize(
    ("question", "given", "why"),
    [
        ("neutrality.purely", "yes", "stop"),
        ("neutrality.rights", "yes", "stop"),
        ("neutrality.rights", "unclear", "unclear"),
        ("compliance.conditions", "no", "negative"),
    ],
)
async def test_answer_that_prevents_the_notice_keeps_it_a_draft(
    team: Team, question: str, given: str, why: str
) -> None:
    notice = await answered(team, await create(team))
    notice = read_json(await check(team, "noor", notice, question, given), 201)
    refused = await move(team, "noor", notice, "checked")
    assert (refused.status_code, refused.json()["open"]) == (409, [{"field": question, "why": why}])
    assert (refused.json()["code"] == "notice-stopped") == (why == "stop")
    if why == "stop":  # the sentence names the question
        assert next(one["title"]["en"] for one in notice["questions"] if one["question"] == question) in str(
            refused.json()["errors"]
        )
    read_json(await check(team, "noor", notice, question), 201)
    read_json(await check(team, "noor", notice, "neutrality.offence", "yes"), 201)
    assert read_json(await move(team, "noor", notice, "checked"))["state"] == "checked"


async def test_review_is_at_most_five_years_ahead(team: Team) -> None:
    last = review_after(clock.now().date(), 60)
    beyond = (last + timedelta(days=1)).isoformat()
    refused = await try_create(team, review_on=beyond)
    assert (refused.status_code, [one["field"] for one in refused.json()["errors"]]) == (422, ["review_on"])
    notice = await create(team, review_on=last.isoformat())
    refused = await change(team, "noor", notice, review_on=beyond)
    assert (refused.status_code, refused.json()["errors"][0]["message"]) == (
        422,
        "Choose a review date within five years.",
    )
    assert read_json(await see(team, "noor", notice))["content"]["review_on"] == last.isoformat()


async def test_notice_is_moved_refused_returned_published_hit_and_withdrawn(team: Team) -> None:
    notice = await moved(team, await create(team), "checked", "with_ncb", "under_review")
    assert (await change(team, "noor", notice, facts="x")).json()["code"] == "notice-checked"
    assert (await hit(team, "noor", notice)).json()["code"] == "not-published"
    assert [one["field"] for one in (await move(team, "noor", notice, "refused")).json()["errors"]] == ["ground"]
    notice = read_json(await move(team, "noor", notice, "refused", ground="incomplete"))
    assert (await move(team, "noor", notice, "published")).json()["code"] == "no-such-move"
    notice = read_json(await move(team, "noor", notice, "draft", reason="Facts are added"))
    for state in ("checked", "with_ncb", "under_review", "published"):
        notice = read_json(await move(team, "daan", notice, state))
    notice = read_json(await hit(team, "daan", notice), 201)
    notice = read_json(await hit(team, "noor", notice, country="PT"), 201)
    assert (notice["state"], [one["country"] for one in notice["hits"]]) == ("hit", ["ES", "PT"])
    notice = read_json(await move(team, "noor", notice, "withdrawn", reason="Arrested"))
    assert (notice["moves"], (await hit(team, "noor", notice)).status_code) == ([], 409)
    moves = read_json(await team.client("noor").get(place(team, notice, "/moves")))["items"]
    assert [one["state"] for one in moves][:3] == ["withdrawn", "hit", "published"]
    assert [one["ground"] for one in moves if one["state"] == "refused"] == ["incomplete"]
    entered = {values(one)["state"] for one in await team.entries("noor", "notice.moved")}
    assert entered == {one["state"] for one in moves} - {"with_ncb", "hit"}, "each entry names the new state"
    assert len(await team.entries("noor", "notice.sent")) == 2
    assert len(await team.entries("noor", "notice.hit_recorded")) == 2


async def test_diffusion_circulates_before_its_review_and_is_recalled(team: Team) -> None:
    notice = await create(team, is_diffusion=True)
    assert [one["field"] for one in notice["missing"]] == ["recipients", "diffusion_reason", "diffusion_aim"]
    more = {"recipients": ["DE", "FR"], "diffusion_reason": "recipients", "diffusion_aim": "locate"}
    notice = read_json(await change(team, "noor", notice, **more))
    notice = await moved(team, notice, "checked", "with_ncb", "published")
    assert notice["review_pending"] is True
    assert [one["to"] for one in notice["moves"]] == ["refused", "recalled", "withdrawn", "expired"]
    assert read_json(await move(team, "noor", notice, "recalled", reason="Sent in error"))["moves"] == []
    assert await listed(team, "noor", "?open=true") == []
    for query in ("?diffusion=true&kind=GREEN", "?state=recalled", "?q=example", f"?q={notice['number']}"):
        assert [one["id"] for one in await listed(team, "daan", query)] == [notice["id"]], query
    assert await listed(team, "noor", "?q=%25") == []


async def test_red_notice_rests_on_a_warrant_request_and_its_copy(team: Team) -> None:
    copy = await evidence.register(team)
    notice = await create(team, **(RED | {"warrant": None}))
    assert [one["field"] for one in notice["missing"]] == ["warrant", "exhibits"]
    assert sum(one["section"] == "assurances" for one in notice["questions"]) == 3
    eaw = await requests.create(team, instrument="EAW", to={"country": "DE"})
    notice = read_json(await warrant(team, "noor", notice, eaw))
    assert (notice["warrant"]["number"], (await warrant(team, "noor", notice, eaw)).status_code) == (eaw["number"], 409)
    refused = await exhibit(team, "noor", notice, {"id": str(uuid4())})
    assert [one["field"] for one in refused.json()["errors"]] == ["evidence"]
    notice = read_json(await exhibit(team, "noor", notice, copy), 201)
    assert notice["missing"] == []
    read_json(await release(team, "noor", notice, "FR"))
    told = read_json(await see(team, "claire", notice))
    assert (told["warrant"], told["exhibits"]) == (None, [])
    assert await team.entries("claire", "notice.warrant_linked") == []
    notice = await moved(team, notice, "checked")
    for gone in ("/warrant", f"/exhibits/{copy['id']}"):
        assert (await team.client("noor").delete(place(team, notice, gone))).json()["code"] == "notice-checked"
    read_json(await move(team, "noor", notice, "draft", reason="Another warrant"))
    for gone in ("/warrant", f"/exhibits/{copy['id']}"):
        notice = read_json(await team.client("noor").delete(place(team, notice, gone)))
    assert (notice["warrant"], notice["exhibits"]) == (None, [])


async def test_person_who_is_not_identified_needs_no_name_in_a_blue_or_yellow_notice(team: Team) -> None:
    missing = {}
    for kind in ("BLUE", "YELLOW", "RED"):
        stated: dict[str, Any] = BLUE | YELLOW | {"is_unidentified": True, "family_name": None}
        stated |= {"sex": None, "birth_date": None} if kind != "YELLOW" else {}
        notice = await create(team, **(stated | {"forenames": None, "kind": kind}))
        missing[kind] = [one["field"] for one in notice["missing"] if one["section"] == "subject"]
        if kind != "YELLOW":
            notice = read_json(await exhibit(team, "noor", notice, await evidence.register(team), "photograph"), 201)
            assert not [one for one in notice["missing"] if one["section"] == "subject"]
    named = ["family_name", "forenames", "sex", "birth_date"]
    assert missing == {"BLUE": ["identified_by"], "YELLOW": [], "RED": named}, "a photograph with more data is enough"


@pytest.mark.parametrize(
    "wanted", [BLUE, YELLOW, ORANGE, PURPLE, SILVER, UNSC_SPECIAL], ids=lambda one: str(one["kind"])
)
async def test_colour_needs_each_field_of_its_list(team: Team, wanted: dict[str, Any]) -> None:
    notice = await create(team, **wanted)
    if wanted is PURPLE:
        assert [one["field"] for one in notice["missing"]] == ["exhibits"], "its pictures"
        notice = read_json(await exhibit(team, "noor", notice, await evidence.register(team), "photograph"), 201)
    assert notice["missing"] == []
    own = wanted.keys() - {"kind"}
    assert set(await needs(team, **wanted)) >= own, "the page marks them"
    empty: dict[str, Any] = {name: [] if isinstance(wanted[name], list) else None for name in own}
    notice = read_json(await change(team, "noor", notice, **empty))
    at_first = own - {"object_data", "is_publication_allowed"}  # who is concerned is stated first
    assert {one["field"] for one in notice["missing"]} == at_first
    for name in own:
        assert notice["content"][name] == empty[name]


async def test_red_notice_below_the_thresholds_needs_an_exception_with_its_reason(team: Team) -> None:
    notice = await create(team, **(RED | {"max_penalty_years": None}))
    copy = await evidence.register(team)
    notice = read_json(await exhibit(team, "noor", notice, copy), 201)
    assert [one["field"] for one in notice["missing"]] == ["max_penalty_years", "sentence_months"]
    met = {"max_penalty_years": 2}, {"sentence_months": 6}, {"max_penalty_years": 1, "sentence_months": 6}
    below = {"max_penalty_years": 1, "sentence_months": 5}, {"max_penalty_years": 0}, {"sentence_months": 5}
    nothing = {"max_penalty_years": None, "sentence_months": None}
    for stated in (*met, *below):
        notice = read_json(await change(team, "noor", notice, **(nothing | stated)))
        told = [(one["field"], one["why"]) for one in notice["missing"]]
        assert told == ([] if stated in met else [("max_penalty_years", "negative")]), stated
    assert notice["missing"][0]["title"]["en"].startswith("No stated penalty reaches a maximum of 2 years")
    assert notice["missing"][0]["title"]["fr"].startswith("Aucune peine indiquée")
    refused = await check(team, "noor", notice, "neutrality.purely")
    assert refused.json()["open"] == [{"field": "max_penalty_years", "why": "negative"}]
    notice = read_json(await change(team, "noor", notice, is_exceptional=True))
    assert [one["field"] for one in notice["missing"]] == ["exception_reason"]
    notice = read_json(await change(team, "noor", notice, exception_reason="Ten victims in four countries"))
    assert notice["missing"] == []
    read_json(await release(team, "noor", await moved(team, notice, "checked"), "DE"))
    content = read_json(await see(team, "lena", notice))["content"]
    assert (content["sentence_months"], content["exception_reason"]) == (5, "Ten victims in four countries")


async def test_yellow_notice_needs_a_guardian_for_a_child_and_lawful_publication_for_an_adult(team: Team) -> None:
    notice = await create(team, **(YELLOW | {"is_publication_allowed": False, "is_reported": False}))
    told = [(one["section"], one["field"], one["why"]) for one in notice["missing"]]
    assert told == [("case", "is_reported", "negative"), ("subject", "is_publication_allowed", "negative")]
    notice = read_json(await change(team, "noor", notice, is_child=True, is_reported=True))
    assert [(one["field"], one["why"]) for one in notice["missing"]] == [("guardian", "missing")]
    assert read_json(await change(team, "noor", notice, guardian="Robin Example"))["missing"] == []


@pytest.mark.parametrize("wanted", [RED, BLUE, ORANGE, SILVER, {}], ids=lambda one: str(one.get("kind")))
async def test_photograph_with_an_alias_or_the_parents_stands_for_the_name(team: Team, wanted: dict[str, Any]) -> None:
    unnamed: dict[str, Any] = dict.fromkeys(("family_name", "forenames", "sex", "birth_date", "description"))
    notice = await create(team, **(wanted | unnamed), aliases=["Lamp", "Candle"])
    missing = [one["field"] for one in notice["missing"] if one["section"] == "subject"]
    assert missing == ["family_name", "forenames", "sex", "birth_date", "identified_by"], "an alias alone"
    notice = read_json(await exhibit(team, "noor", notice, await evidence.register(team), "photograph"), 201)
    assert not [one for one in notice["missing"] if one["section"] == "subject"]
    assert notice["content"]["aliases"] == ["Candle", "Lamp"]
    assert [one["id"] for one in await listed(team, "daan", "?q=candle")] == [notice["id"]]
    notice = read_json(await change(team, "noor", notice, aliases=[]))
    missing = [one["field"] for one in notice["missing"] if one["section"] == "subject"]
    assert missing == ["family_name", "forenames", "sex", "birth_date"], "a photograph alone"
    notice = read_json(await change(team, "noor", notice, parents="Robin and Kim Example"))
    assert not [one for one in notice["missing"] if one["section"] == "subject"]
    stated = wanted | unnamed | {"parents": "Robin"}
    assert not {"family_name", "sex"} & set(await needs(team, **stated, exhibits=["photograph"]))
    assert {"family_name", "sex", "birth_date"} <= set(await needs(team, **stated))


async def test_orange_notice_about_an_object_needs_no_person(team: Team) -> None:
    unnamed: dict[str, Any] = dict.fromkeys(("family_name", "forenames", "sex", "birth_date", "description"))
    notice = await create(team, **(ORANGE | unnamed | {"threat_from": ["object"]}))
    assert notice["missing"] == []
    notice = read_json(await change(team, "noor", notice, threat_from=["person"], object_data=None))
    named = ["family_name", "forenames", "sex", "birth_date", "identified_by"]
    assert [one["field"] for one in notice["missing"]] == named


async def test_answer_to_the_commission_is_expected_and_warned_until_it_is_given(team: Team) -> None:
    notice = await moved(team, await create(team), "checked", "with_ncb")
    today = clock.now().date()
    due = (today + timedelta(days=3)).isoformat()
    notice = read_json(await challenge(team, "noor", notice, questions_due_on=due), 201)
    (one,) = notice["challenges"]
    assert [(step["step"], step["due_on"]) for step in one["expected"]] == [
        ("answer", due),
        ("admissibility", "2026-06-16"),
    ]
    async with as_superuser(team) as superuser:
        await superuser.execute("update notice_challenges set alarm_at = now() where notice = $1", UUID(notice["id"]))
    for _ in range(2):
        await warn(team)
    assert await ids_of(team, "daan", "notice_questions") == [notice["id"]]
    assert await ids_of(team, "jonas", "notice_questions") == []
    assert {who: await warnings(team, who) for who in ("noor", "daan", "jonas")} == {"noor": 1, "daan": 0, "jonas": 0}
    assert len(await team.entries("noor", "notice.answer_near")) == 1
    assert await team.entries("jonas", "notice.answer_near") == []
    yesterday = (today - timedelta(days=1)).isoformat()
    notice = read_json(await change_challenge(team, "noor", notice, questions_due_on=yesterday))
    for _ in range(2):
        await warn(team)
    assert len(await team.entries("noor", "notice.answer_missed")) == 1
    assert await warnings(team, "noor") == 1
    notice = read_json(await change_challenge(team, "noor", notice, questions_due_on=due))
    assert [one["kind"] for one in await notifications.listed(team, "noor") if "missed" in one["kind"]] == []
    wanted = {"questions_answered_on": today.isoformat(), "admissible_on": "2026-05-20"}
    (one,) = read_json(await change_challenge(team, "daan", notice, **wanted))["challenges"]
    assert [(step["step"], step["due_on"], step["article"]) for step in one["expected"]] == [
        ("decision", "2027-02-20", "40")
    ]
    assert (await ids_of(team, "daan", "notice_questions"), await warnings(team, "noor")) == ([], 0)


async def test_review_of_a_notice_warns_leaders_until_its_day_moves_or_it_ends(team: Team) -> None:
    async with as_superuser(team) as superuser:
        await superuser.execute("update parties set time_zone = 'Pacific/Kiritimati' where code = 'NL'")
    today = clock.now().astimezone(ZoneInfo("Pacific/Kiritimati")).date()
    warned = {}
    for days in (15, 14, 7, 0):
        notice = await create(team, review_on=(today + timedelta(days=days)).isoformat())
        for _ in range(2):
            await review_jobs.warn_due(team.context.database)
        warned[days] = len([one for one in await team.entries("noor", "notice.review_due") if about(one, notice)])
    assert warned == {15: 0, 14: 1, 7: 1, 0: 1}, "in the zone of the party"
    await team.settled()
    assert [len(await reviews_shown(team, who)) for who in ("noor", "daan", "jonas")] == [3, 0, 0]
    assert notice["id"] in await ids_of(team, "daan", "notice_review")
    assert await ids_of(team, "jonas", "notice_review") == []
    was_warned = (
        "update notice_contents set review_on = $2, review_warned_at = now() - interval '3 days' where notice = $1"
    )
    for days, expected in ((8, 1), (6, 2)):
        async with as_superuser(team) as superuser:
            await superuser.execute(was_warned, UUID(notice["id"]), today + timedelta(days=days))
        await review_jobs.warn_due(team.context.database)
        found = [one for one in await team.entries("noor", "notice.review_due") if about(one, notice)]
        assert len(found) == expected, "the warning of three days ago counts until the seventh day before"
    later = (today + timedelta(days=300)).isoformat()
    read_json(await change(team, "noor", read_json(await see(team, "noor", notice)), review_on=later))
    assert notice["id"] not in await ids_of(team, "daan", "notice_review")
    assert len(await reviews_shown(team, "noor")) == 2
    for one in await ids_of(team, "daan", "notice_review"):
        read_json(await move(team, "noor", {"id": one}, "withdrawn", reason="Arrested"))
    assert (await ids_of(team, "daan", "notice_review"), await reviews_shown(team, "noor")) == ([], [])


async def test_days_of_a_challenge_count_in_the_zone_of_the_party(team: Team) -> None:
    notice = await moved(team, await create(team), "checked", "with_ncb")
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        async with as_superuser(team) as superuser:
            await superuser.execute("update parties set time_zone = $1 where code = 'NL'", zone)
        today = clock.now().astimezone(ZoneInfo(zone)).date()
        tomorrow = (today + timedelta(days=1)).isoformat()
        assert (await challenge(team, "noor", notice, received_on=tomorrow)).status_code == 422, zone
        read_json(await challenge(team, "noor", notice, received_on=today.isoformat()), 201)


def about(entry: dict[str, Any], notice: dict[str, Any]) -> bool:
    """Whether an entry is about this notice."""
    return str(values(entry)["number"]) == str(notice["number"])


async def reviews_shown(team: Team, who: str) -> list[dict[str, Any]]:
    """The warnings of reviews that somebody is shown."""
    await team.settled()
    return [one for one in await notifications.listed(team, who) if one["kind"] == "notice.review_due"]


async def warn(team: Team) -> None:
    """Run the job that warns, and the one that notifies."""
    await challenge_jobs.warn_due(team.context.database)
    await team.settled()


async def warnings(team: Team, who: str) -> int:
    """How many warnings of answers somebody is shown."""
    return len([one for one in await notifications.listed(team, who) if one["kind"].startswith("notice.answer")])


async def test_other_party_sees_a_released_notice_without_checks_and_challenges(team: Team) -> None:
    notice = await moved(team, await create(team), "checked", "with_ncb", "under_review", "published")
    future = await challenge(team, "noor", notice, received_on="2199-01-01")
    assert [one["field"] for one in future.json()["errors"]] == ["received_on"]
    notice = read_json(await challenge(team, "noor", notice), 201)
    (one,) = notice["challenges"]
    path, match = place(team, notice, f"/challenges/{one['id']}"), {"If-Match": '"1"'}
    decided = {"decision": "Deletion refused", "decided_on": "2026-06-16", "admissible_on": "2026-05-20"}
    notice = read_json(await team.client("daan").patch(path, json=decided, headers=match))
    assert notice["challenges"][0]["decision"] == "Deletion refused"
    assert (await team.client("noor").patch(path, json={"remedy": "x"}, headers=match)).status_code == 412
    absent = {"id": str(uuid4())}
    assert alike(await see(team, "lena", notice), await see(team, "lena", absent))
    assert (await release(team, "daan", notice, "DE")).status_code == 403
    assert (await release(team, "noor", notice, "CH")).json()["code"] == "outbound-gate-closed"
    read_json(await release(team, "noor", notice, "DE"))
    told = read_json(await see(team, "lena", notice))
    assert (told["level"], told["content"]["family_name"], told["moves"]) == ("content", "Example", [])
    assert (told["questions"], told["challenges"], told["missing"]) == ([], [], [])
    assert (await move(team, "lena", notice, "withdrawn", reason="x")).json()["code"] == "not-your-notice"
    assert (await release(team, "jonas", notice, "FR")).json()["code"] == "not-your-notice"
    read_json(await hit(team, "noor", notice), 201)
    kinds = {str(one["kind"]) for one in await team.entries("lena")}
    assert {one for one in kinds if one.startswith("notice.")} == {"notice.released", "notice.hit_recorded"}
    read_json(await recall(team, "noor", notice, "DE"))
    assert (await see(team, "lena", notice)).status_code == 404


async def test_database_lets_nobody_change_a_notice_past_its_entry_or_party(team: Team) -> None:
    notice = await moved(team, await create(team), "checked", "with_ncb")
    read_json(await challenge(team, "noor", notice), 201)
    read_json(await release(team, "noor", notice, "DE"))
    key = UUID(notice["id"])
    for statement in (
        "update notices set state = 'draft' where id = :key",
        "update notice_contents set facts = 'x' where notice = :key",
        "update notice_challenges set remedy = 'x' where notice = :key",
        "update notice_releases set recalled_at = now(), recalled_by = :seat where notice = :key",
    ):
        assert await attempt(team, "jonas", statement, key=key) == 0, statement
        with pytest.raises(DBAPIError, match="stands in its ledger"):
            await attempt(team, "noor", statement, key=key)
    for statement in (
        "update notice_moves set reason = 'x' where notice = :key",
        "update notice_checks set answer = 'no' where notice = :key",
        "update notices set kind = 'RED' where id = :key",
        "delete from notices where id = :key",
    ):
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "noor", statement, key=key)
