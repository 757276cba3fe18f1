"""The page offers, without a network, exactly the steps that the server takes: its table is a twin of the server's, line by line.

Read from the page's source, as `tests/support/page.py` reads its keys. Deliberately not here: that each step is taken or refused
(`tests/coordination/test_actions.py`).
"""

import re
from typing import Final

import pytest

from app.access.operation_states import STEPS, ActionState, Party, Step
from tests.support.page import FRONTEND

SOURCE: Final = FRONTEND / "src/features/operations/steps.ts"
_LINE: Final = re.compile(r"\{ former: '(\w+)', state: '(\w+)'((?:, \w+: true)*) \}")


def offered(source: str) -> list[Step]:
    """The steps of the page's table, in its order."""
    found = []
    for former, state, flags in _LINE.findall(source):
        said = set(re.findall(r"\w+(?=: true)", flags))
        assert said <= {"leader", "live", "reason"}, said
        by = Party.LEADER if "leader" in said else Party.PEOPLE
        found.append(Step(ActionState(former), ActionState(state), by, "live" in said, "reason" in said))
    return found


def test_the_page_offers_what_the_server_takes() -> None:
    source = SOURCE.read_text()
    assert offered(source) == list(STEPS)
    (states,) = re.findall(r"STATES: readonly ActionState\[\] = \[(.*?)\]", source)
    assert re.findall(r"\w+", states) == [one.value for one in ActionState]


@pytest.mark.parametrize(("was", "now"), [(", live: true", ""), ("leader: true, ", ""), ("'ready' }", "'done' }")])
def test_a_table_that_strays_is_found(was: str, now: str) -> None:
    source = SOURCE.read_text()
    assert was in source
    assert offered(source.replace(was, now, 1)) != list(STEPS)
