"""Evaluation of an exhibit by its provider: reliability of the source, accuracy of the information. Pure.

The codes are those of Regulation (EU) 2016/794 Art. 29; X4 without an assessment. An assessment made in another
scheme is stored as stated, beside the codes that the provider chose; nothing is converted.
Not here: who may assess (`services/evidence/evaluations.py`).
"""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final


class Source(StrEnum):
    """Reliability of the source. A: always, B: mostly reliable, C: mostly unreliable, X: cannot be assessed."""

    A = "A"
    B = "B"
    C = "C"
    X = "X"


class Information(StrEnum):
    """Accuracy. 1: not in doubt, 2: known to the source, 3: corroborated, 4: neither 2 nor 3."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Both codes, and the provider's assessment in another scheme, if any."""

    source: Source = Source.X
    information: Information = Information.FOUR
    scheme: str | None = None
    value: str | None = None

    def as_fields(self) -> dict[str, str | None]:
        """Return the fields for the ledger."""
        return {name: None if value is None else str(value) for name, value in asdict(self).items()}

    def columns(self) -> dict[str, str | None]:
        """Return the columns for the row."""
        return {f"evaluation_{name}": value for name, value in self.as_fields().items()}


#: Default without an assessment or another agreement (Art. 29(4)).
UNASSESSED: Final = Evaluation()
