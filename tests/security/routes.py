"""The routes of the OpenAPI document with valid forms, for tests that attack every route.

A new route fails the tests until `HiddenExhibit.ids` knows the names in its path and `BODIES` has its form.
"""

from typing import Any, Final

import httpx

from app import clock
from app.api.documents import operations
from app.identity.links import STARTS_WITHIN
from tests.factories import acquisitions, evidence, field_erasures, retention
from tests.factories.evidence import TUS, alike
from tests.factories.sharing import gates, quarantine
from tests.factories.team import Team, read_json
from tests.security.conftest import HiddenExhibit
from tests.support.openapi_document import document

#: Fewer than these, and the document has hidden something from these tests.
FEWEST: Final = 19
WHY: Final = {"reason": "x"}
DISCLOSURE: Final = {"court": "x", "proceeding": "x", "file_number": "x", "schedule": "used"} | {
    "purpose": "JIT_PURPOSE",
    "justification": "x",
}
OCCURRED: Final = {"key": "0192f0c1-2345-7000-8000-000000000000", "occurred_at": "2026-05-16T09:30:00Z"}
BODIES: Final[dict[str, Any]] = {
    "describe_evidence": {"title": "Mine now"} | WHY,
    "record_acquisition": acquisitions.FORM,
    "evaluate_evidence": {"source": "A", "information": "1"} | WHY,
    "withdraw_evidence": WHY,
    "keep_evidence": retention.KEEPING,
    "set_hold": retention.ORDER,
    "lift_hold": WHY,
    "lift_required_approval": WHY,
    "agree_erasure": WHY,
    "erase_evidence": retention.ERASING,
    "confirm_erasure": {"confirmation": "x"},
    "give_up_erasure": WHY,
    "erase_fields": field_erasures.FORM | {"confirmation": "1"},
    "agree_to_field_erasure": {"confirmation": "1"},
    "confirm_field_erasure": {"confirmation": "1"},
    "give_up_field_erasure": WHY,
    "decide_file": {"decision": "keep"} | WHY,
    "grant_release": {"level": "held"},
    "recall_release": WHY,
    "attest_release": gates.WORD,
    "give_up_release": WHY,
    "verify_evidence": quarantine.FORM,
    "close_evidence": WHY,
    "clear_evidence": {"verdict": "cleared", "files": 0} | WHY,
    "open_evidence": {"act": "open", "purpose": "JIT_PURPOSE", "justification": "x"},
    "confirm_member": {"name": "x"},
    "rename_member": {"name": "x"} | WHY,
    "suspend_member": WHY,
    "resume_member": WHY,
    "end_member": WHY,
    "withdraw_proposal": WHY,
    "issue_code": {},
    "propose_roles": {"roles": ["member"]} | WHY,
    "confirm_roles": {},
    "withdraw_roles": WHY,
    "set_members_end": {"until": None} | WHY,
    "see_consent": {},
    "grant_consent": {"evidence": None},
    "refuse_consent": WHY,
    "withdraw_consent": WHY,
    "disclose_evidence": DISCLOSURE,
    "flag_evidence": {"exonerates": "x", "justification": "x"},
    "decide_flag": {"decision": "refused", "because": "x"},
    "answer_copy": {"answer": "destroyed"},
    "review_emergency": {"verdict": "justified", "finding": "x"},
    "hand_over_alert": {"seat": "NL-02"},
    "record_custody_event": {"act": "stored", "custodian": "x", "place": "x"},
    "correct_custody_event": {"corrects": "0192f0c1-2345-7000-8000-000000000000"} | WHY,
    "offer_handover": {"party": "NL", "seat": "NL-04"},
    "answer_handover": {"answer": "refused", "why": "x"},
    "change_task": {"title": "Mine now"},
    "relink_task": {"link": []},
    "change_checklist": {"tick": []},
    "change_dependencies": {"add": []},
    "comment_task": {"text": "x"},
    "close_channel": WHY,
    "mark_read": {"message": "0192f0c1-2345-7000-8000-000000000000"},
    "say_message": {"text": "x"},
    "record_decision": {"text": "x"},
    "correct_message": {"text": "x"},
    "ask_translation": {"language": "de"},
    "translate_message": {"language": "de", "text": "x"},
    "change_operation": {"title": "Mine now"},
    "give_word": {"word": "go", "told_as": 1},
    "report_incident": OCCURRED | {"text": "x"},
    "protect": {"kind": "person", "subject": "x"} | WHY,
    "lift_protection": WHY,
    "plan_action": {"objective": "x", "lead": "FR-01"},
    "change_action": {"place": "Mine now"},
    "record_result": OCCURRED | {"kind": "arrest", "text": "x"},
    "link_result": {"evidence": "0192f0c1-2345-7000-8000-000000000000"},
    "write_media_line": {"text": "x", "embargo_at": "2030-11-26T09:00:00Z", "embargo_zone": "UTC"},
    "approve_media_line": {"line_version": 1},
    "write_debrief": {"text": "x"},
    "move_action": OCCURRED | {"former": "planned", "state": "ready"},
    "change_notice_challenge": {"remedy": "x"},
    "change_notice": {"purpose": "x"},
    "move_notice": {"to": "checked"},
    "answer_notice_check": {"question": "neutrality.purely", "answer": "no"} | WHY,
    "record_notice_hit": {"country": "ES", "what": "x"},
    "record_notice_challenge": {"kind": "access", "received_on": "2026-05-16"},
    "link_notice_exhibit": {"evidence": OCCURRED["key"], "kind": "form"},
    "link_notice_warrant": {"request": OCCURRED["key"]},
    "recall_notice_release": WHY,
    "keep_notice": {"review_on": "2029-05-16"} | WHY,
    "change_request": {"title": "Mine now"},
    "save_request_form": {"values": {}},
    "send_request_form": {"form": "eevidence_form_6"},
    "import_request_evidence": {"xml": "<x/>"},
    "move_request_item": {"to": "delivered"},
    "move_request": {"to": "WITHDRAWN"} | WHY,
    "decide_about_changed_value": {"decision": "kept"} | WHY,
    "start_request_deadline": {"rule": "BUDAPEST_29", "begins_at": OCCURRED["occurred_at"]},
    "extend_request_deadline": {},
    "end_request_deadline": {"outcome": "void"},
    "record_request_hop": {"authority": "x"},
    "add_request_paper": {"evidence": OCCURRED["key"], "kind": "form"},
    "register_request_answer": evidence.form(item=OCCURRED["key"]),
    "link_request_result": {"evidence": OCCURRED["key"]},
    "link_earlier_request": {"relation": "other"},
    "confirm_production_request": {},
    "keep_request": {"review_on": "2029-05-16"} | WHY,
    "release_request": {"level": "content"},
    "recall_request_release": WHY,
    "give_up_request_release": WHY,
    "give_up_notice_release": WHY,
    "change_hearing": {"title": "Mine now"},
    "delete_hearing": WHY,
    "decide_about_hearing_card_value": {"topic": "disclosure", "decision": "confirmed"},
    "assess_admissibility": {"country": "NL", "need": "x", "status": "open"} | WHY,
    "change_access_rule": {"level": "held", "clause": "cl. 1"} | WHY,
    "retire_access_rule": WHY,
    "remove_witness": WHY,
    "revoke_signing_key": WHY,
    "void_blank_label": WHY,
    "sign_decision": {"signature": "A" * 86 + "=="},
    "cancel_export": {},
    "change_notification": {"read": True},
}


#: Doors whose forms name what their paths do not.
EXPORTED: Final = ("request_export", "preview_export")
#: Names in paths of what the whole team may read once it is published: no children of anybody.
PUBLISHED: Final = {"level", "path", "position"}


def named_in(path: str) -> set[str]:
    """Return the objects that a path names below its team, without those that the whole team sees."""
    return {part.strip("{}") for part in path.split("/") if part.startswith("{")} - {"jit", "session_id"} - PUBLISHED


def attacked_routes() -> list[tuple[str, str, str]]:
    """(method, path, name) of each operation that names something below a team; parties are known to all of it."""
    found = [("HEAD", "/api/jits/{jit}/evidence/{evidence}/files/{file}", "tell_offset")]
    for method, path, operation in operations(document()):
        name = next((one for one in (*BODIES, *EXPORTED) if operation["operationId"].startswith(one)), "")
        if "{jit}" in path and (named_in(path) - {"party", "suspension"} or name in EXPORTED):
            found.append((method, path, name))
    return found


async def call_route(team: Team, who: str, route: tuple[str, str, str], ids: dict[str, str]) -> httpx.Response:
    """Ask with all that a rightful caller would send, a genuine link included."""
    method, template, name = route
    path = template.format(**ids)
    headers = {"If-Match": '"1"'}
    if "/files" in path and "/openings" not in path and name != "decide_file":
        headers |= TUS | {"Upload-Offset": "0", "Upload-Length": "9", "Upload-Metadata": evidence.named("a.txt")}
        headers |= {"Content-Type": "application/offset+octet-stream"} if method == "PATCH" else {}
    if "/openings/" in path and ("/files/" in path or path.endswith("/zip")):
        sessions = read_json(await team.client(who).get("/api/sessions"))["items"]
        mine = next(one["id"] for one in sessions if one["current"])
        path += f"?{team.context.links.sign(template.format(**ids), mine, clock.now() + STARTS_WITHIN)}"
    body = BODIES.get(name)
    if name in EXPORTED:
        body = {"profile": "court", "scope": {"evidence": ids["evidence"]}}
    return await team.client(who).request(method, path, headers=headers, **({} if body is None else {"json": body}))


def absent(ids: dict[str, str], *kept: str) -> dict[str, str]:
    """Ids of the same shape of which none is there, but for those kept."""
    keep = {*kept, "jit", "party", "page", "position"}
    return {name: value if name in keep else str(clock.new_id()) for name, value in ids.items()}


async def require_same_answers(
    team: Team, who: str, *there: dict[str, str], status: int | None = 404, members: bool = False
) -> int:
    """Require that every route answers for each of `there` as for an absent object; return the number of routes.

    Raises `AssertionError` with every door that told them apart. Ids that do not change the path are asked for once.
    """
    tried, apart = 0, []
    for route in attacked_routes():
        if "{member}" in route[1] and not members:
            continue
        if route[2] in {"withdraw_proposal", "issue_code"}:  # a coordinator's: tests/teams/test_members.py
            continue
        if "/verifications/" in route[1]:  # an administrator's, whoever else asks: tests/sharing/test_quarantine.py
            continue
        if route[:2] == (
            "POST",
            "/api/jits/{jit}/evidence/{evidence}/fixity",
        ):  # auditors' and experts': tests/custody/test_fixity.py
            continue
        not_there = await call_route(team, who, route, absent(there[0]))
        for ids in {(route[1].format(**ids), _named_in_form(route, ids)): ids for ids in there}.values():
            answer = await call_route(team, who, route, ids)
            if not alike(answer, not_there) or status not in {None, answer.status_code}:
                apart.append(f"{route}: {answer.status_code} {answer.text}\n    absent: {not_there.text}")
        tried += 1
    assert not apart, f"{who} tells them apart:\n" + "\n".join(apart)
    return tried


def _named_in_form(route: tuple[str, str, str], ids: dict[str, str]) -> str:
    """Return the id that the form of a route names besides its path."""
    return ids["evidence"] if route[2] in EXPORTED else ""


async def state(team: Team, hidden_exhibit: HiddenExhibit) -> list[Any]:
    """Return what Noor reads of the exhibit."""
    await team.settled()
    client = team.client("noor")
    paths = (
        f"/evidence/{hidden_exhibit.evidence}",
        f"/evidence/{hidden_exhibit.evidence}/custody",
        f"/evidence/{hidden_exhibit.evidence}/releases",
    )
    return [read_json(await client.get(team.path(path))) for path in paths]


def named_inside() -> list[tuple[str, str, str]]:
    """(method, path, where) of each operation of a team that names an id in its form or its query."""
    found = []
    for method, path, operation in operations(document()):
        if "{jit}" not in path:
            continue
        if "requestBody" in operation and _holds_ids(operation["requestBody"], document()):
            found.append((method, path, "form"))
        queries = [one for one in operation.get("parameters", ()) if one["in"] == "query"]
        if _holds_ids(queries, document()):
            found.append((method, path, "query"))
    return found


def _holds_ids(schema: Any, document: dict[str, Any]) -> bool:
    """Whether a schema, with all that it refers to, has a place for an id."""
    if isinstance(schema, list):
        return any(_holds_ids(one, document) for one in schema)
    if not isinstance(schema, dict):
        return False
    if schema.get("format") == "uuid":
        return True
    reference = schema.get("$ref")
    if isinstance(reference, str):
        return _holds_ids(document["components"]["schemas"][reference.rpartition("/")[2]], document)
    return any(_holds_ids(value, document) for name, value in schema.items() if name != "discriminator")
