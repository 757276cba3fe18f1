"""What an exhibit tells each role about itself: "none" and "not visible to you" are never the same answer."""

from typing import Any, Final

from tests.factories.copies import listed as copies
from tests.factories.copies import taken
from tests.factories.evidence import register, release, see, upload
from tests.factories.physical_custody import act, where
from tests.factories.sharing.quarantine import brought, designated
from tests.factories.team import Team, read_json

#: Whose releases and copies a member reads, and whether physical custody is visible to it.
SIGHT: Final = {
    "noor": ("all", "all", True),  # leader of the originator
    "daan": ("all", "all", True),  # contributor of the originator
    "coordinator": ("all", "none", False),  # of the originator
    "jonas": ("own", "own", True),  # leader of a party with full access
    "lena": ("own", "own", True),
    "auditor": ("own", "own", False),  # of that party
    "claire": ("own", "own", False),  # leader of a party with the metadata alone
    "jit_auditor": ("all", "none", False),
}
#: Why an exhibit can or cannot be viewed.
BECAUSE: Final = {
    "noor": ["own_exhibit"],
    "coordinator": ["role_may_not", "role_listed_only"],
    "lena": ["level_held"],
    "auditor": ["role_may_not", "role_listed_only"],
    "claire": ["level_below_readable"],
    "jit_auditor": ["role_may_not", "audits_the_team"],
}


async def sight(team: Team, who: str, exhibit: dict[str, Any]) -> tuple[str, str, bool]:
    sees = read_json(await see(team, who, exhibit))["sees"]
    return sees["releases"], sees["copies"], (await where(team, who, exhibit))["visible"]


async def test_each_role_is_told_what_it_does_not_see_whether_or_not_it_exists(team: Team) -> None:
    sealed = await register(team, "noor", release("DE"), release("FR", "listed"), kind="physical")
    await upload(team, "noor", sealed)
    plain = await register(team, "noor", release("DE"), release("FR", "listed"))
    read_json(await act(team, "noor", sealed, "seized"), 201)
    read_json(await act(team, "noor", sealed, "sealed"), 201)
    copy = await taken(team, "lena", sealed)
    for who, expected in SIGHT.items():
        assert await sight(team, who, sealed) == await sight(team, who, plain) == expected, who
        found = await where(team, who, sealed)
        assert (found["seal"] == "A 100 417", found["standing"] is not None) == (expected[2], expected[2]), who
        seen = [one["id"] for one in await copies(team, who, f"?evidence={sealed['id']}")]
        is_shown = expected[1] == "all" or (expected[1] == "own" and who != "claire")
        assert seen == ([copy["id"]] if is_shown else []), who
        parties = sorted(one["party"] for one in read_json(await see(team, who, sealed))["releases"])
        own = "FR" if who == "claire" else "DE"
        assert parties == (["DE", "FR", "NL"] if expected[0] == "all" else [own]), who
    for who, because in BECAUSE.items():
        assert read_json(await see(team, who, sealed))["may"]["open"]["because"] == because, who
    for who in ("admin", "ines", "karl", "sofia", "mara"):
        assert (await see(team, who, sealed)).status_code == 404, who


async def test_a_third_country_and_the_administrator_of_its_upload_are_told_the_truth(team: Team) -> None:
    await designated(team)
    exhibit = await brought(team)
    assert await sight(team, "mara", exhibit) == ("all", "all", True)
    assert await sight(team, "admin", exhibit) == ("own", "own", True)
    assert read_json(await see(team, "mara", exhibit))["may"]["bundle"]["because"] in (
        ["own_exhibit"],
        ["in_quarantine"],
    )


async def test_a_party_that_obtained_it_jointly_sees_what_the_originator_sees(team: Team) -> None:
    exhibit = await register(team, "noor", joint=["DE"], releases=[])
    for who, expected in {"jonas": ("all", "all", True), "auditor": ("all", "none", False)}.items():
        assert await sight(team, who, exhibit) == expected, who
    assert read_json(await see(team, "jonas", exhibit))["may"]["open"]["because"] == ["joint_exhibit"]
