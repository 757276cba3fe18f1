"""Class 2: mass assignment. Each column of each table, sent in each form, is refused by name."""

from typing import Any, Final

from app.api.documents import operations
from app.models import Table
from tests.factories import (
    acquisitions,
    case_document,
    evidence,
    field_erasures,
    hearings,
    notices,
    notifications,
    organisations,
    reference,
    requests,
    retention,
)
from tests.factories import operations as operations_factory
from tests.factories.sharing import gates, quarantine
from tests.factories.team import PEOPLE, Team, jit_form, member_form, party_form, read_json
from tests.security.conftest import UNKNOWN_ID, HiddenExhibit
from tests.security.routes import DISCLOSURE
from tests.support.openapi_document import document

COLUMNS: Final = sorted({column.name for table in Table.metadata.tables.values() for column in table.columns})
OTHERS: Final = [
    "owner",
    "role",
    "is_admin",
    "permissions",
    "path",
    "__class__",
    "id",
    "jit",
    "mine",
    "may",
    "one_time_code",
]
WHY: Final = {"reason": "x"}
PROVIDERS: Final = reference.pack(reference.file("providers", reference.PROVIDER))
OCCURRED: Final = {"at": "2026-05-16T09:30:00+02:00", "zone": "Europe/Amsterdam", "source": "report"}
FORMS: Final[dict[tuple[str, str], dict[str, Any]]] = {
    ("PATCH", "/api/me"): {"locale": "en"},
    ("PUT", "/api/me/notifications"): notifications.STRAIGHT | {"by_mail": False},
    ("POST", "/api/me/password"): {"current": "x", "new": "x"},
    ("POST", "/api/me/authenticator"): {"password": "x"},
    ("POST", "/api/me/authenticator/confirmation"): {"code": "000000"},
    ("POST", "/api/me/authenticator/removal"): {"password": "x", "code": "000000"},
    ("POST", "/api/me/passkeys/challenge"): {"password": "x"},
    ("POST", "/api/me/passkeys"): {"name": "x", "answer": {"credential": "x", "client_data": "x", "attestation": "x"}},
    ("POST", "/api/me/passkeys/{passkey}/removal"): {"password": "x"},
    ("POST", "/api/passkeys/sessions"): {
        "credential": "x",
        "client_data": "x",
        "authenticator_data": "x",
        "signature": "x",
    },
    ("POST", "/api/me/tokens"): {
        "name": "x",
        "scope": "read",
        "team": None,
        "networks": [],
        "days": 1,
        "password": "x",
    },
    ("POST", "/api/me/step-up/challenge"): {"kind": "export"},
    ("POST", "/api/me/step-up"): {"kind": "export", "code": "000000"},
    ("POST", "/api/me/recovery-codes"): {"password": "x", "code": "000000"},
    ("POST", "/api/sessions"): {"email": "x@nl.test", "password": "x"},
    ("POST", "/api/tokens"): {"email": "x@nl.test", "password": "x"},
    ("POST", "/api/redemptions"): {"code": "x"},
    ("POST", "/api/invitations/acceptance"): {"code": "x", "email": "x@nl.test", "password": "x"},
    ("POST", "/api/setup"): {"code": "x", "name": "x", "email": "x@nl.test", "password": "x"},
    ("POST", "/api/recoveries/acceptance"): {"code": "x", "email": "x@nl.test", "password": "x"},
    ("POST", "/api/administration/invitations"): {"email": "x@nl.test", "name": "x"},
    ("POST", "/api/administration/organisations"): {"name": "x"},
    ("PUT", "/api/administration/organisations/{organisation}/name"): {"name": "x"},
    ("POST", "/api/administration/organisations/{organisation}/administrators"): {"administrators": [UNKNOWN_ID]},
    ("POST", "/api/organisation/proposals"): {"kind": "recovery", "concerned": UNKNOWN_ID},
    ("POST", "/api/administration/accounts/{account}/founding-right"): {"may_found": True},
    ("POST", "/api/administration/reference/imports"): PROVIDERS | {"digest": "0" * 64},
    ("POST", "/api/administration/reference/imports/preview"): PROVIDERS,
    ("POST", "/api/administration/reference/directory"): reference.CONTACT,
    ("POST", "/api/administration/reference/directory/{key}/test-calls"): reference.TEST_CALL,
    ("POST", "/api/administration/reference/reports/{report}/settlement"): {"answer": "x"},
    ("POST", "/api/reference/reports"): reference.REPORT,
    ("PUT", "/api/administration/reference/{kind}/{key}/value"): {"field": "zone", "value": "x", "source": "x"},
    ("PUT", "/api/administration/reference/{kind}/{key}/verification"): {
        "field": "zone",
        "verified_by": "x",
        "verified_on": "2026-05-16",
        "verified_against": "x",
    },
    ("POST", "/api/jits"): jit_form(),
    ("POST", "/api/jits/{jit}/phase"): {"phase": "trial", "clause": "x"} | WHY,
    ("POST", "/api/jits/{jit}/closing"): {"clause": "x"} | WHY,
    ("DELETE", "/api/jits/{jit}/closing"): WHY,
    ("POST", "/api/jits/{jit}/closing/assents"): {"closing": "019ab000-0000-7000-8000-000000000001"},
    ("POST", "/api/jits/{jit}/closing/completion"): {"confirmation": "x"},
    ("POST", "/api/jits/{jit}/quorum"): {"quorum": 1, "clause": "x"} | WHY,
    ("POST", "/api/jits/{jit}/parties"): party_form("ES"),
    ("POST", "/api/jits/{jit}/members"): member_form("new@nl.test", PEOPLE["daan"]),
    ("POST", "/api/jits/{jit}/members/imports"): {"csv": "x"},
    ("POST", "/api/jits/{jit}/members/imports/preview"): {"csv": "x"},
    ("POST", "/api/jits/{jit}/members/confirmations"): {"members": [{"member": UNKNOWN_ID, "name": "x"}]},
    ("POST", "/api/jits/{jit}/members/{member}/confirmation"): {"name": "x"},
    ("PUT", "/api/jits/{jit}/members/{member}/name"): {"name": "x"} | WHY,
    ("POST", "/api/jits/{jit}/members/{member}/suspension"): WHY,
    ("DELETE", "/api/jits/{jit}/members/{member}/suspension"): WHY,
    ("POST", "/api/jits/{jit}/members/{member}/end"): WHY,
    ("POST", "/api/jits/{jit}/members/{member}/withdrawal"): WHY,
    ("POST", "/api/jits/{jit}/members/{member}/role-changes"): {"roles": ["member"]} | WHY,
    ("POST", "/api/jits/{jit}/members/{member}/role-changes/{change}/withdrawal"): WHY,
    ("PUT", "/api/jits/{jit}/members/{member}/until"): {"until": None} | WHY,
    ("POST", "/api/jits/{jit}/parties/{party}/suspension"): {"clause": "x", "at_once": False} | WHY,
    ("DELETE", "/api/jits/{jit}/parties/{party}/suspension"): {"clause": "x"} | WHY,
    ("POST", "/api/jits/{jit}/leaving-clauses"): {"contributed": "stay", "received": "stay", "clause": "x"},
    ("POST", "/api/jits/{jit}/parties/{party}/leaving"): {"token": "0" * 64, "confirmation": "x"} | WHY,
    ("DELETE", "/api/jits/{jit}/parties/{party}/leaving"): WHY,
    ("POST", "/api/jits/{jit}/evidence"): evidence.form(releases=[evidence.release("NL")]),
    ("POST", "/api/jits/{jit}/evidence/bulk"): {"items": [evidence.form(releases=[evidence.release("NL")])]},
    ("POST", "/api/jits/{jit}/case-imports/preview"): case_document.FORM | {"document": "{}"},
    ("POST", "/api/jits/{jit}/case-imports"): case_document.FORM | {"document": "{}", "token": "0" * 64},
    ("PATCH", "/api/jits/{jit}/evidence/{evidence}"): {"title": "x"} | WHY,
    ("POST", "/api/jits/{jit}/evidence/{evidence}/evaluation"): {"source": "A", "information": "1"} | WHY,
    ("POST", "/api/jits/{jit}/blank-labels"): {"count": 1},
    ("POST", "/api/jits/{jit}/blank-labels/{code}/voiding"): WHY,
    ("POST", "/api/jits/{jit}/labels"): {"evidence": [UNKNOWN_ID]},
    ("POST", "/api/jits/{jit}/evidence/{evidence}/acquisitions"): acquisitions.FORM,
    ("POST", "/api/jits/{jit}/evidence/{evidence}/withdrawal"): WHY,
    ("PUT", "/api/jits/{jit}/evidence/{evidence}/retention"): retention.KEEPING,
    ("POST", "/api/jits/{jit}/evidence/{evidence}/holds"): retention.ORDER,
    ("POST", "/api/jits/{jit}/evidence/{evidence}/holds/{hold}/lifting"): WHY,
    ("POST", "/api/jits/{jit}/evidence/{evidence}/erasure-agreement"): WHY,
    ("POST", "/api/jits/{jit}/evidence/{evidence}/erasure"): retention.ERASING,
    ("POST", "/api/jits/{jit}/evidence/{evidence}/erasure/confirmation"): {"confirmation": "x"},
    ("DELETE", "/api/jits/{jit}/evidence/{evidence}/erasure"): WHY,
    ("POST", "/api/jits/{jit}/ledger/entries/{position}/erasures"): field_erasures.FORM | {"confirmation": "x"},
    ("POST", "/api/jits/{jit}/ledger/entries/{position}/erasures/{erasure}/agreement"): {"confirmation": "x"},
    ("POST", "/api/jits/{jit}/ledger/entries/{position}/erasures/{erasure}/confirmation"): {"confirmation": "x"},
    ("DELETE", "/api/jits/{jit}/ledger/entries/{position}/erasures/{erasure}"): WHY,
    ("POST", "/api/jits/{jit}/retention-rules"): {"mode": "POOL", "clause": "x"},
    ("POST", "/api/jits/{jit}/evidence/{evidence}/files/{file}/decision"): {"decision": "keep"} | WHY,
    ("PUT", "/api/jits/{jit}/evidence/{evidence}/releases/{party}"): {"level": "held"},
    ("DELETE", "/api/jits/{jit}/evidence/{evidence}/releases/{party}"): WHY,
    ("POST", "/api/jits/{jit}/evidence/{evidence}/openings"): {
        "act": "take",
        "purpose": "JIT_PURPOSE",
        "justification": "x",
        "custodian": "x",
        "file_number": "x",
    },
    ("POST", "/api/jits/{jit}/working-sessions"): {"purpose": "JIT_PURPOSE", "justification": "x", "minutes": 60},
    ("POST", "/api/jits/{jit}/evidence/{evidence}/disclosures"): DISCLOSURE,
    ("POST", "/api/jits/{jit}/evidence/{evidence}/flags"): {"exonerates": "x", "justification": "x"},
    ("POST", "/api/jits/{jit}/flags/{flag}/decision"): {"decision": "refused", "because": "x"},
    ("PUT", "/api/jits/{jit}/break-glass/{party}"): {"allowed": True, "level": "held", "clause": "x"},
    ("POST", "/api/jits/{jit}/emergencies"): {"exhibit_number": "x"} | WHY,
    ("POST", "/api/jits/{jit}/emergencies/{emergency}/review"): {"verdict": "justified", "finding": "x"},
    ("PUT", "/api/jits/{jit}/alerts/{alert}/owner"): {"seat": "NL-02"},
    ("POST", "/api/jits/{jit}/evidence-views"): {"name": "x"},
    ("POST", "/api/jits/{jit}/alerts/acknowledgements"): {"alerts": [UNKNOWN_ID], "word": "x"},
    ("POST", "/api/jits/{jit}/copies/{copy}/answer"): {"answer": "destroyed"},
    ("POST", "/api/jits/{jit}/physical-custody/{evidence}/events"): {
        "act": "seized",
        "place": "x",
        "occurred": OCCURRED,
    },
    ("POST", "/api/jits/{jit}/physical-custody/{evidence}/corrections"): {
        "corrects": UNKNOWN_ID,
        "mended": {"standing": "held", "custodian": "x"},
    }
    | WHY,
    ("POST", "/api/jits/{jit}/physical-custody/{evidence}/handovers"): {"party": "NL", "seat": "NL-04"},
    ("POST", "/api/jits/{jit}/handovers/{handover}/answer"): {"answer": "refused", "why": "x"},
    ("POST", "/api/jits/{jit}/waiting-releases/{waiting}/attestation"): gates.WORD,
    ("DELETE", "/api/jits/{jit}/waiting-releases/{waiting}"): WHY,
    ("POST", "/api/jits/{jit}/verifications/{evidence}"): quarantine.FORM,
    ("POST", "/api/jits/{jit}/evidence/{evidence}/closure"): WHY,
    ("POST", "/api/jits/{jit}/clearances/{evidence}"): {"verdict": "cleared", "files": 0} | WHY,
    ("PUT", "/api/jits/{jit}/filter-team"): {"seats": ["NL-04"]} | WHY,
    ("POST", "/api/jits/{jit}/witnesses"): {"vkey": "x", "url": "https://x.example"},
    ("POST", "/api/jits/{jit}/witnesses/{witness}/removal"): WHY,
    ("POST", "/api/jits/{jit}/controllers"): {"seat": "NL-05", "clause": "x"},
    ("POST", "/api/jits/{jit}/review-sample"): {"files": 20, "clause": "x"} | WHY,
    ("POST", "/api/jits/{jit}/exports"): {"profile": "archive", "scope": {}},
    ("POST", "/api/jits/{jit}/exports/preview"): {"profile": "archive", "scope": {}},
    ("POST", "/api/jits/{jit}/consents"): {"use": "question", "party": "DE", "words": "x"},
    ("POST", "/api/jits/{jit}/consents/{consent}/grant"): {"level": "held"},
    ("POST", "/api/jits/{jit}/consents/{consent}/refusal"): WHY,
    ("POST", "/api/jits/{jit}/consents/{consent}/withdrawal"): WHY,
    ("PUT", "/api/jits/{jit}/working-hours"): {"days": [1], "begins": "09:00", "ends": "17:00", "holidays_of": None},
    ("POST", "/api/jits/{jit}/briefing/notes"): {"to": "team", "text": "x"},
    ("POST", "/api/jits/{jit}/briefing/readings"): {"position": -1},
    ("POST", "/api/jits/{jit}/calendar-feeds"): {"name": "x"},
    ("PATCH", "/api/jits/{jit}/notifications/{notification}"): {"read": True},
    ("POST", "/api/jits/{jit}/notifications/readings"): {"until": UNKNOWN_ID},
    ("POST", "/api/jits/{jit}/tasks"): {"title": "x", "assignee": "NL-04"},
    ("PATCH", "/api/jits/{jit}/tasks/{task}"): {"title": "x"},
    ("POST", "/api/jits/{jit}/tasks/bulk-changes"): {
        "items": [{"task": UNKNOWN_ID, "seen_version": 1}],
        "priority": "high",
    },
    ("POST", "/api/jits/{jit}/tasks/{task}/links"): {"link": []},
    ("POST", "/api/jits/{jit}/tasks/{task}/comments"): {"text": "x"},
    ("POST", "/api/jits/{jit}/tasks/{task}/checklist"): {"add": ["x"]},
    ("POST", "/api/jits/{jit}/tasks/{task}/dependencies"): {"add": []},
    ("POST", "/api/jits/{jit}/channels"): {"name": "x", "parties": ["DE"]},
    ("POST", "/api/jits/{jit}/channels/{channel}/closing"): WHY,
    ("POST", "/api/jits/{jit}/channels/{channel}/reading"): {"message": UNKNOWN_ID},
    ("POST", "/api/jits/{jit}/channels/{channel}/messages"): {"text": "x"},
    ("POST", "/api/jits/{jit}/channels/{channel}/decisions"): {"text": "x"},
    ("PUT", "/api/jits/{jit}/channels/{channel}/messages/{message}"): {"text": "x"},
    ("POST", "/api/jits/{jit}/channels/{channel}/messages/{message}/translations"): {"language": "de", "text": "x"},
    ("POST", "/api/jits/{jit}/channels/{channel}/messages/{message}/machine-translations"): {"language": "de"},
    ("POST", "/api/jits/{jit}/channels/{channel}/messages/{message}/signatures"): {"signature": "A" * 86 + "=="},
    ("POST", "/api/jits/{jit}/signing/keys"): {"name": "x", "public_key": "x"},
    ("POST", "/api/jits/{jit}/signing/keys/{signing_key}/revocation"): WHY,
    ("PUT", "/api/jits/{jit}/signing/demand"): {"scope": "none"} | WHY,
    ("POST", "/api/jits/{jit}/talk-rules"): {"days": 7, "clause": "cl. 9"},
    ("POST", "/api/jits/{jit}/operations"): operations_factory.form(),
    ("PATCH", "/api/jits/{jit}/operations/{operation}"): {"title": "x"},
    ("POST", "/api/jits/{jit}/operations/{operation}/word"): {"word": "go", "told_as": 1},
    ("POST", "/api/jits/{jit}/operations/{operation}/ticker"): operations_factory.reporting(),
    ("POST", "/api/jits/{jit}/operations/{operation}/do-not-touch"): {"kind": "person", "subject": "x"} | WHY,
    ("POST", "/api/jits/{jit}/operations/{operation}/do-not-touch/{protected}/lifting"): WHY,
    ("POST", "/api/jits/{jit}/operations/{operation}/actions"): {"objective": "x", "lead": "NL-02"},
    ("POST", "/api/jits/{jit}/operations/{operation}/actions/{action}/results"): {
        "key": UNKNOWN_ID,
        "kind": "arrest",
        "text": "x",
        "occurred_at": "2026-05-16T09:30:00Z",
    },
    ("POST", "/api/jits/{jit}/operations/{operation}/actions/{action}/results/{result}/exhibits"): {
        "evidence": UNKNOWN_ID
    },
    ("PUT", "/api/jits/{jit}/operations/{operation}/media-line"): {
        "text": "x",
        "embargo_at": "2030-11-26T09:00:00Z",
        "embargo_zone": "UTC",
    },
    ("POST", "/api/jits/{jit}/operations/{operation}/media-line/approvals"): {"line_version": 1},
    ("PUT", "/api/jits/{jit}/operations/{operation}/debriefs"): {"text": "x"},
    ("PATCH", "/api/jits/{jit}/operations/{operation}/actions/{action}"): {"authorisation": operations_factory.WARRANT},
    ("POST", "/api/jits/{jit}/operations/{operation}/actions/{action}/moves"): operations_factory.moving(
        "planned", "ready"
    ),
    ("POST", "/api/jits/{jit}/identifiers"): {"text": "x"},
    ("POST", "/api/jits/{jit}/routes"): {"data_category": "TRAFFIC", "country": "US"},
    ("POST", "/api/jits/{jit}/notices"): notices.form(),
    ("POST", "/api/jits/{jit}/notices/needs"): notices.form(),
    ("PATCH", "/api/jits/{jit}/notices/{notice}"): {"purpose": "x"},
    ("POST", "/api/jits/{jit}/notices/{notice}/moves"): {"to": "checked"},
    ("POST", "/api/jits/{jit}/notices/{notice}/checks"): {"question": "neutrality.purely", "answer": "no"} | WHY,
    ("POST", "/api/jits/{jit}/notices/{notice}/hits"): {"country": "ES", "what": "x"},
    ("POST", "/api/jits/{jit}/notices/{notice}/challenges"): {"kind": "access", "received_on": "2026-05-16"},
    ("PATCH", "/api/jits/{jit}/notices/{notice}/challenges/{challenge}"): {"remedy": "x"},
    ("POST", "/api/jits/{jit}/notices/{notice}/exhibits"): {"evidence": UNKNOWN_ID, "kind": "form"},
    ("PUT", "/api/jits/{jit}/notices/{notice}/warrant"): {"request": UNKNOWN_ID},
    ("DELETE", "/api/jits/{jit}/notices/{notice}/releases/{party}"): WHY,
    ("DELETE", "/api/jits/{jit}/notices/{notice}/releases/{party}/proposal"): WHY,
    ("PUT", "/api/jits/{jit}/notices/{notice}/retention"): {"review_on": "2029-05-16"} | WHY,
    ("POST", "/api/jits/{jit}/notices/imports/preview"): {"document": "{}"},
    ("POST", "/api/jits/{jit}/notices/imports"): {"document": "{}", "take": [0]},
    ("POST", "/api/jits/{jit}/requests"): requests.form(to={"country": "US"}),
    ("PATCH", "/api/jits/{jit}/requests/{request}"): {"title": "x"},
    # Sections and fields that a form does not have are refused by the form: `tests/requests/test_request_forms.py`.
    ("PUT", "/api/jits/{jit}/requests/{request}/form"): {"form": "tcy_preservation"},
    ("POST", "/api/jits/{jit}/requests/{request}/form/dispatch"): {"form": "eevidence_form_6"},
    ("POST", "/api/jits/{jit}/requests/{request}/evidences"): {"xml": "<x/>"},
    ("POST", "/api/jits/{jit}/requests/{request}/moves"): {"to": "ACKNOWLEDGED"},
    ("POST", "/api/jits/{jit}/requests/{request}/items/{item}/moves"): {"to": "delivered"},
    ("PUT", "/api/jits/{jit}/requests/{request}/releases/{party}"): {"level": "content"},
    ("DELETE", "/api/jits/{jit}/requests/{request}/releases/{party}"): WHY,
    ("DELETE", "/api/jits/{jit}/requests/{request}/releases/{party}/proposal"): WHY,
    ("POST", "/api/jits/{jit}/requests/{request}/changed-values/{use}/decision"): {
        "decision": "kept",
        **WHY,
    },
    ("POST", "/api/jits/{jit}/requests/{request}/deadlines"): {
        "rule": "BUDAPEST_29",
        "begins_at": "2026-05-16T09:30:00Z",
    },
    ("POST", "/api/jits/{jit}/requests/{request}/deadlines/{deadline}/extension"): WHY,
    ("POST", "/api/jits/{jit}/requests/{request}/deadlines/{deadline}/end"): {"outcome": "void"},
    ("POST", "/api/jits/{jit}/requests/{request}/hops"): {"authority": "x"},
    ("POST", "/api/jits/{jit}/requests/{request}/papers"): {"evidence": UNKNOWN_ID, "kind": "form"},
    ("POST", "/api/jits/{jit}/requests/{request}/answers"): evidence.form(
        item=UNKNOWN_ID, releases=[evidence.release("NL")]
    ),
    ("POST", "/api/jits/{jit}/requests/{request}/results"): {"evidence": UNKNOWN_ID},
    ("PUT", "/api/jits/{jit}/requests/{request}/links/{earlier}"): {"relation": "other"},
    ("POST", "/api/jits/{jit}/requests/{request}/links/{earlier}/confirmation"): {},
    ("PUT", "/api/jits/{jit}/requests/{request}/retention"): {"review_on": "2029-05-16"} | WHY,
    ("POST", "/api/jits/{jit}/hearings"): hearings.form(),
    ("PATCH", "/api/jits/{jit}/hearings/{hearing}"): {"title": "x"},
    ("DELETE", "/api/jits/{jit}/hearings/{hearing}"): WHY,
    ("POST", "/api/jits/{jit}/hearings/{hearing}/card-decision"): {"topic": "disclosure", "decision": "confirmed"},
    ("POST", "/api/jits/{jit}/evidence/{evidence}/admissibility"): {"country": "NL", "need": "x", "status": "open"}
    | WHY,
    ("POST", "/api/jits/{jit}/access-rules"): {"level": "held", "clause": "cl. 1"},
    ("PUT", "/api/jits/{jit}/reservation"): {"judicial": True} | WHY,
    ("POST", "/api/jits/{jit}/required-approvals"): {"evidence": UNKNOWN_ID, "approver": "x"} | WHY,
    ("POST", "/api/jits/{jit}/required-approvals/{approval}/lifting"): WHY,
    ("PUT", "/api/jits/{jit}/four-eyes"): {"acts": ["release"]} | WHY,
    ("PUT", "/api/jits/{jit}/step-up"): {"kinds": ["export"]} | WHY,
    ("POST", "/api/jits/{jit}/access-rules/changes"): {"token": "0" * 64},
    ("POST", "/api/jits/{jit}/releases/bulk"): {
        "items": [{"evidence": UNKNOWN_ID, "party": "NL"}],
        "releases": [evidence.release("NL")],
    },
    ("POST", "/api/jits/{jit}/releases/bulk-recall"): {"items": [{"evidence": UNKNOWN_ID, "party": "NL"}]} | WHY,
    ("POST", "/api/jits/{jit}/simulations"): {"draft": {"category": "other"}},
    ("PUT", "/api/jits/{jit}/access-rules/{rule}"): {"level": "held", "clause": "cl. 1"} | WHY,
    ("DELETE", "/api/jits/{jit}/access-rules/{rule}"): WHY,
}
#: Who may use the door, so that it is the form that refuses.
WHO: Final = dict.fromkeys(
    (
        "/api/jits/{jit}/parties",
        "DELETE /api/jits/{jit}/parties/{party}/suspension",
        "/api/jits/{jit}/verifications/{evidence}",
        "/api/jits/{jit}/controllers",
        "/api/jits/{jit}/retention-rules",
        "/api/jits/{jit}/talk-rules",
        "/api/jits/{jit}/leaving-clauses",
        "/api/jits/{jit}/phase",
        "/api/jits/{jit}/quorum",
        "/api/jits/{jit}/review-sample",
        "/api/jits/{jit}/closing",
        "/api/jits/{jit}/closing/completion",
    ),
    "admin",
) | dict.fromkeys(
    (
        "/api/jits/{jit}/members",
        "/api/jits/{jit}/members/imports",
        "/api/jits/{jit}/members/imports/preview",
        "/api/jits/{jit}/members/{member}/withdrawal",
        "/api/jits",
        "/api/jits/{jit}/tasks",
    ),
    "coordinator",
)


def everywhere(form: Any, extras: dict[str, Any]) -> Any:
    """The form with the extras in it and in every object inside it; what it names itself stays."""
    if isinstance(form, dict):
        return extras | {name: everywhere(value, extras) for name, value in form.items()}
    return [everywhere(one, extras) for one in form] if isinstance(form, list | tuple) else form


def objects(form: Any, path: str = "") -> list[tuple[str, dict[str, Any]]]:
    """Every object in a form, with its path as refusals name it."""
    if isinstance(form, list | tuple):
        return [found for n, one in enumerate(form) for found in objects(one, f"{path}{n}.")]
    if not isinstance(form, dict):
        return []
    return [(path, form), *(found for name, value in form.items() for found in objects(value, f"{path}{name}."))]


def declared(method: str, path: str) -> set[str]:
    """The properties of all that the form of this operation holds, as the document says."""
    (body,) = [what["requestBody"] for m, p, what in operations(document()) if (m, p) == (method, path)]
    return set(_properties(body, document()))


def _properties(schema: Any, document: dict[str, Any]) -> list[str]:
    if isinstance(schema, list):
        return [name for one in schema for name in _properties(one, document)]
    if not isinstance(schema, dict):
        return []
    reference = schema.get("$ref")
    if isinstance(reference, str):
        return _properties(document["components"]["schemas"][reference.rpartition("/")[2]], document)
    own = schema.get("properties", {})
    names = list(own) if isinstance(own, dict) else []
    return names + [name for value in schema.values() for name in _properties(value, document)]


def test_every_form_of_the_document_is_tried() -> None:
    written = {(m, path) for m, path, what in operations(document()) if "requestBody" in what}
    assert written == FORMS.keys()
    assert len(COLUMNS) > 90


async def test_no_form_takes_a_column_that_it_does_not_declare(team: Team, hidden: HiddenExhibit) -> None:
    operator = await organisations.operator_of(team)
    await organisations.make(team, operator)  # Noor administers it
    before = await everything(team, hidden)
    for (method, template), form in FORMS.items():
        may_be_said = declared(method, template)
        undeclared = [name for name in {*COLUMNS, *OTHERS} if name not in may_be_said]
        assert {"originator", "jit", "registered_by", "effective", "account"} <= set(undeclared)
        assert ("version" in may_be_said) == template.endswith("translations"), "of what is translated, and no other"
        administers = template.startswith("/api/administration")
        who = operator if administers else team.client(WHO.get(f"{method} {template}", WHO.get(template, "noor")))
        unknown = dict.fromkeys(("account", "organisation", "passkey", "report"), UNKNOWN_ID)
        path = template.format(**hidden.ids(), **unknown, kind="countries", key="NL")
        hostile = everywhere(form, dict.fromkeys(undeclared, "FR"))
        answer = await who.request(method, path, json=hostile, headers={"If-Match": '"1"'})
        assert answer.status_code == 422, f"{method} {template}: {answer.text}"
        refused = {one["field"] for one in answer.json()["errors"]}
        for inside, named in objects(form):
            missed = [
                name
                for name in undeclared
                if name not in named
                and f"{inside}{name}" not in refused
                and not any(f"{inside}{name}" in one for one in refused)
            ]
            assert not missed, f"{method} {template} takes {inside}{missed}; refused {sorted(refused)[:5]}"
    await operator.aclose()
    assert await everything(team, hidden) == before


async def test_the_query_assigns_nothing(team: Team) -> None:
    """A name in the query is no part of a form."""
    query = "&".join(f"{name}=FR" for name in COLUMNS)
    answer = await team.client("noor").post(team.path(f"/evidence?{query}"), json=evidence.form())
    view = read_json(answer, 201)
    assert (view["originator"], view["registered_by"], view["title"]) == (
        "NL",
        team.code("noor"),
        evidence.form()["title"],
    )
    assert (await evidence.see(team, "claire", view)).status_code == 404


async def test_nobody_gives_oneself_the_right_to_found(team: Team) -> None:
    for form in (
        {"may_found": True},
        {"name": "N", "may_found": True},
        {"email": "noor@de.test"},
        {"demonstration": True},
    ):
        assert (await team.client("noor").patch("/api/me", json=form)).status_code == 422
    me = read_json(await team.client("noor").get("/api/me"))["account"]
    assert (me["may_found"], me["email"], me["name"]) == (False, "noor@nl.test", "Noor")


async def everything(team: Team, hidden: HiddenExhibit) -> list[Any]:
    """Return the rows that could have changed."""
    await team.settled()
    noor = team.client("noor")
    paths = [
        "",
        "/parties",
        "/members",
        "/evidence",
        "/tasks",
        "/access-rules",
        f"/tasks/{hidden.task}",
        "/requests",
        "/hearings",
        f"/requests/{hidden.request}",
        f"/operations/{hidden.operation}",
        f"/operations/{hidden.operation}/actions",
        f"/operations/{hidden.operation}/ticker",
        f"/operations/{hidden.operation}/do-not-touch",
        f"/evidence/{hidden.evidence}",
        f"/evidence/{hidden.evidence}/releases",
    ]
    return [read_json(await noor.get(team.path(path))) for path in paths] + [
        read_json(await noor.get("/api/me"))["account"]
    ]
