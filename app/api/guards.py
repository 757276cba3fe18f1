"""Guards of the routes. Every route names exactly one; `api/routing.py` refuses any other number.

`Anyone` admits any visitor, `SignedIn` a signed-in account, and `May(…)` a member of the team in the path whose role
grants the permission.
Not here: per-user state (`own.py`), streaming routes (`admissions.py`), and the access decision about one exhibit.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from fastapi.requests import HTTPConnection

from app.access.roles import Permission, permissions_of
from app.access.seats import Person, Seat, Visitor
from app.api.context import AppContext, context_of
from app.api.step_up_acts import kind_of
from app.database import Reading, Writing
from app.errors import Forbidden, Malformed, NotFound, TeamClosed
from app.services.accounts import sessions, step_up
from app.services.accounts.sessions import Shown
from app.services.audit import refusals

COOKIE, DEVICE, UNATTENDED = "liaison_session", "liaison_device", "Liaison-Unattended"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@contextmanager
def witnessed(session: Reading, connection: HTTPConnection) -> Iterator[None]:
    """Count a refused act on an exhibit that the member sees, after the act's rollback."""
    try:
        yield
    except Forbidden as refusal:
        named = refusal.about or _uuid(connection.path_params.get("evidence"))
        asked = getattr(connection.state, "permissions", ())
        tried = refusal.tried or next(iter(asked), None)
        if named is not None and tried is not None:
            refusals.note(session, named, str(tried), refusal.code)
        raise


def _uuid(text: object) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None


async def unit_of_work(request: Request) -> AsyncIterator[Writing]:
    """Yield the request's transaction, which is committed before the response is sent.

    It is read-only for GET and HEAD.
    """
    database = context_of(request).database
    if request.method in _SAFE:
        async with database.reading() as reading:
            with witnessed(reading, request):
                yield reading  # type: ignore[misc]  # routing.py ensures that such a route asks for a `Reading`
    else:
        async with database.writing() as writing:
            with witnessed(writing, request):
                yield writing


ReadingUnit = Annotated[Reading, Depends(unit_of_work, scope="function")]
WritingUnit = Annotated[Writing, Depends(unit_of_work, scope="function")]


def shown_by(connection: HTTPConnection) -> Shown:
    """Return the credential of a connection. A bearer token takes precedence over a cookie.

    Writes and WebSockets with a cookie must have one of our own origins, compared exactly. A WebSocket reconnects by
    itself, and a page whose user is away marks its requests as `UNATTENDED`. Neither extends the session.

    Raises:
        Forbidden: The origin is not ours.
        Malformed: The request has two session cookies.
    """
    attended = connection.scope["type"] != "websocket" and UNATTENDED not in connection.headers
    writes = connection.scope.get("method", "GET") not in _SAFE  # a socket of a script only follows
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token:
        return Shown(None, token.strip(), attended, visitor_of(connection).address, writes)
    cookie = _session_cookie(connection)
    if cookie is not None and (writes or connection.scope["type"] == "websocket"):
        demand_own_origin(connection)
    return Shown(cookie, None, attended)


def cookie_name(context: AppContext, name: str = COOKIE) -> str:
    """Return the name under which a cookie is set, by default the session cookie.

    Behind TLS it begins with `__Host-`. Browsers accept such a cookie from this exact host only, with `Secure` and for
    every path (RFC 6265bis, section 4.1.3.2). Another host of the same domain cannot set it.
    """
    return f"__Host-{name}" if context.settings.cookies_are_secure else name


def _session_cookie(connection: HTTPConnection) -> str | None:
    """Return the value of the session cookie.

    Raises `Malformed` if a request has two, because one may be an attacker's.
    """
    name = cookie_name(context_of(connection))
    if _cookies_named(connection, name) > 1:
        raise Malformed("The browser sent two session cookies. Delete the cookies of this site, then sign in again.")
    return connection.cookies.get(name)


def _device_cookie(connection: HTTPConnection) -> str | None:
    """Return the value of the cookie that recognises the browser; `None` if a request has two.

    A refusal would let whoever can plant a cookie keep the browser from signing in.
    """
    name = cookie_name(context_of(connection), DEVICE)
    return connection.cookies.get(name) if _cookies_named(connection, name) == 1 else None


def _cookies_named(connection: HTTPConnection, name: str) -> int:
    pairs = [pair for line in connection.headers.getlist("cookie") for pair in line.split(";")]
    return sum(pair.partition("=")[0].strip() == name for pair in pairs)


def demand_own_origin(connection: HTTPConnection) -> None:
    """Refuse a request from another site's page. SameSite ignores ports, so the exact origin is compared."""
    if connection.headers.get("origin") not in context_of(connection).settings.allowed_origins:
        raise Forbidden(
            "This request did not come from the Liaison page. Open Liaison at its own address and try again.",
            code="foreign-origin",
        )


async def recognise(session: Reading, connection: HTTPConnection, shown: Shown) -> Person:
    """Return the account for this credential. Raises `Unauthenticated`."""
    person = await sessions.recognise(session, context_of(connection).authentication, shown)
    connection.state.signed_in = person  # for the operator's monitoring
    return person


def visitor_of(connection: HTTPConnection) -> Visitor:
    """Return the address, user agent and device of a request.

    Proxy headers are ignored; the server sets the peer address.
    """
    address = connection.client.host if connection.client else ""
    device, user_agent = _device_cookie(connection), connection.headers.get("user-agent", "")[:300]
    return Visitor(address=address, user_agent=user_agent, device=device)


class Guard:
    """Base class by which `routing.py` recognises guards."""


class _Anyone(Guard):
    def __call__(self, request: Request) -> Visitor:
        if request.method not in _SAFE and request.headers.get("origin") is not None:
            demand_own_origin(request)
        return visitor_of(request)


class _SignedIn(Guard):
    async def __call__(self, request: Request, session: WritingUnit) -> Person:
        return await recognise(session, request, shown_by(request))


class May(Guard):
    """Guard for a member whose role grants one of `permissions`.

    401: not signed in. 404: not a member of this team. 403: no role grants a permission.
    """

    def __init__(self, *permissions: Permission, row_by_row: bool = False) -> None:
        """Set the permissions, one of which is needed.

        Args:
            permissions: The permissions.
            row_by_row: Apply the planner settings `database.ROW_BY_ROW`, in the statement that sets the member (no
                extra round trip).
        """
        self.permissions, self.row_by_row = permissions, row_by_row

    async def __call__(self, request: Request, session: WritingUnit, jit: UUID) -> Seat:
        """Return the member, and set it for row-level security."""
        return await seated(session, request, shown_by(request), jit, self.permissions, row_by_row=self.row_by_row)


async def seated(
    session: Reading,
    connection: HTTPConnection,
    shown: Shown,
    jit: UUID,
    permissions: tuple[Permission, ...],
    *,
    row_by_row: bool = False,
) -> Seat:
    """Return the member if a permission is granted.

    Store the account and the member in the request state for the access log.
    """
    connection.state.permissions = permissions
    authentication = context_of(connection).authentication
    person, seat = await sessions.take_seat(session, authentication, shown, jit, row_by_row=row_by_row)
    connection.state.person, connection.state.seat = person, seat
    admitted = demand(seat, *permissions, writes=connection.scope.get("method", "GET") not in _SAFE)
    kind = kind_of(connection)
    if kind is not None:
        await step_up.demand(session, admitted, kind)
    return admitted


def demand(seat: Seat | None, *permissions: Permission, writes: bool = False) -> Seat:
    """Return the member if it is present and a permission is granted.

    Raises:
        NotFound: There is no member: a team is invisible to all who are not its members.
        Forbidden: The caller is a script whose token withholds the permission.
        TeamClosed: The team is closed, and the act or permission is not available any more.
        Forbidden: The party reserves the permission to its judicial members, or no role grants it.
    """
    if seat is None:
        raise NotFound
    granted = permissions_of(seat.roles).intersection(permissions)
    if seat.limits is not None:
        seat.limits.demand_any(granted)
    if seat.closed and granted and (writes or seat.permissions.isdisjoint(granted)):
        raise TeamClosed
    if seat.withheld.issuperset(permissions):
        raise Forbidden("Your party reserves this to its judicial members.", code="judicial-only")
    if not any(seat.may(one) for one in permissions):
        raise Forbidden("Your role in this team does not allow this.", code="role-may-not")
    return seat


Anyone = Annotated[Visitor, Depends(_Anyone())]
SignedIn = Annotated[Person, Depends(_SignedIn(), scope="function")]


def _may(*permissions: Permission) -> object:
    return Depends(May(*permissions), scope="function")


MayReadJit = Annotated[Seat, _may(Permission.JIT_READ)]
MayMovePhase = Annotated[Seat, _may(Permission.PHASE_MOVE)]
MayAgreeSample = Annotated[Seat, _may(Permission.SAMPLE_AGREE)]
MayAgreeQuorum = Annotated[Seat, _may(Permission.QUORUM_AGREE)]
MayDeclareClosing = Annotated[Seat, _may(Permission.CLOSING_DECLARE)]
MayAgreeClosing = Annotated[Seat, _may(Permission.CLOSING_AGREE)]
MayWithdrawClosing = Annotated[Seat, _may(Permission.CLOSING_DECLARE, Permission.CLOSING_AGREE)]
MayAddParty = Annotated[Seat, _may(Permission.PARTY_ADD)]
MaySuspendParty = Annotated[Seat, _may(Permission.PARTY_SUSPEND)]
MayResumeParty = Annotated[Seat, _may(Permission.PARTY_RESUME)]
MayAgreeLeaving = Annotated[Seat, _may(Permission.LEAVING_AGREE)]
MayDeclareLeaving = Annotated[Seat, _may(Permission.LEAVING_DECLARE)]
MayReadMembers = Annotated[Seat, _may(Permission.MEMBER_READ)]
MayProposeMember = Annotated[Seat, _may(Permission.MEMBER_PROPOSE)]
MayProposeRoles = Annotated[Seat, _may(Permission.MEMBER_PROPOSE, Permission.MEMBER_CHANGE)]
MayConfirmMember = Annotated[Seat, _may(Permission.MEMBER_CONFIRM)]
MayChangeMember = Annotated[Seat, _may(Permission.MEMBER_CHANGE)]
MayReadEvidence = Annotated[Seat, _may(Permission.EVIDENCE_READ)]
MayListEvidence = Annotated[Seat, Depends(May(Permission.EVIDENCE_READ, row_by_row=True), scope="function")]
MayRegisterEvidence = Annotated[Seat, _may(Permission.EVIDENCE_REGISTER)]
MayDescribeEvidence = Annotated[Seat, _may(Permission.EVIDENCE_DESCRIBE)]
MayWithdrawEvidence = Annotated[Seat, _may(Permission.EVIDENCE_WITHDRAW)]
MayEraseEvidence = Annotated[Seat, _may(Permission.EVIDENCE_ERASE)]
MayEraseFields = Annotated[Seat, _may(Permission.FIELD_ERASE)]
MayReadRetention = Annotated[Seat, _may(Permission.RETENTION_READ)]
MayReadReviews = Annotated[Seat, _may(Permission.REVIEW_READ)]
MayDecideRetention = Annotated[Seat, _may(Permission.RETENTION_DECIDE)]
MayAgreeRetention = Annotated[Seat, _may(Permission.RETENTION_AGREE)]
MaySetHold = Annotated[Seat, _may(Permission.HOLD_SET)]
MayOpenEvidence = Annotated[Seat, _may(Permission.EVIDENCE_OPEN, Permission.EVIDENCE_VERIFY)]
MayFlagEvidence = Annotated[Seat, _may(Permission.EVIDENCE_OPEN)]
MayVerifyEvidence = Annotated[Seat, _may(Permission.EVIDENCE_VERIFY)]
MayDesignateController = Annotated[Seat, _may(Permission.CONTROLLER_DESIGNATE)]
MayConfirmController = Annotated[Seat, _may(Permission.CONTROLLER_CONFIRM)]
MayReadReleases = Annotated[Seat, _may(Permission.RELEASE_READ)]
MayGrantRelease = Annotated[Seat, _may(Permission.RELEASE_GRANT)]
MayReadReservation = Annotated[Seat, _may(Permission.RESERVATION_READ)]
MaySetReservation = Annotated[Seat, _may(Permission.RESERVATION_SET)]
MayReadFourEyes = Annotated[Seat, _may(Permission.FOUR_EYES_READ)]
MaySetFourEyes = Annotated[Seat, _may(Permission.FOUR_EYES_SET)]
MayCloseEvidence = Annotated[Seat, _may(Permission.EVIDENCE_CLOSE)]
MayFilterEvidence = Annotated[Seat, _may(Permission.EVIDENCE_FILTER)]
MayReadFilter = Annotated[Seat, _may(Permission.FILTER_READ)]
MayNameWitness = Annotated[Seat, _may(Permission.WITNESS_NAME)]
MaySetSigning = Annotated[Seat, _may(Permission.SIGNING_SET)]
MayNameFilter = Annotated[Seat, _may(Permission.FILTER_NAME)]
MayReadRules = Annotated[Seat, _may(Permission.RULE_READ)]
MayDecideRules = Annotated[Seat, _may(Permission.RULE_DECIDE)]
MayReadConsents = Annotated[Seat, _may(Permission.CONSENT_READ)]
MayAskConsent = Annotated[Seat, _may(Permission.CONSENT_ASK)]
MayAnswerConsent = Annotated[Seat, _may(Permission.CONSENT_ANSWER)]
MayDiscloseEvidence = Annotated[Seat, _may(Permission.EVIDENCE_DISCLOSE)]
MayReadDisclosures = Annotated[Seat, _may(Permission.DISCLOSURE_READ)]
MayBreakGlass = Annotated[Seat, _may(Permission.EMERGENCY_BEGIN)]
MayReadEmergencies = Annotated[Seat, _may(Permission.EMERGENCY_READ)]
MayReadAlerts = Annotated[Seat, _may(Permission.ALERT_READ)]
MayAnswerAlert = Annotated[Seat, _may(Permission.ALERT_ANSWER)]
MayReadCopies = Annotated[Seat, _may(Permission.COPY_READ)]
MayAnswerCopy = Annotated[Seat, _may(Permission.COPY_ANSWER)]
MayRecordCustody = Annotated[Seat, _may(Permission.CUSTODY_RECORD)]
MayAttestRelease = Annotated[Seat, _may(Permission.RELEASE_ATTEST)]
MaySetHours = Annotated[Seat, _may(Permission.HOURS_SET)]
MayWriteBriefing = Annotated[Seat, _may(Permission.BRIEFING_WRITE, Permission.TASK_ASSIGN)]
MaySubscribeCalendar = Annotated[Seat, _may(Permission.CALENDAR_SUBSCRIBE)]
MayReadNotifications = Annotated[Seat, _may(Permission.NOTIFICATION_READ)]
MayReadTasks = Annotated[Seat, _may(Permission.TASK_READ)]
MayAssignTask = Annotated[Seat, _may(Permission.TASK_ASSIGN)]
MayWorkOnTask = Annotated[Seat, _may(Permission.TASK_WORK)]
MayOpenChannel = Annotated[Seat, _may(Permission.CHANNEL_OPEN)]
MayReadMessages = Annotated[Seat, _may(Permission.MESSAGE_READ)]
MaySay = Annotated[Seat, _may(Permission.MESSAGE_SAY)]
MayRecordDecision = Annotated[Seat, _may(Permission.DECISION_RECORD)]
MayReadOperations = Annotated[Seat, _may(Permission.OPERATION_READ)]
MayPlanOperation = Annotated[Seat, _may(Permission.OPERATION_PLAN)]
MayReport = Annotated[Seat, _may(Permission.OPERATION_REPORT)]
MaySpeakForParty = Annotated[Seat, _may(Permission.OPERATION_DECIDE)]
MayPlanAction = Annotated[Seat, _may(Permission.ACTION_PLAN)]
MayPrintLabels = Annotated[Seat, _may(Permission.LABEL_PRINT)]
MayOrderFixity = Annotated[Seat, _may(Permission.FIXITY_ORDER)]
MayReadLedger = Annotated[Seat, _may(Permission.LEDGER_READ)]
MayMakeExport = Annotated[Seat, _may(Permission.EXPORT_MAKE)]
MayReadAccessLog = Annotated[Seat, _may(Permission.ACCESS_LOG_READ)]
MayReadRequests = Annotated[Seat, _may(Permission.REQUEST_READ)]
MayReadRequestContents = Annotated[Seat, _may(Permission.REQUEST_CONTENT_READ)]
MayWorkOnRequest = Annotated[Seat, _may(Permission.REQUEST_WORK)]
MayReleaseRequest = Annotated[Seat, _may(Permission.REQUEST_RELEASE)]
