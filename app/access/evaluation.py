"""The evaluation of an exhibit by its provider: how reliable the source, how accurate the information. Pure.

The codes are those of Regulation (EU) 2016/794 Art. 29; without an assessment it is X4. An assessment that was made in another
scheme keeps its own words beside the codes that the provider chose: nothing is converted here. Deliberately not here: who
may assess (`services/evaluations.py`).
"""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final


class Source(StrEnum):
    """Reliability of the source: in all instances, in most, unreliable in most, cannot be assessed."""

    A = "A"
    B = "B"
    C = "C"
    X = "X"


class Information(StrEnum):
    """Accuracy: not in doubt; known to the source; corroborated; neither known to the source nor corroborated."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Both codes, and the provider's own assessment where it was made in another scheme."""

    source: Source = Source.X
    information: Information = Information.FOUR
    scheme: str | None = None
    value: str | None = None

    def said(self) -> dict[str, str | None]:
        """For the ledger."""
        return {name: None if value is None else str(value) for name, value in asdict(self).items()}

    def columns(self) -> dict[str, str | None]:
        """For the row."""
        return {f"evaluation_{name}": value for name, value in self.said().items()}


#: Where nobody assesses and nothing else is agreed (Art. 29(4)).
UNASSESSED: Final = Evaluation()
