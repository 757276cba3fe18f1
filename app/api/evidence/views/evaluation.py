"""Forms and views of an exhibit's evaluation by its provider (Regulation (EU) 2016/794 Art. 29).

Not here: routes (`api/evidence/evidence.py`).
"""

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from app.access.evaluation import Evaluation, Information, Source
from app.api.schemas import Form, Justification, Line, View


class EvaluationForm(Form):
    """The provider's evaluation. `scheme` and `value`: the original evaluation, if made in another scheme."""

    source: Source = Source.X
    information: Information = Information.FOUR
    scheme: Line | None = None
    value: Annotated[Line | None, Field(validate_default=True)] = None

    @field_validator("value")
    @classmethod
    def _comes_with_its_scheme(cls, value: str | None, form: ValidationInfo) -> str | None:
        if "scheme" in form.data and (form.data["scheme"] is None) != (value is None):
            raise ValueError("Enter both the other scheme and its value.")
        return value

    def evaluation(self) -> Evaluation:
        """Return the evaluation as the service takes it."""
        return Evaluation(self.source, self.information, self.scheme, self.value)


class AssessmentForm(EvaluationForm):
    """A new evaluation, and the reason. Both codes are required."""

    source: Source
    information: Information
    reason: Justification


class EvaluationView(View):
    """The provider's evaluation."""

    source: Source
    information: Information
    scheme: str | None
    value: str | None
