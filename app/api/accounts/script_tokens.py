"""Routes for named tokens of scripts, which a person makes, lists and revokes."""

from typing import Annotated
from uuid import UUID

from fastapi import Request, Response, status
from pydantic import AfterValidator, Field, StringConstraints

from app import characters
from app.access.scripts import Scope
from app.api.context import context_of
from app.api.credentials import Password
from app.api.guards import ReadingUnit, SignedIn, WritingUnit, visitor_of
from app.api.routing import Router
from app.api.schemas import Form, Page, Time, View
from app.services.accounts import script_tokens as service
from app.services.accounts.script_tokens import MOST_NETWORKS, TokenRow, Wanted

router = Router(prefix="/api/me/tokens", tags=["me"])

_Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80), AfterValidator(characters.plain)
]
_Network = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=50, pattern=r"^[0-9A-Fa-f.:/]+$")
]


class ScriptTokenForm(Form):
    """A new token, and the caller's password.

    `scope`: `read` lists and shows, without contents of exhibits; `write` may do whatever the caller may do in a team.
    `team`: the only team, or null for all. `networks`: CIDR, IPv4 or IPv6; an empty list admits every address.
    """

    name: _Name
    scope: Scope
    team: UUID | None
    networks: Annotated[list[_Network], Field(max_length=MOST_NETWORKS)]
    days: Annotated[int, Field(ge=1, le=365)]
    password: Password

    def wanted(self) -> Wanted:
        """Return what the token may do."""
        return Wanted(self.name, self.scope, self.team, self.networks, self.days)


class ScriptTokenView(View):
    """A token of a script. The token itself is not stored. `last_used_at` lags by at most a minute."""

    id: UUID
    name: str
    scope: Scope
    team: UUID | None
    networks: list[str]
    created_at: Time
    expires_at: Time
    last_used_at: Time | None
    last_address: str | None


class ScriptTokensView(Page[ScriptTokenView]):
    """The caller's tokens. `longest_days`: the longest lifetime of a new one."""

    longest_days: int


class NewScriptTokenView(View):
    """A new token. `secret` goes into the header `Authorization: Bearer`; it is shown only now."""

    secret: str
    token: ScriptTokenView


def script_token_view(row: TokenRow) -> ScriptTokenView:
    """Show a token."""
    return ScriptTokenView(
        id=row.token.session,
        name=row.token.name,
        scope=Scope(row.token.scope),
        team=row.token.jit,
        networks=row.token.networks,
        created_at=row.created_at,
        expires_at=row.expires_at,
        last_used_at=row.used and row.used.at,
        last_address=row.used and row.used.address,
    )


@router.get("")
async def list_script_tokens(session: ReadingUnit, person: SignedIn, request: Request) -> ScriptTokensView:
    """List the caller's tokens that are valid, newest first."""
    authentication = context_of(request).authentication
    rows = await service.list_own(session, authentication, person)
    items = [script_token_view(row) for row in rows]
    return ScriptTokensView(items=items, next=None, longest_days=authentication.script_token_days)


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_script_token(
    session: WritingUnit, person: SignedIn, request: Request, form: ScriptTokenForm
) -> NewScriptTokenView:
    """Make a token, after the password. An account with a second factor must have proved one in this session."""
    secret, row = await service.create(
        session,
        context_of(request).authentication,
        person,
        visitor_of(request),
        form.password.get_secret_value(),
        form.wanted(),
    )
    return NewScriptTokenView(secret=secret, token=script_token_view(row))


@router.delete("/{token}", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def revoke_script_token(session: WritingUnit, person: SignedIn, token: UUID) -> None:
    """Revoke a token. Its sockets end within a second."""
    await service.revoke(session, person, token)


@router.delete("", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def revoke_all_script_tokens(session: WritingUnit, person: SignedIn) -> None:
    """Revoke all tokens of the caller that have a name."""
    await service.revoke_all(session, person)
