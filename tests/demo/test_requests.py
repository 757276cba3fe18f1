"""The legal requests of the demonstration: what the API accepts, at times that fit whenever they are made."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.access.requests import states
from app.access.requests.deadlines import Basis, Rule, due
from app.api.requests.views.requests import ItemMoveForm, RequestForm, RequestMoveForm
from app.demo.lantern.requests import LAPSES_AFTER, REQUESTS
from app.demo.requests import Ended, LapsingAfter, Moved, Requested, Station
from app.identifiers.recognition import recognise

HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
#: Changes of the clocks in Europe and in America, each with the weeks around it.
CHANGES = [datetime(2027, 3, 21, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC), datetime(2028, 2, 29, tzinfo=UTC)]


def hours(around: datetime) -> Iterator[datetime]:
    return (around + n * HOUR + timedelta(minutes=17) for n in range(-15 * 24, 15 * 24))


def form_of(one: Requested) -> dict[str, Any]:
    """The request as a client would send it."""
    content = dict(one.content)
    other = {"country": one.country, "authority": content.pop("authority", None), "zone": content.pop("zone", None)}
    items = [
        {
            "kind": item.kind,
            "data_category": item.data_category,
            "identifier_kind": item.identifier_kind,
            "identifier": item.identifier,
            "description": item.description,
            "from": item.from_at,
            "until": item.until_at,
        }
        for item in one.items
    ]
    side = "to" if one.direction is states.Direction.OUT else "from"
    said = {"direction": one.direction, "instrument": one.instrument, "urgent": one.urgent, "title": one.title}
    return said | {"items": items, side: other} | content


def test_requests_are_what_the_api_accepts_with_identifiers_that_are_recognised() -> None:
    for one in REQUESTS:
        assert RequestForm.model_validate(form_of(one)).title == one.title
        for step in one.steps:
            if isinstance(step, Moved):
                told = {"to": step.to, "reason": step.reason}
                if step.item is None:
                    RequestMoveForm.model_validate(told)
                else:
                    ItemMoveForm.model_validate(told | {"ground": step.ground})
        for item in one.items:
            if item.identifier is not None:
                found = {
                    (found.kind, found.normalised) for found in recognise(item.identifier) if found.valid is not False
                }
                assert (item.identifier_kind, item.identifier) in found, item.identifier


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_steps_are_past_and_in_order_at_every_hour_around_a_change_of_the_clocks(change: datetime) -> None:
    for now in hours(change):
        for one in REQUESTS:
            lines = defaultdict[Any, list[datetime]](list)
            for step in one.steps:
                of = (type(step), step.item if isinstance(step, Moved) else None)
                lines[of].append(step.when.before(now, ZoneInfo(one.zone)))
            received = [] if one.received is None else [one.received.before(now, ZoneInfo(one.zone))]
            lines[Moved, None][:0] = received
            assert max(chain(*lines.values()), default=now - HOUR) < now, one.title
            assert [times for times in lines.values() if times != sorted(times)] == [], one.title
            sent = lines[Moved, None][:1]
            assert all(at >= sent[0] for key, times in lines.items() if key[0] is not Ended for at in times), one.title


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_central_authority_has_it_for_twelve_days_and_the_preservation_lapses_soon(change: datetime) -> None:
    (waiting,) = [one for one in REQUESTS if one.instrument == "MLA_LOR" and one.country == "US"]
    last = [step for step in waiting.steps if isinstance(step, Station)][-1]
    (preserved,) = [step for step in REQUESTS[-1].steps if isinstance(step, Moved) and step.item == 1]
    assert isinstance(preserved.when, LapsingAfter)
    zone = ZoneInfo(REQUESTS[-1].zone)
    for now in hours(change):
        assert (now - last.when.before(now, ZoneInfo(waiting.zone))).days == 12
        lapses = due(Rule("P60D", Basis.CALENDAR, minimum=True), preserved.when.before(now, zone), zone, ())
        assert LAPSES_AFTER * HOUR - SECOND <= lapses - now <= (LAPSES_AFTER + 25) * HOUR
