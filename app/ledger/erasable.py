"""Closed list of entry fields that may be erased: names, places and free text about a person.

Not erasable: why something was done, by what method and with what result, on which conditions, for which court. Not
erasable either: what verification depends on, such as chains, heads, keys, hashes, and who acted (Directive (EU)
2016/680 Art. 25(1)). Exceptions are texts about a person or a case:

* The reason of an entry in the deconfliction list is about the protected person.
* The conditions of a request are free text of its case. Limits of use that were recorded from them stay.
* The reason of an answer about a notice, and what was found in a hit, are about the subject of the notice. The question, the
  answer, the country and the measure stay.

A kind that is not listed has no erasable field.

Not here: who may erase, and what prevents it (`services/retention/field_erasures.py`).
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from app.access.exhibit_fields import FIELDS


class FieldGround(StrEnum):
    """Why a field is erased (Directive (EU) 2016/680 Art. 16(2) and 5)."""

    SUBJECT_REQUEST = "subject_request"
    NOT_NECESSARY = "not_necessary"
    UNLAWFUL = "unlawful"
    TIME_LIMIT = "time_limit"


_ERASABLE: Final[Mapping[str, frozenset[str]]] = {
    kind: frozenset(names.split())
    for kind, names in {
        "acquisition.corrected": "examiner",
        "acquisition.recorded": "examiner",
        "channel.closed": "channel_name",
        "channel.opened": "channel_name",
        "briefing.note_written": "text",
        "action.changed": "changes",
        "action.planned": "channel contingency interpreter objective place risk team",
        "action.result_recorded": "text",
        "custody.checked_in": "custodian place",
        "custody.checked_out": "by place",
        "custody.collected": "by from_whom place",
        "custody.corrected": "custodian place",
        "custody.destroyed": "by place witnessed_by",
        "custody.imported": "description environment instrument location performer",
        "custody.incident": "by",
        "custody.offered": "giver",
        "custody.produced": "by",
        "custody.received": "giver place",
        "custody.returned": "place to_whom",
        "custody.sealed": "by",
        "custody.seized": "by from_whom place",
        "custody.stored": "custodian place",
        "custody.transported": "by from_place place",
        "custody.unsealed": "by",
        "decision.corrected": "channel_name text",
        "decision.mentioned": "channel_name",
        "decision.recorded": "channel_name text",
        "decision.signed": "channel_name",
        "decision.translated": "channel_name text",
        "evidence.described": "changes",
        "evidence.imported": "objects",
        "evidence.registered": " ".join(one.name for one in FIELDS if one.erasable),
        "file.discarded": "name",
        "file.hash_differed": "name",
        "file.received": "name",
        "task.assigned": "details items title",
        "hearing.changed": "changes title",
        "hearing.created": "title",
        "hearing.deleted": "title",
        "hearing.exhibit_added": "title",
        "hearing.exhibit_removed": "title",
        "media_line.written": "text",
        "notice.changed": "changes",
        "notice.check_answered": "reason",
        "notice.drafted": "content",
        "notice.hit_recorded": "place what",
        "notice.released": "content",
        "request.changed": "changes",
        "request.drafted": "conditions confidentiality facts offence request_purpose requested_items title",
        "request.form_saved": "sections",
        "request.released": "content requested_items",
        "request.registered": "conditions confidentiality facts offence request_purpose requested_items title",
        "operation.debriefed": "text",
        "operation.reported": "text",
        "protected.entered": "reason subject_name",
        "task.changed": "changes",
        "task.commented": "text",
        "task.item_added": "text",
        "task.item_removed": "text",
        "task.item_ticked": "text",
        "task.item_unticked": "text",
    }.items()
}


def is_erasable(kind: str, field: str) -> bool:
    """Return whether this field of an entry of this kind may be erased. The same rule as SQL `is_erasable`."""
    return field in _ERASABLE.get(kind, ())


def erasable_fields(prefix: str) -> list[str]:
    """Return the fields of the kinds with this prefix that may be erased, each as `kind field`."""
    return [f"{kind} {field}" for kind, fields in _ERASABLE.items() if kind.startswith(prefix) for field in fields]
