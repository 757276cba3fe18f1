"""Legal requests and notices against intruders: hostile files, and what other parties must not be told."""

import json
import tracemalloc

import pytest

from app.exports.requests import ecodex
from tests.factories import notices, requests
from tests.factories.team import Team, read_json

EVIDENCE = '<SubmissionAcceptanceRejection xmlns="http://uri.etsi.org/02640/v2#">{}</SubmissionAcceptanceRejection>'


def test_evidence_with_many_elements_below_a_long_name_takes_little_memory() -> None:
    name = "A" * 50_000
    children = "".join(f"<b{one}/>" for one in range(2_000))
    tracemalloc.start()
    try:
        with pytest.raises(ecodex.Unreadable):
            ecodex.read_evidence(EVIDENCE.format(f"<{name}>{children}</{name}>"))
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_evidence_of_a_time_that_is_not_stored_is_refused(at: str) -> None:
    told = requests.EVIDENCE.format(event="Acceptance", at=at, number="NL-1")
    with pytest.raises(ecodex.Unreadable):
        ecodex.read_evidence(told)


async def test_import_of_half_a_surrogate_pair_is_refused(team: Team) -> None:
    named = json.dumps({"name": "Example", "forename": "Alex", "\ud800": "x"})
    answer = await team.client("noor").post(team.path("/notices/imports/preview"), json={"document": named})
    assert (answer.status_code, [one["field"] for one in answer.json()["errors"]]) == (422, ["document"])


async def test_reason_of_a_move_is_told_to_the_party_of_the_request_or_notice_alone(team: Team) -> None:
    request, reason = await requests.sent(team), "The witness must not learn of it"
    read_json(await requests.move_item(team, "noor", request, "refused", reason=reason, ground="other"))
    read_json(await requests.release(team, "noor", request, "FR"))
    notice = await notices.moved(team, await notices.create(team), "checked")
    read_json(await notices.move(team, "noor", notice, "draft", reason=reason))
    read_json(await notices.release(team, "noor", notice, "FR"))
    for path in (requests.place(team, request, "/moves"), notices.place(team, notice, "/moves")):
        assert reason in (await team.client("noor").get(path)).text
        moves = read_json(await team.client("claire").get(path))["items"]
        assert moves
        assert [one["reason"] for one in moves] == [None] * len(moves), path
