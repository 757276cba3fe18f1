"""Routes to prove a second factor again before an act for which a party demands it."""

from fastapi import Request, Response, status
from pydantic import model_validator

from app.access.step_up import ActKind
from app.api.context import context_of
from app.api.credentials import AssertionForm, SecondFactorCode
from app.api.guards import SignedIn, WritingUnit
from app.api.routing import Router
from app.api.schemas import Form, View
from app.identity.passkeys import Assertion, encoded
from app.services.accounts import step_up as service

router = Router(prefix="/api/me/step-up", tags=["me"])


class StepUpKindForm(Form):
    """The kind of act."""

    kind: ActKind


class StepUpChallengeView(View):
    """The request to an authenticator; both fields are null without a passkey. `app`: a code is accepted, too."""

    challenge: str | None
    domain: str | None
    app: bool


class StepUpForm(Form):
    """The kind of act, and a code of the authenticator app or the answer of a passkey."""

    kind: ActKind
    code: SecondFactorCode | None = None
    answer: AssertionForm | None = None

    @model_validator(mode="after")
    def _one_proof(self) -> "StepUpForm":
        if (self.code is None) == (self.answer is None):
            raise ValueError("Send either a code or the answer of a passkey.")
        return self

    def proof(self) -> Assertion | str:
        """Return the proof."""
        if self.answer is not None:
            return self.answer.assertion()
        assert self.code is not None
        return self.code.get_secret_value()


@router.post("/challenge")
async def ask_for_step_up(
    session: WritingUnit, person: SignedIn, request: Request, form: StepUpKindForm
) -> StepUpChallengeView:
    """Begin to prove a second factor for a kind of act. The answer is accepted once, within five minutes."""
    context = context_of(request)
    question, app = await service.ask(session, context.authentication, person, form.kind, request.headers.get("origin"))
    return StepUpChallengeView(
        challenge=question and encoded(question.challenge), domain=question and question.domain, app=app
    )


@router.post("", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def prove_step_up(session: WritingUnit, person: SignedIn, request: Request, form: StepUpForm) -> None:
    """Prove a second factor. It counts for five minutes, for this kind of act, in this session."""
    authentication = context_of(request).authentication
    await service.prove(session, authentication, person, form.kind, form.proof(), request.headers.get("origin"))
