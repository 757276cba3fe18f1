"""The view of a decision with its reasons in words."""

from collections.abc import Iterable

from app.access.decisions import Act, Purpose
from app.access.reasons import sentence
from app.api.schemas import View
from app.api.views.releases import TermsView, terms_view
from app.services.decisions import Explained


class ReasonView(View):
    """A rule that spoke: its code, and what it says."""

    code: str
    sentence: str


class ExplanationView(View):
    """Whether one may, how far one sees, under which obligations, and why. `release`: the terms it rests on."""

    act: Act
    purpose: Purpose | None
    allowed: bool
    level: str
    obligations: list[ReasonView]
    because: list[ReasonView]
    release: TermsView | None


def explanation_view(explained: Explained, act: Act, purpose: Purpose | None) -> ExplanationView:
    """A decision as a view."""
    decision, release = explained.decision, explained.release
    return ExplanationView(
        act=act,
        purpose=purpose,
        allowed=decision.allowed,
        level=decision.level.word,
        obligations=reasons(one.value for one in decision.obligations),
        because=reasons(decision.because),
        release=None if release is None else terms_view(release, release.basis, explained.roster),
    )


def reasons(codes: Iterable[str]) -> list[ReasonView]:
    """Codes with their words."""
    return [ReasonView(code=one, sentence=sentence(one)) for one in codes]
