"""A party is suspended by two leaders of two other parties; one leader suspends it for 24 hours at most."""

from itertools import product
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from app.access.suspensions import Voter, denial
from tests.factories import notifications
from tests.factories.leaving import party
from tests.factories.suspensions import confirm, propose, resume, suspended
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser
from tests.teams.test_seats_in_time import inside


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def lapse(team: Team) -> None:
    """As if the time for the confirmation were over."""
    async with as_superuser(team) as superuser:
        await superuser.execute(
            "update suspensions set proposed_at = proposed_at - interval '8 days', lapses_at = now()"
            " where ended_at is null and confirmed_at is null"
        )
    await team.run_jobs("suspensions")


@pytest.mark.parametrize(("others", "leaders"), list(product(range(1, 5), range(1, 4))))
def test_votes_of_any_two_leaders_suspend_only_as_agreed(others: int, leaders: int) -> None:
    """Every pair of leaders of teams with up to five parties, each with up to three leaders."""
    target, *rest = parties = [UUID(int=n) for n in range(1, others + 2)]
    voters = [Voter(UUID(int=100 * n + m), one) for n, one in enumerate(parties) for m in range(leaders)]
    for first, second in product(voters, voters):
        counts = (
            target not in (first.party, second.party)
            and first != second
            and (first.party != second.party or rest == [first.party])
        )
        assert (denial(target, first, second, parties) is None) == counts, (first, second)


async def test_two_leaders_of_two_parties_suspend_and_all_leaders_are_told(team: Team) -> None:
    read_json(await propose(team, "noor", "DE"))
    assert [await inside(team, who) for who in ("jonas", "lena")] == [200, 200]
    told = [await notifications.kinds(team, who) for who in ("bram", "jonas", "claire", "mara")]
    assert [one.count("party.suspension_proposed") for one in told] == [1, 1, 1, 1]
    assert "party.suspension_proposed" not in await notifications.kinds(team, "daan")
    done = read_json(await confirm(team, "claire", "DE"))
    assert (done["status"], done["suspension"]["confirmed_by"]) == ("suspended", team.code("claire"))
    assert [await inside(team, who) for who in ("jonas", "lena", "auditor")] == [404, 404, 404]
    assert "party.suspended" in await notifications.kinds(team, "mara")
    await lapse(team)
    assert (await party(team, "DE"))["status"] == "suspended"
    assert read_json(await resume(team, "admin", "DE", done["version"]))["suspension"] is None


async def test_votes_that_do_not_count_are_refused(team: Team) -> None:
    """The same leader twice, a second leader of the same party, the party itself, members who are no leaders."""
    read_json(await propose(team, "noor", "DE"))
    proposed = (await party(team, "DE"))["suspension"]
    for who, code in (("noor", "same-leader"), ("bram", "another-party-needed"), ("jonas", "own-party")):
        assert refused(await confirm(team, who, "DE")) == (403, code), who
    for who in ("admin", "coordinator", "daan", "hugo", "auditor", "jit_auditor"):
        assert (await confirm(team, who, "DE")).status_code == 403, who
        assert (await propose(team, who, "FR")).status_code == 403, who
    assert refused(await propose(team, "jonas", "DE")) == (403, "own-party")
    assert refused(await propose(team, "claire", "DE")) == (409, "suspension-proposed")
    assert (await propose(team, "claire", "XX", version=1)).status_code == 404
    assert (await confirm(team, "claire", "DE", {"id": str(uuid4())})).status_code == 404
    forged = "update suspensions set confirmed_by = :seat, confirmed_at = now()"
    for who in ("jonas", "hugo", "admin"):
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, who, forged)
    with pytest.raises(DBAPIError, match="ck_suspensions_confirmed"):
        await attempt(team, "noor", forged)
    with pytest.raises(DBAPIError, match="row-level security"):
        await attempt(team, "noor", "update parties set status = 'suspended' where code = 'DE'")
    assert (await party(team, "DE"))["suspension"] == proposed


async def test_one_leader_suspends_for_a_day_and_not_again(team: Team) -> None:
    assert read_json(await propose(team, "noor", "DE", at_once=True))["status"] == "suspended"
    assert await inside(team, "jonas") == 404
    assert "party.suspended_at_once" in await notifications.kinds(team, "claire")
    await lapse(team)
    assert (await party(team, "DE"))["status"] == "active"
    assert await inside(team, "jonas") == 200
    assert {"party.suspended_at_once", "party.suspension_lapsed"} <= {
        one["kind"] for one in await team.entries("jonas")
    }
    assert refused(await propose(team, "bram", "DE", at_once=True)) == (409, "at-once-again")
    read_json(await propose(team, "claire", "DE", at_once=True))
    assert read_json(await confirm(team, "noor", "DE"))["status"] == "suspended"


async def test_two_leaders_of_the_only_other_party_suspend(team: Team) -> None:
    for code in ("CH", "FR"):
        await suspended(team, code, "noor", "jonas")
    read_json(await propose(team, "noor", "DE"))
    assert read_json(await confirm(team, "bram", "DE"))["status"] == "suspended"


async def test_a_suspension_at_once_does_not_lower_the_votes_needed(team: Team) -> None:
    """A party that one leader suspended for a day still counts as another party."""
    await suspended(team, "CH", "noor", "jonas")
    read_json(await propose(team, "noor", "FR", at_once=True))
    read_json(await propose(team, "noor", "DE"))
    assert refused(await confirm(team, "bram", "DE")) == (403, "another-party-needed")
