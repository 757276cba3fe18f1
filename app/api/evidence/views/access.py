"""Views of access decisions. Not here: the decisions themselves (`access/sharing/decisions.py`)."""

from collections.abc import Mapping

from app.access.sharing.decisions import Act, Decision
from app.api.schemas import View


class DecisionView(View):
    """Whether the act is allowed, its obligations, and the codes of the applied rules."""

    allowed: bool
    obligations: list[str]
    because: list[str]


class MayView(View):
    """The decision on each act for this reader, now."""

    open: DecisionView
    take: DecisionView
    derive: DecisionView
    flag: DecisionView
    disclose: DecisionView
    release: DecisionView
    describe: DecisionView
    withdraw: DecisionView
    erase: DecisionView
    bundle: DecisionView
    verify: DecisionView
    close: DecisionView
    filter: DecisionView


def decision_view(decision: Decision) -> DecisionView:
    """Return the view of a decision."""
    return DecisionView(
        allowed=decision.allowed,
        obligations=[obligation.value for obligation in decision.obligations],
        because=list(decision.because),
    )


def may_view(decisions: Mapping[Act, Decision]) -> MayView:
    """Return the decisions on the acts that the frontend shows."""
    return MayView(**{act.value: decision_view(decisions[act]) for act in Act if act.value in MayView.model_fields})
