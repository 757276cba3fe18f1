"""View of an access decision with its reasons in words."""

from collections.abc import Iterable

from app.access.reasons import sentence
from app.access.sharing.decisions import Act, Purpose
from app.api.schemas import View
from app.api.sharing.views.releases import TermsView, terms_view
from app.services.evidence.release_decisions import Explained


class ReasonView(View):
    """An applied rule: its code and its text."""

    code: str
    sentence: str


class ExplanationView(View):
    """Whether the act is allowed, the level of access, obligations and reasons.

    `release`: the terms on which it is based.
    """

    act: Act
    purpose: Purpose | None
    allowed: bool
    level: str
    obligations: list[ReasonView]
    because: list[ReasonView]
    release: TermsView | None


def explanation_view(explained: Explained, act: Act, purpose: Purpose | None) -> ExplanationView:
    """Return the view of an explained decision."""
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
    """Return the codes with their texts."""
    return [ReasonView(code=one, sentence=sentence(one)) for one in codes]
