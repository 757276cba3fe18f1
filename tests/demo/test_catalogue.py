"""The catalogue of the demonstration: exhibits and people that the product accepts, and the cases that it shows."""

import unicodedata
from collections import Counter
from datetime import timedelta
from itertools import chain

from app import clock
from app.api.evidence.views.evidence import EvidenceForm
from app.demo.acquisitions import RECORDS
from app.demo.catalogue import EXHIBITS
from app.demo.people import PEOPLE, PLACES
from app.demo.spec import Exhibit, Release
from app.demo.teams import TEAMS
from app.services.evidence.files import NAME_LIMIT

LANTERN = {exhibit.key: exhibit for exhibit in EXHIBITS["lantern"]}
ALL = [*chain(*EXHIBITS.values())]


def form_of(exhibit: Exhibit) -> EvidenceForm:
    """The registration as a client would send it."""
    obtained, marking = exhibit.provenance, exhibit.marking
    return EvidenceForm.model_validate(
        {
            "title": exhibit.title,
            "kind": exhibit.kind,
            "category": exhibit.category,
            "description": exhibit.description,
            "acquired_at": obtained.acquired_at,
            "acquired_zone": obtained.acquired_zone,
            "acquired_by": obtained.acquired_by,
            "place": obtained.place,
            "legal_basis": obtained.legal_basis,
            "handling": list(marking.handling),
            "handling_text": marking.text,
            "tlp": marking.tlp,
            "content_language": exhibit.language,
            "declared_hashes": [
                {"algorithm": one.algorithm, "value": one.value, "of": one.of} for one in exhibit.declared_hashes
            ],
            "releases": [release_form(release) for release in exhibit.releases],
        }
    )


def release_form(release: Release) -> dict[str, object]:
    now = clock.now()
    return {
        "party": release.party,
        "level": release.level,
        "authorities": release.authorities,
        "not_before": None if release.not_before is None else now + release.not_before,
        "until": None if release.until is None else now + release.until,
        "purposes": release.purposes,
        "basis": release.basis,
    }


def test_countries_contribute_what_the_story_says() -> None:
    lantern = Counter(exhibit.originator for exhibit in LANTERN.values())
    assert lantern.keys() == {"NL", "DE", "FR"}
    assert lantern["NL"] > lantern["DE"] > lantern["FR"] > 10
    assert {exhibit.originator for exhibit in EXHIBITS["sextant"]} == {"NL", "ES", "GR"}
    assert len({exhibit.key for exhibit in ALL}) == len(ALL) == 70
    assert all(exhibit.files for exhibit in ALL)


def test_every_exhibit_is_a_valid_registration() -> None:
    for exhibit in ALL:
        assert form_of(exhibit).model_dump()["title"] == exhibit.title


def test_members_named_in_exhibits_belong_to_the_party() -> None:
    for spec in TEAMS:
        seats = {place.email: place for place in PLACES if place.team == spec.key}
        authorities = {party.code: {one.code for one in party.authorities} for party in spec.parties}
        for exhibit in EXHIBITS[spec.key]:
            registrant = seats[exhibit.registered_by]
            assert registrant.party == exhibit.originator
            assert {"leader", "member"} & set(registrant.roles)
            assert len({release.party for release in exhibit.releases}) == len(exhibit.releases)
            for release in exhibit.releases:
                assert release.party != exhibit.originator
                assert set(release.authorities or ()) <= authorities[release.party]
                assert {seats[person].party for person in release.people or ()} <= {release.party}


def test_people_have_accounts_and_every_party_has_a_leader_or_participant() -> None:
    accounts = {person.email for person in PEOPLE}
    assert len(accounts) == len(PEOPLE) == 19
    assert {place.email for place in PLACES} == accounts - {"operator@host.demo"}
    for spec in TEAMS:
        places = [place for place in PLACES if place.team == spec.key]
        assert len({place.email for place in places}) == len(places)
        assert places[0].roles == ("coordinator",)
        assert places[0].party == spec.parties[0].code
        for party in spec.parties:
            wanted = "participant" if party.kind == "eu_body" else "leader"
            assert any(place.party == party.code and wanted in place.roles for place in places)


def test_releases_agree_with_markings() -> None:
    assert {exhibit.marking.tlp for exhibit in ALL} >= {"RED", "AMBER_STRICT", "AMBER", "GREEN"}
    for exhibit in ALL:
        for release in exhibit.releases:
            assert exhibit.marking.tlp != "RED" or release.people
            assert exhibit.marking.tlp != "AMBER_STRICT" or len(release.authorities or ()) == 1
            # Participants get access only by name.
            assert release.party not in {"EUROPOL", "EUROJUST"} or release.people
            assert release.until is None or release.until > timedelta()
            assert release.not_before is None or release.not_before > timedelta()


def test_catalogue_contains_the_cases_that_the_demonstration_shows() -> None:
    releases = [release for exhibit in LANTERN.values() for release in exhibit.releases]
    assert sum(release.not_before is not None for release in releases) >= 3
    assert sum(release.until == timedelta(hours=70) for release in releases) >= 2
    assert any(release.purposes for release in releases)
    # Germany may download the disk image; for France it does not exist.
    assert {release.party: release.level for release in LANTERN["nl-lampkit"].releases} == {
        "DE": "held",
        "EUROPOL": "readable",
    }
    assert LANTERN["nl-privileged"].releases == ()
    assert LANTERN["nl-privileged"].marking.text
    assert LANTERN["nl-farewell"].marking.handling == LANTERN["fr-ticket"].marking.handling == ("H1",)


def test_disk_images_have_an_acquisition_record_of_their_party() -> None:
    images = {key: exhibit.originator for key, exhibit in LANTERN.items() if exhibit.category == "disk_image"}
    seats = {place.email: place.party for place in PLACES if place.team == "lantern"}
    assert "nl-lampkit" in images
    assert {key: seats[email] for key, (email, _) in RECORDS.items()} == images


def test_titles_of_french_exhibits_are_in_french() -> None:
    titles = [exhibit.title.lower().split() for exhibit in LANTERN.values() if exhibit.originator == "FR"]
    assert [words for words in titles if {"a", "and", "by", "from", "of", "the", "with"} & {*words}] == []
    assert all({"avec", "de", "du", "en"} & {*words} for words in titles)


def test_file_names_include_greek_and_very_long_ones() -> None:
    names = [upload.name for exhibit in ALL for upload in exhibit.files]
    assert any(unicodedata.name(name[0]).startswith("GREEK") for name in names)
    assert NAME_LIMIT >= max(map(len, names)) > 200
    assert max(len(name.encode()) for name in names) <= 255


def test_exhibits_were_obtained_after_the_agreement_and_before_today() -> None:
    for spec in TEAMS:
        for exhibit in EXHIBITS[spec.key]:
            assert spec.agreement_signed_on < exhibit.provenance.acquired_at.date() < clock.now().date()
