"""When steps of a challenge before the Commission for the Control of INTERPOL's Files (CCF) are expected. Pure.

Articles are those of the CCF's Statute, read in secondary sources only and not checked against the Statute of 2025. The
periods bind the Commission and the General Secretariat. Only the answers to its questions are the party's, and their
day is set with the questions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta


class ChallengeStep(StrEnum):
    """A step of a challenge that is expected by a day."""

    ANSWER = "answer"  # the party answers the Commission's questions
    ADMISSIBILITY = "admissibility"  # the Commission decides whether the challenge is admissible
    DECISION = "decision"  # the Commission decides
    IMPLEMENTATION = "implementation"  # the General Secretariat implements the decision


@dataclass(frozen=True, slots=True)
class ExpectedStep:
    """A step that did not happen yet. `article`: of the CCF's Statute, as far as a source names one."""

    step: ChallengeStep
    due_on: date
    article: str


@dataclass(frozen=True, slots=True)
class ChallengeDates:
    """The recorded dates of a challenge. `kind`: access, correction, deletion or revision."""

    kind: str
    received_on: date
    admissible_on: date | None
    questions_due_on: date | None
    questions_answered_on: date | None
    decided_on: date | None


_END_OF_DAY: Final = time(23, 59, 59)
_ADMISSIBILITY: Final = relativedelta(months=1)
_IMPLEMENTATION: Final = relativedelta(months=1)
#: From admissibility to the decision. No source names a period for a revision.
_DECISION: Final[Mapping[str, relativedelta]] = {
    "access": relativedelta(months=4),
    "correction": relativedelta(months=9),
    "deletion": relativedelta(months=9),
}


def answer_due_at(challenge: ChallengeDates, zone: ZoneInfo) -> datetime | None:
    """Return the end of the day on which an answer is due in the party's zone; `None` if none is awaited."""
    if challenge.questions_due_on is None or challenge.questions_answered_on is not None or challenge.decided_on:
        return None
    return datetime.combine(challenge.questions_due_on, _END_OF_DAY, zone)


def expected(challenge: ChallengeDates) -> list[ExpectedStep]:
    """Return the steps that are expected next, each with its day."""
    if challenge.decided_on is not None:
        return [ExpectedStep(ChallengeStep.IMPLEMENTATION, challenge.decided_on + _IMPLEMENTATION, "41")]
    found = list[ExpectedStep]()
    if challenge.questions_due_on is not None and challenge.questions_answered_on is None:
        found.append(ExpectedStep(ChallengeStep.ANSWER, challenge.questions_due_on, "34"))
    if challenge.admissible_on is None:
        found.append(ExpectedStep(ChallengeStep.ADMISSIBILITY, challenge.received_on + _ADMISSIBILITY, "32"))
    elif (period := _DECISION.get(challenge.kind)) is not None:
        found.append(ExpectedStep(ChallengeStep.DECISION, challenge.admissible_on + period, "40"))
    return found
