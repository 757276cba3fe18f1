"""Hearings with their checklists, and the admissibility of exhibits."""

from hashlib import sha256
from uuid import UUID, uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from app.services.requests import pending_actions
from tests.factories import acquisitions, hearings, requests
from tests.factories.evidence import alike, custody, describe, recall, register, values
from tests.factories.evidence import release as shared
from tests.factories.hearings import add, assess, change, checks, create, delete, drop, see
from tests.factories.pending_actions import of_kind
from tests.factories.sharing import consents
from tests.factories.team import Team, read_json
from tests.requests.test_request_forms import pages_of
from tests.support.databases.as_seat import attempt


async def test_checklist_says_what_is_missing_and_who_can_give_it(team: Team) -> None:
    exhibit = await register(team, "jonas", shared("NL"), handling=["H1"])
    request = await requests.sent(
        team, instrument="EIO", to={"country": "DE"}, items=[requests.item(data_category="REAL_TIME")]
    )
    read_json(await requests.result(team, "noor", request, exhibit, request["items"][0]["id"]), 201)
    read_json(await requests.change(team, "noor", request, conditions="Only for fraud"))
    hearing = await create(team, "noor", exhibit)
    (consent,) = checks(hearing, "consent")
    assert (consent["state"], consent["rule"], consent["source"]) == ("missing", "h1", "Europol handling code H1")
    assert (consent["party"], consent["place"]) == ("DE", "sharing")
    german = next(one for one in hearing["parties"] if one["party"] == "DE")
    assert [one["seat"] for one in german["leaders"]] == [team.code("jonas")]
    (notice,) = checks(hearing, "notice")
    assert (notice["state"], notice["source"]) == ("missing", "Directive 2014/41/EU, Article 31")
    assert (notice["about"], notice["detail"]) == (request["id"], request["number"])
    assert [one["state"] for one in checks(hearing, "translation")] == ["check"]
    assert [one["detail"] for one in checks(hearing, "limit")] == ["Only for fraud"]
    for kind in ("notification", "translation"):
        read_json(await requests.paper(team, "noor", request, await register(team), kind), 201)
    asked = await consents.ask(team, "noor", exhibit, use="court")
    hearing = read_json(await see(team, "noor", hearing))
    assert [one["state"] for one in checks(hearing, "notice") + checks(hearing, "translation")] == ["met", "met"]
    assert [(one["state"], one["about"]) for one in checks(hearing, "consent")] == [("asked", asked["id"])]
    read_json(await consents.do(team, "jonas", asked, "grant"))
    hearing = read_json(await see(team, "noor", hearing))
    assert hearing["counts"] == {"missing": 0, "asked": 0, "refused": 0, "check": 1, "met": 3}


async def test_release_that_ends_before_the_hearing_and_open_needs_are_lines(team: Team) -> None:
    exhibit = await register(team, "jonas", shared("NL", until="2030-01-01T00:00:00Z"))
    read_json(await assess(team, "daan", exhibit), 201)
    hearing = await create(team, "noor", exhibit)
    assert [one["rule"] for one in checks(hearing, "release")] == ["ends_before"]
    assert [one["detail"] for one in checks(hearing, "admissibility")] == ["Record of the seizure"]
    own = await create(team, "jonas", exhibit, country="DE")
    assert own["checklist"][0]["checks"] == []


async def test_missing_translation_is_computed_from_the_languages_of_exhibit_and_court(team: Team) -> None:
    """The line appears, is a pending action of the party, and ends with a translation into the court's language."""
    exhibit = await register(team, "jonas", shared("NL"), content_language="de")
    hearing = await create(team, "noor", exhibit, court_language="nl")
    (line,) = checks(hearing, "translation")
    assert (line["state"], line["rule"], line["party"], line["detail"]) == ("missing", "other_language", "NL", "de")
    for who in ("noor", "daan"):
        (pending,) = await of_kind(team, who, "hearing_checklist")
        assert (pending["group"], pending["link"]["noun"], pending["link"]["id"]) == (
            "hearings",
            "hearing",
            hearing["id"],
        )
        assert (pending["count"], pending["title"], pending["detail"]) == (1, hearing["title"], hearing["court"])
    for who in ("sofia", "jonas", "coordinator"):
        assert await of_kind(team, who, "hearing_checklist") == [], who
    (found,) = read_json(await team.client("daan").get(team.path("/search?q=regie+rotterdam&kind=hearing")))["groups"]
    assert [(one["id"], one["detail"]) for one in found["items"]] == [(hearing["id"], hearing["court"])]
    assert read_json(await team.client("jonas").get(team.path("/search?q=regie")))["groups"] == []
    parent = {"evidence": exhibit["id"], "how": "translation"}
    translated = await register(team, "noor", derived_from=[parent], kind="translation", content_language="en")
    assert [one["state"] for one in checks(read_json(await see(team, "noor", hearing)), "translation")] == ["missing"]
    read_json(await describe(team, "noor", translated, content_language="nl"))
    hearing = read_json(await see(team, "noor", hearing))
    assert [one["state"] for one in checks(hearing, "translation")] == ["met"]
    assert await of_kind(team, "noor", "hearing_checklist") == []


async def test_complete_hearings_hide_no_later_one_that_is_incomplete(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pending_actions, "_PAGE", 1)
    exhibit = await register(team, "jonas", shared("NL"), content_language="de")
    await create(team, "noor", held_at="2029-01-15T09:00:00Z")
    incomplete = [await create(team, "noor", exhibit, court_language="nl") for _ in range(2)]
    found = await of_kind(team, "noor", "hearing_checklist")
    assert [one["link"]["id"] for one in found] == [one["id"] for one in incomplete]


async def test_hearing_is_changed_and_deleted_with_entries_and_without_losing_edits(team: Team) -> None:
    exhibit = await register(team, "jonas", shared("NL"))
    hearing = await create(team, "daan", exhibit)
    changed = read_json(await change(team, "noor", hearing, court="Hof Den Haag"))
    assert (changed["court"], changed["version"]) == ("Hof Den Haag", 2)
    assert (await change(team, "daan", hearing, title="x")).status_code == 412
    assert (await change(team, "daan", changed, court=None)).json()["errors"][0]["field"] == "court"
    read_json(await add(team, "noor", hearing, exhibit))
    assert read_json(await drop(team, "noor", hearing, exhibit))["checklist"] == []
    assert (await drop(team, "noor", hearing, exhibit)).status_code == 404
    read_json(await add(team, "noor", hearing, exhibit))
    assert (await recall(team, "jonas", exhibit, "NL")).status_code == 204
    assert read_json(await see(team, "noor", hearing))["checklist"] == []
    assert (await add(team, "noor", hearing, exhibit)).json()["errors"][0]["field"] == "evidence"
    assert (await delete(team, "noor", hearing)).status_code == 204
    assert (await see(team, "noor", hearing)).status_code == 404
    kinds = [one["kind"] for one in await team.entries("noor") if str(one["kind"]).startswith("hearing.")]
    assert kinds[0] == "hearing.created"
    assert kinds[-1] == "hearing.deleted"
    assert kinds.count("hearing.exhibit_added") == 0, "the exhibit is not visible any more"


async def test_absent_exhibit_of_a_new_hearing_is_refused_by_its_place(team: Team) -> None:
    exhibits = [(await register(team))["id"], str(uuid4())]
    refused = await team.client("noor").post(team.path("/hearings"), json=hearings.form(exhibits=exhibits))
    assert (refused.status_code, [one["field"] for one in refused.json()["errors"]]) == (422, ["exhibits.1"])
    assert read_json(await team.client("noor").get(team.path("/hearings")))["items"] == []


async def test_hearing_is_invisible_to_other_parties_and_to_the_database_of_others(team: Team) -> None:
    exhibit = await register(team, "noor", shared("DE"))
    hearing = await create(team, "noor", exhibit)
    for who in ("jonas", "claire", "mara"):
        assert alike(await see(team, who, hearing), await see(team, who, {"id": str(uuid4())})), who
        assert read_json(await team.client(who).get(team.path("/hearings")))["items"] == []
        assert [one for one in await team.entries(who) if str(one["kind"]).startswith("hearing.")] == []
    assert [one["id"] for one in read_json(await team.client("ines").get(team.path("/hearings")))["items"]] == []
    assert (await team.client("auditor").get(team.path("/hearings"))).status_code == 403
    binds = {"id": UUID(hearing["id"]), "evidence": UUID(exhibit["id"])}
    forged = (
        "insert into hearing_exhibits (court_hearing, evidence, jit, party, added_by, added_at)"
        " values (:id, :evidence, :jit, :party, :seat, now())"
    )
    for who, statement, why in (
        ("jonas", forged, "row-level security"),
        ("noor", "update hearings set title = 'x' where id = :id", "stands in its ledger"),
        ("noor", "delete from hearings where id = :id", "stands in its ledger"),
        ("noor", "delete from hearing_exhibits where court_hearing = :id", "stands in its ledger"),
    ):
        used = {name: value for name, value in binds.items() if f":{name}" in statement}
        with pytest.raises(DBAPIError, match=why):
            await attempt(team, who, statement, **used)
    assert await attempt(team, "jonas", "delete from hearings where id = :id", id=binds["id"]) == 0


class TestAdmissibility:
    async def test_assessment_is_replaced_once_and_read_by_reviewer_and_originator(self, team: Team) -> None:
        exhibit, paper = await register(team, "jonas", shared("NL"), shared("FR")), await register(team, "noor")
        (first,) = read_json(await assess(team, "daan", exhibit), 201)["items"]
        met = {"country": None, "need": None, "status": "met", "reason": "Filed", "replaces": first["id"]}
        (second,) = read_json(await assess(team, "noor", exhibit, **met, paper=paper["id"]), 201)["items"]
        assert (second["status"], second["paper"]["number"]) == ("met", paper["exhibit_number"])
        assert [(one["status"], one["reviewer"]) for one in second["earlier"]] == [("open", team.code("daan"))]
        assert (await assess(team, "noor", exhibit, **met)).json()["code"] == "replaced-already"
        path = team.path(f"/evidence/{exhibit['id']}/admissibility")
        (told,) = read_json(await team.client("jonas").get(path))["items"]
        assert (told["status"], told["paper"]) == ("met", None), "Germany does not see the paper"
        assert read_json(await team.client("claire").get(path))["items"] == []
        last = {"replaces": second["id"], "country": None, "need": None}
        assert (await assess(team, "jonas", exhibit, **last)).json()["code"] == "not-your-assessment"
        entries = await team.entries("jonas", "admissibility.assessed")
        assert "paper" not in values(entries[-1])
        assert await team.entries("claire", "admissibility.assessed") == []

    async def test_needs_are_proposed_from_the_card_and_bad_input_names_its_field(self, team: Team) -> None:
        exhibit = await register(team, "noor", shared("DE"))
        path = team.path(f"/evidence/{exhibit['id']}/admissibility")
        for country, topics in (("MT", []), ("NL", ["disclosure"])):
            proposals = read_json(await team.client("noor").get(f"{path}?country={country}"))["proposals"]
            assert [one["topic"] for one in proposals] == topics
        for wrong, field in (
            ({"paper": str(uuid4())}, "paper"),
            ({"paper": exhibit["id"]}, "paper"),
            ({"replaces": str(uuid4())}, "country"),
            ({"need": None}, "need"),
            ({"country": None, "need": None, "replaces": str(uuid4())}, "replaces"),
        ):
            refused = await assess(team, "noor", exhibit, **wrong)
            assert (refused.status_code, [one["field"] for one in refused.json()["errors"]]) == (422, [field]), wrong
        hidden = await register(team, "claire")
        assert (await assess(team, "noor", hidden)).status_code == 404

    async def test_missing_translation_is_told_for_the_countries_of_needs_and_the_one_asked_for(
        self, team: Team
    ) -> None:
        exhibit = await register(team, "jonas", shared("NL"), shared("FR", level="listed"), content_language="de")
        path = team.path(f"/evidence/{exhibit['id']}/admissibility")
        assert read_json(await team.client("noor").get(path))["translations"] == []
        (told,) = read_json(await assess(team, "noor", exhibit), 201)["translations"]
        assert (told["country"], told["state"], told["language"]) == ("NL", "missing", "de")
        asked = read_json(await team.client("noor").get(f"{path}?country=DE"))["translations"]
        assert [(one["country"], one["wanted"]) for one in asked] == [("DE", ["en"]), ("NL", ["en"])]
        assert read_json(await team.client("claire").get(f"{path}?country=FR"))["translations"] == [], "only listed"


async def test_method_record_names_what_is_recorded_and_what_is_missing(team: Team) -> None:
    exhibit = await register(team, "noor", shared("DE"), shared("FR"), handling=["H1"])
    request = await requests.sent(
        team, instrument="EIO", to={"country": "DE"}, items=[requests.item(data_category="REAL_TIME")]
    )
    read_json(await requests.result(team, "noor", request, exhibit), 201)
    read_json(await acquisitions.record(team, "noor", exhibit), 201)
    read_json(await requests.paper(team, "noor", request, await register(team), "notification"), 201)
    path = team.path(f"/evidence/{exhibit['id']}/method-record.pdf")
    printed = await team.client("noor").get(path)
    assert printed.headers["content-type"] == "application/pdf"
    pages = pages_of(printed.content)
    assert all("TLP:AMBER · H1" in page for page in pages)
    text = "".join(pages)
    for part in (exhibit["exhibit_number"], request["number"], "Art. 125i Sv", "Article 31", "Validating authority"):
        assert part in text, part
    assert "Not recorded" in text
    french = "".join(pages_of((await team.client("noor").get(f"{path}?language=fr")).content))
    assert "Relevé de méthode" in french
    assert "Allemagne" in french
    assert "Party NL (NL)" in french, "a name that the team chose stays as it is"
    (entry, _) = [
        one for one in await custody(team, "noor", exhibit) if one["kind"] == "evidence.method_record_exported"
    ]
    assert (values(entry)["language"], values(entry)["sha256"]) == ("en", sha256(printed.content).hexdigest())
    assert (await team.client("jonas").get(path)).json()["code"] == "h1-needs-consent"
    assert (await team.client("mara").get(path)).status_code == 404
