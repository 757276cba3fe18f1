"""Class 8: fail-open. Unknown values are refused with a reason, and a missing row denies access."""

from typing import Any, Final

from sqlalchemy import text

from app import database
from tests.factories import evidence
from tests.factories.evidence import release
from tests.factories.team import Team, read_json

UNREADABLE: Final = [
    "/evidence?q=%00",
    "/evidence?cursor=%00",
    "/evidence?limit=0",
    "/evidence?limit=201",
    "/evidence?kind=anything",
    "/evidence?status=deleted",
    "/evidence?originator=nl",
    f"/ledger/disclosed?cursor={'9' * 20}",
    f"/ledger/disclosed?cursor={'9' * 5000}",
    "/ledger/disclosed?cursor=-1",
    "/ledger/disclosed?kind=%00",
    "/ledger/disclosed?kind=*",
    f"/ledger/entries?after={2**70}",
    "/exports?cursor=1",
]


async def as_owner(team: Team, statement: str, **binds: Any) -> None:
    """Run a statement as the owner of the tables, which no route does."""
    url = team.context.settings.database_owner_url
    assert url is not None
    async with database.as_owner(url.get_secret_value()) as session:
        await session.execute(text(statement), binds)


async def test_what_cannot_be_read_is_refused_in_words(team: Team) -> None:
    for path in UNREADABLE:
        answer = await team.client("noor").get(team.path(path))
        assert answer.status_code in {400, 422}, f"{path[:60]}: {answer.status_code}"
        assert answer.json()["errors"], path[:60]


async def test_a_version_that_is_none_changes_nothing(team: Team) -> None:
    exhibit = await evidence.register(team)
    change = {"title": "Other", "reason": "x"}
    for version in ('"{}"'.format("9" * 20), '"{}"'.format("9" * 5000), '"-1"', '"1.0"', '"*"', "\u0661"):
        answer = await team.client("noor").patch(
            team.path(f"/evidence/{exhibit['id']}"), json=change, headers={b"If-Match": version.encode()}
        )
        assert answer.status_code == 400, version[:60]
    assert read_json(await evidence.see(team, "noor", exhibit))["title"] == exhibit["title"]


UNKNOWN: Final[list[dict[str, Any]]] = [
    {"handling": ["H9"]},
    {"handling": []},
    {"tlp": "WHITE"},
    {"tlp": "amber"},
    {"kind": ""},
    {"category": "anything"},
    {"releases": [{"party": "DE", "level": "all"}]},
    {"releases": [{"party": "DE", "level": 3}]},
    {"releases": [{"party": "DE", "level": "held", "purposes": ["ANY"]}]},
    {"releases": [{"party": "*", "level": "held"}]},
    {"releases": [{"party": "DE", "level": "held", "seats": []}]},
    {"releases": [{"party": "DE", "level": "held", "until": "never"}]},
]


async def test_an_unknown_code_registers_nothing(team: Team) -> None:
    for changes in UNKNOWN:
        assert (await evidence.try_register(team, **changes)).status_code == 422, changes
    assert await evidence.listed(team, "noor") == []


async def test_an_unknown_purpose_or_act_opens_nothing(team: Team) -> None:
    exhibit = await evidence.with_file(team, release("DE", purposes=["JIT_PURPOSE"]))
    for changes in ({"purpose": "ANY"}, {"purpose": None}, {"act": "list"}, {"act": ""}, {"justification": " "}):
        answer = await evidence.open_it(team, "lena", exhibit, **{"act": "take"} | changes)
        assert answer.status_code == 422, changes
    assert (await evidence.take_it(team, "lena", exhibit, purpose="AUDIT")).status_code == 403
    assert "evidence.taken" not in evidence.kinds(await evidence.custody(team, "noor", exhibit))


async def test_without_its_row_the_originator_too_is_nobody(team: Team) -> None:
    exhibit = await evidence.with_file(team, release("DE"))
    await as_owner(team, "delete from releases where evidence = :e", e=exhibit["id"])
    for who in ("noor", "lena"):
        assert (await evidence.see(team, who, exhibit)).status_code == 404
        assert (await evidence.take_it(team, who, exhibit)).status_code == 404
        assert await evidence.listed(team, who) == []


async def test_a_closed_account_is_nobody_at_once(team: Team) -> None:
    await evidence.register(team)
    assert len(await evidence.listed(team, "daan")) == 1
    await as_owner(team, "update accounts set closed_at = now() where id = :a", a=team.accounts["daan"])
    assert (await team.client("daan").get(team.path("/evidence"))).status_code == 401
