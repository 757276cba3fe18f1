"""Who may have a bundle of which profile: every role, function and party against the whole policy, written out by hand."""

from dataclasses import replace

import pytest

from app.access.exporting import SENTENCES, ExportRequest, Profile, denial, offers
from app.access.roles import Role
from app.access.seats import Function, Seat
from tests.support.seats import named, seat

NL, DE = named("NL"), named("DE")
LEADER, MEMBER, AUDITOR = seat("NL-02", Role.LEADER), seat("NL-04", Role.MEMBER), seat("NL-08", Role.AUDITOR)
JUDGE = replace(MEMBER, function=Function.JUDICIAL)
JUDICIAL_AUDITOR = replace(AUDITOR, function=Function.JUDICIAL)
ALL = seat("JIT-01", Role.AUDITOR)

#: profile, party → who may; nobody else.
TABLE = {
    (Profile.COURT, None): {"leader", "member", "judge", "auditor", "judicial auditor", "all"},  # as the exhibit says
    (Profile.DEFENCE, None): {"judge"},
    (Profile.SUPERVISORY_AUTHORITY, None): {"all"},
    (Profile.SUPERVISORY_AUTHORITY, NL): {"auditor", "judicial auditor", "all"},
    (Profile.SUPERVISORY_AUTHORITY, DE): {"all"},
    (Profile.MEMBER_STATE, None): set(),
    (Profile.MEMBER_STATE, NL): {"leader", "auditor", "judicial auditor"},
    (Profile.MEMBER_STATE, DE): set(),
    (Profile.STATISTICS, None): {"all"},
    (Profile.STATISTICS, NL): {"leader", "auditor", "judicial auditor"},
    (Profile.STATISTICS, DE): set(),
    (Profile.ARCHIVE, None): {"all"},
    (Profile.ARCHIVE, NL): {"leader", "auditor", "judicial auditor"},
    (Profile.ARCHIVE, DE): set(),
}
SEATS: dict[str, Seat] = {
    "leader": LEADER,
    "member": MEMBER,
    "judge": JUDGE,
    "auditor": AUDITOR,
    "judicial auditor": JUDICIAL_AUDITOR,
    "all": ALL,
}


@pytest.mark.parametrize(("profile", "party"), TABLE)
def test_who_may(profile: Profile, party: object) -> None:
    found = {name: denial(one, ExportRequest(profile, party=party)) for name, one in SEATS.items()}  # type: ignore[arg-type]
    assert {name for name, code in found.items() if code is None} == TABLE[profile, party]  # type: ignore[index]
    assert {code for code in found.values() if code} <= SENTENCES.keys()


def test_every_profile_is_in_the_table() -> None:
    assert {profile for profile, _ in TABLE} == set(Profile)


def test_a_seat_is_offered_what_it_may_and_no_more() -> None:
    told = {name: {(one.profile.value, one.scope) for one in offers(each, [NL, DE])} for name, each in SEATS.items()}
    own = {(one, "party") for one in ("member_state", "statistics", "archive")}
    assert told["member"] == {("court", "exhibits")}
    assert told["judge"] == {("court", "exhibits"), ("defence", "exhibits")}
    assert told["leader"] == {("court", "exhibits")} | own
    assert told["auditor"] == {("court", "exhibits"), ("supervisory_authority", "party")} | own
    team = {(one, "team") for one in ("supervisory_authority", "statistics", "archive")}
    assert told["all"] == {("court", "exhibits"), ("supervisory_authority", "party")} | team
