"""Class 9: the caller's right is checked instead of the subject's. Both must have the right."""

from tests.factories import accounts, evidence
from tests.factories.evidence import place, release
from tests.factories.team import PEOPLE, Team, member_form, read_json
from tests.support.databases.superuser import as_superuser


async def proposed(team: Team) -> str:
    """The code of a German seat that nobody has confirmed."""
    form = member_form("new@de.test", PEOPLE["lena"])
    return str(read_json(await team.client("coordinator").post(team.path("/members"), json=form), 201)["code"])


#: What makes DE-02 a seat that nobody sits in.
ENDS = (
    "select 1",
    "update members set state = 'ended' where code = 'DE-02'",
    "update members set state = 'seated' where code = 'DE-02'; update parties set status = 'suspended' where code = 'DE'",
)


async def test_nothing_is_released_to_a_seat_that_is_not_seated(team: Team) -> None:
    """Proposed or absent; ended; of a party that is suspended."""
    exhibit = await evidence.register(team)
    for statement, seats in zip(ENDS, ([await proposed(team), "DE-99"], ["DE-02"], ["DE-02"]), strict=True):
        async with as_superuser(team) as connection:
            await connection.execute(statement)
        for seat in seats:
            assert (await evidence.grant(team, "noor", exhibit, "DE", seats=[seat])).status_code == 422, statement
            assert (await evidence.try_register(team, releases=[release("DE", seats=[seat])])).status_code == 422
    shown = read_json(await team.client("noor").get(place(team, exhibit, "/releases")))["items"]
    assert [one["party"] for one in shown] == ["NL"]


async def test_a_release_to_all_reaches_nobody_before_its_seat_is_confirmed(team: Team) -> None:
    (account,) = await accounts.make(team.context, ["new@de.test"])
    await proposed(team)
    exhibit = await evidence.register(team, "noor", release("DE"))
    browser = await accounts.signed_in(team.app, account)
    assert (await browser.get(place(team, exhibit))).status_code == 404
    await browser.aclose()


async def test_a_named_role_that_may_not_still_may_not(team: Team) -> None:
    """The releasing leader may open; the named auditor and administrator may not, whoever named them."""
    exhibit = await evidence.with_file(team, release("DE", seats=["DE-03"]))
    read_json(await evidence.grant(team, "noor", exhibit, "NL", version=1, seats=["NL-02", "NL-05"]))
    for who in ("auditor", "admin"):
        for act in ("open", "take"):
            assert (await evidence.open_it(team, who, exhibit, act)).status_code == 403, (who, act)
    assert read_json(await evidence.see(team, "auditor", exhibit))["level"] == "listed"


async def test_what_an_ended_seat_did_is_still_shown_as_its_own(team: Team) -> None:
    exhibit = await evidence.with_file(team, release("DE"))
    lonely = await evidence.register(team, "daan")
    async with as_superuser(team) as connection:
        await connection.execute("update members set state = 'ended' where code in ('NL-02', 'NL-04')")
    assert read_json(await evidence.see(team, "bram", lonely))["registered_by"] == team.code("daan")
    shown = read_json(await evidence.see(team, "lena", exhibit))
    assert (shown["registered_by"], shown["files"][0]["uploaded_by"]) == ("NL-02", "NL-02")
    assert shown["releases"][0]["granted_by"] == "NL-02"
