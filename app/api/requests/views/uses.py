"""Views of changed values on which objects of a party relied, and the form of a decision about one."""

from typing import Literal
from uuid import UUID

from pydantic import JsonValue

from app.api.schemas import Form, Justification, Time, View
from app.services.requests.changed_values.affected import ChangedUse
from app.services.requests.changed_values.decisions import Settlement


class ChangedUseView(View):
    """A value on which an open request, a later hearing or a present assessment relied, and which has changed since.

    `purpose`: the request itself, its form, or a deadline, with `request` and `number`; a hearing, with `court_hearing`; or an
    assessment of an exhibit, with `admissibility` and `evidence`. `title`: of the request or hearing, or the need assessed. `kind`, `key`, `field`: the value. `value`: what was relied on,
    since `used_at`; null if it was not recorded. `new_value`, `source`: the present value; null if it is not recorded any more.
    `version`: of the present value; a decision names it. `rule`, `due_at`: of the deadline.
    """

    id: UUID
    request: UUID | None
    court_hearing: UUID | None
    admissibility: UUID | None
    evidence: UUID | None
    number: str | None
    title: str | None
    purpose: Literal["request", "form", "deadline", "hearing", "admissibility"]
    deadline: UUID | None
    rule: str | None
    due_at: Time | None
    kind: str
    key: str
    field: str
    value: JsonValue
    used_at: Time
    new_value: JsonValue
    source: str | None
    version: int
    changed_at: Time


class UseDecisionForm(Form):
    """A decision about a changed value.

    `recomputed`: count the deadline again by the new rule. `kept`: it keeps its date; give the reason. `acknowledged`: the change
    needs nothing else.
    """

    decision: Literal["recomputed", "kept", "acknowledged"]
    reason: Justification | None = None

    def settlement(self, version: int) -> Settlement:
        """Return the decision as the service takes it. `version`: of the value that the leader saw."""
        return Settlement(self.decision, version, self.reason)


def changed_use_view(one: ChangedUse) -> ChangedUseView:
    """Return the view of a changed value."""
    shown = (
        "id",
        "request",
        "court_hearing",
        "admissibility",
        "evidence",
        "number",
        "title",
        "purpose",
        "deadline",
        "rule",
        "due_at",
        "kind",
        "key",
        "field",
        "value",
    )
    return ChangedUseView(
        **{name: getattr(one, name) for name in (*shown, "used_at", "new_value", "changed_at")},
        source=one.new_source,
        version=one.new_version,
    )
