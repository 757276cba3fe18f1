"""The tables of states through the API: each state is reached, and offers the moves of its line of the table.

`test_states.py` compares all pairs of states with the function that the API asks, without a database.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from uuid import UUID

import httpx

from tests.factories.requests import create, move, move_item, received, sent
from tests.factories.team import Team, read_json
from tests.requests.test_states import INCOMING, ITEMS, OUTGOING
from tests.support.databases.superuser import as_superuser

#: Told with every move, so that none lacks its reason or its ground.
WHY: dict[str, Any] = {"reason": "As the answer says"}
GROUND: dict[str, Any] = {"ground": "Article 11"}


ENVELOPE = "update requests set state = $2 where id = $1"
ITEM = "update request_items set state = $2 where id = $1"


async def put(team: Team, statement: str, line: str, state: str) -> None:
    """Put a line into a state without its entry, which saves the moves that lead there."""
    async with as_superuser(team) as superuser:
        await superuser.execute("set session_replication_role = replica")
        await superuser.execute(statement, UUID(line), state)


async def walk(
    table: Mapping[str, str],
    first: str,
    put_into: Callable[[str], Awaitable[None]],
    move_to: Callable[[str], Awaitable[httpx.Response]],
    line_of: Callable[[dict[str, Any]], dict[str, Any]],
) -> None:
    """Reach each state by a move from the first state that leads there, and try one that its line does not have."""
    for state, line in table.items():
        possible = line.split()
        if state != first:
            await put_into(next(former for former, states in table.items() if state in states.split()))
            told = line_of(read_json(await move_to(state)))
            assert (told["state"], [one["to"] for one in told["moves"]]) == (state, possible)
        refused = await move_to(next(one for one in (*table, *OUTGOING) if one not in possible))
        answer = refused.json()
        assert (refused.status_code, answer["code"], answer["moves"]) == (409, "no-such-move", possible)
        assert answer["errors"] == [{"field": "to", "message": answer["detail"]}]


async def walk_envelope(team: Team, request: dict[str, Any], table: Mapping[str, str], first: str) -> None:
    await walk(
        table,
        first,
        lambda state: put(team, ENVELOPE, request["id"], state),
        lambda to: move(team, "noor", request, to, **WHY),
        lambda told: told,
    )


async def walk_item(team: Team, request: dict[str, Any]) -> None:
    await walk(
        ITEMS,
        "open",
        lambda state: put(team, ITEM, request["items"][0]["id"], state),
        lambda to: move_item(team, "noor", request, to, **WHY, **GROUND),
        lambda told: dict(told["items"][0]),
    )


async def test_every_state_is_reached_and_offers_the_moves_of_the_table_and_no_other(team: Team) -> None:
    await walk_envelope(team, await create(team, instrument="MLA_LOR"), OUTGOING, "DRAFT")
    await walk_envelope(team, await received(team), INCOMING, "REGISTERED")
    await walk_item(team, await sent(team, instrument="MLA_LOR"))
