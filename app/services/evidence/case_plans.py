"""Map a CASE document to exhibits (from provenance records) and custody entries (from investigative actions).

Nothing is invented. Values that the document does not state stay empty, and nodes that cannot be mapped are listed.
Actions keep the source's own words and times.

Not here: parsing (`services/evidence/case_documents.py`) and registering the planned exhibits (`services/evidence/imports.py`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import Final

from app import characters
from app.errors import Invalid
from app.i18n.phrases import Phrase
from app.services.evidence.case_documents import Document, Node

MOST_EXHIBITS: Final = 200
MOST_ACTS: Final = 2_000
_LINE, _PARAGRAPH = 300, 10_000
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_RECORD, _ACTION = "investigation:ProvenanceRecord", "investigation:InvestigativeAction"
_DIGITS: Final = {"md5": 32, "sha1": 40, "sha256": 64, "sha512": 128}
#: The first match decides category and kind: (types or facets, category, kind).
_CATEGORIES: Final = (
    (("MobileDevice", "MobileDeviceFacet", "Device", "DeviceFacet", "Computer", "SIMCardFacet"), "device", "physical"),
    (("Image", "ImageFacet", "Disk", "DiskFacet", "DiskPartition", "DiskPartitionFacet"), "disk_image", "image"),
    (("Call", "CallFacet", "PhoneCall"), "traffic_data", "extract"),
    (("NetworkConnection", "NetworkConnectionFacet", "PcapFile"), "network_capture", "extract"),
    (
        ("Message", "MessageFacet", "MessageThread", "EmailMessage", "EmailMessageFacet", "SMSMessage"),
        "content_data",
        "extract",
    ),
    (("RasterPicture", "RasterPictureFacet", "Photograph"), "photograph", "extract"),
    (("Audio", "AudioFacet", "Video", "VideoFacet"), "recording", "extract"),
    (("Account", "AccountFacet", "DigitalAccount", "ApplicationAccount", "PhoneAccount"), "subscriber_data", "extract"),
)
_DEVICE: Final = ("manufacturer", "model", "serialNumber", "IMEI", "deviceType")


@dataclass(frozen=True, slots=True)
class Act:
    """An investigative action as the source states it."""

    node: str
    action: str
    performer: str | None
    instrument: str | None
    location: str | None
    environment: str | None
    started_at: str | None
    ended_at: str | None
    description: str | None
    informed_by: Sequence[str]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An exhibit planned from a provenance record."""

    node: str
    source_number: str | None
    title: str
    description: str | None
    category: str
    kind: str
    hashes: Sequence[dict[str, str]]
    objects: Sequence[dict[str, str]]
    acts: Sequence[Act]


@dataclass(frozen=True, slots=True)
class Unmapped:
    """Nodes of one type, or a statement, that cannot be mapped.

    Attributes:
        what: The type or the statement.
        why: A short code of the reason.
        count: How many there are.
        nodes: Ids of the nodes; at most 20 for a type.
    """

    what: str
    why: str
    count: int
    nodes: Sequence[str]


@dataclass(slots=True)
class Plan:
    """The result of the mapping. `warnings` lists texts that were shortened or replaced."""

    exhibits: list[Exhibit] = field(default_factory=list)
    unmapped: list[Unmapped] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def plan(document: Document) -> Plan:
    """Map a document.

    Raises:
        Invalid: The document has no provenance record, or too many records or actions.
    """
    if len(document.typed(_ACTION)) > MOST_ACTS:
        raise _refused(Phrase("It has more than {most_acts} actions.", most_acts=MOST_ACTS))
    made = Plan(warnings=list(document.remarks))
    records = document.typed(_RECORD)
    if not records:
        raise _refused("It has no provenance record to create an exhibit from.")
    if len(records) > MOST_EXHIBITS:
        raise _refused(
            Phrase(
                "It has {count} provenance records; the limit is {most_exhibits}.",
                count=len(records),
                most_exhibits=MOST_EXHIBITS,
            )
        )
    acts = _by_record(document, records, made)
    if sum(map(len, acts.values())) > MOST_ACTS:
        raise _refused(Phrase("Its actions would create more than {most_acts} custody events.", most_acts=MOST_ACTS))
    made.exhibits = [_exhibit(document, record, acts[record.id], made) for record in records]
    made.unmapped += _left(document)
    return made


def _refused(what: str) -> Invalid:
    return Invalid(Phrase("This document cannot be imported. {what}", what=what), field="document")


def _exhibit(document: Document, record: Node, acts: list[Act], made: Plan) -> Exhibit:
    record.used = True
    about = document.of(record, "core:object")
    objects, hashes, kinds = list[dict[str, str]](), list[dict[str, str]](), set[str]()
    for one in about:
        if _RECORD in one.types:
            continue
        one.used = True
        facets = document.of(one, "core:hasFacet")
        for each in facets:
            each.used = True
        kinds |= {name.rpartition(":")[2] for part in (one, *facets) for name in part.types}
        claimed = _agreeing(list(_hashes(document, [one, *facets], made)), one, made)
        objects.append(_object(one, facets) | {each["algorithm"]: each["value"] for each in claimed})
        hashes += claimed
    number = _line(record.text("investigation:exhibitNumber"), made, record)
    title = _line(record.text("core:name") or record.text("core:description"), made, record)
    if title is None:
        title = number or characters.replaced(record.id[:_LINE])
        made.warnings.append(f"{record.id[:200]}: no name is given; its {'number' if number else 'id'} is used instead")
    category, kind = next(((c, k) for names, c, k in _CATEGORIES if kinds & set(names)), ("other", "extract"))
    description = _shortened(record.text("core:description"), _PARAGRAPH, made, record)
    unique = list({(one["algorithm"], one["value"]): one for one in hashes}.values())
    return Exhibit(record.id, number, title, description, category, kind, unique, objects, acts)


def _object(one: Node, facets: Sequence[Node]) -> dict[str, str]:
    """Return what the record is about, as its facets describe it."""
    described = {"id": one.id[:_LINE], "type": _shown(", ".join(name.rpartition(":")[2] for name in one.types))}
    for part in (one, *facets):
        for name in ("name", "fileName", "sizeInBytes", *_DEVICE):
            text = part.text(f"observable:{name}") or (part.text("core:name") if name == "name" else None)
            if text and name not in described and not _CONTROL.search(text):
                described[name] = text[:_LINE]
    return described


def _hashes(document: Document, parts: Sequence[Node], made: Plan) -> Iterator[dict[str, str]]:
    for part in parts:
        for one in (*document.of(part, "observable:hash"), *document.of(part, "types:hash")):
            one.used = True
            method = (one.text("types:hashMethod") or "").lower().replace("-", "")
            value = (one.text("types:hashValue") or "").lower()
            if method in _DIGITS and re.fullmatch(rf"[0-9a-f]{{{_DIGITS[method]}}}", value):
                yield {"algorithm": method, "value": value, "of": "container"}
            else:
                what = f"hash {_shown(method[:_LINE]) or 'without a method'}"
                made.unmapped.append(Unmapped(what, "hash", 1, [one.id]))


def _agreeing(claimed: list[dict[str, str]], one: Node, made: Plan) -> list[dict[str, str]]:
    """Return the hashes of an object without contradictions.

    If an object has two different values for one algorithm, neither is used and both are listed as unmapped.
    """
    by_algorithm = defaultdict[str, set[str]](set)
    for each in claimed:
        by_algorithm[each["algorithm"]].add(each["value"])
    twice = [name for name, values in by_algorithm.items() if len(values) > 1]
    made.unmapped += [Unmapped(f"hash {name}", "contradicts", len(by_algorithm[name]), [one.id]) for name in twice]
    return [each for each in claimed if each["algorithm"] not in twice]


def _by_record(document: Document, records: Sequence[Node], made: Plan) -> dict[str, list[Act]]:
    """Return the actions of each record, in the order of the source.

    An action belongs to a record if its object or result is the record, or an object that the record is about.
    """
    found: dict[str, list[Act]] = {one.id: [] for one in records}
    of: dict[str, list[str]] = {}
    for record in records:
        of.setdefault(record.id, []).append(record.id)
        for one in document.of(record, "core:object"):
            of.setdefault(one.id, []).append(record.id)
    for action in _in_order(document.typed(_ACTION), document, made):
        named = [one.id for name in ("action:object", "action:result") for one in document.of(action, name)]
        whose = list(dict.fromkeys(record for name in named for record in of.get(name, ())))
        if not whose:
            made.unmapped.append(Unmapped(_ACTION, "no_exhibit", 1, [action.id]))
            action.used = True
            continue
        act = _act(document, action, made)
        for each in whose:
            found[each].append(act)
    return found


def _act(document: Document, action: Node, made: Plan) -> Act:
    action.used = True

    def named(name: str) -> str | None:
        names = []
        for one in document.of(action, name):
            one.used = True
            names.append(one.text("core:name") or one.id)
        return _line(", ".join(names) or None, made, action)

    return Act(
        node=action.id[:_LINE],
        action=_line(action.text("core:name"), made, action) or "unnamed",
        performer=named("action:performer"),
        instrument=named("action:instrument"),
        location=named("action:location"),
        environment=named("action:environment"),
        started_at=_line(action.text("action:startTime"), made, action),
        ended_at=_line(action.text("action:endTime"), made, action),
        description=_shortened(action.text("core:description"), _PARAGRAPH, made, action),
        informed_by=[one.id[:_LINE] for one in document.of(action, "investigation:wasInformedBy")],
    )


def _in_order(actions: Sequence[Node], document: Document, made: Plan) -> list[Node]:
    """Sort actions so that each follows the actions that informed it.

    Otherwise they are sorted by their stated start, then by their place in the document.
    """
    order = {one.id: (one.text("action:startTime") or "\uffff", place, one) for place, one in enumerate(actions)}
    after = defaultdict[str, list[str]](list)
    lacking = dict.fromkeys(order, 0)
    for one in actions:
        for before in {each.id for each in document.of(one, "investigation:wasInformedBy")} & order.keys():
            after[before].append(one.id)
            lacking[one.id] += 1
    ready = [order[one] for one, many in lacking.items() if many == 0]
    heapify(ready)
    done: list[Node] = []
    while ready:
        done.append(heappop(ready)[-1])
        for one_id in after[done[-1].id]:
            lacking[one_id] -= 1
            if lacking[one_id] == 0:
                heappush(ready, order[one_id])
    if len(done) < len(actions):
        made.warnings.append("some actions refer to each other in a circle; they are sorted by time")
        done += [one for *_, one in sorted(order[one_id] for one_id, many in lacking.items() if many > 0)]
    return done


def _left(document: Document) -> list[Unmapped]:
    """Return the nodes that were not used, grouped by type."""
    nodes: dict[str, list[str]] = {}
    for one in document.nodes.values():
        if not one.used:
            nodes.setdefault(", ".join(one.types) or "without a type", []).append(one.id)
    counts = Counter({name: len(ids) for name, ids in nodes.items()})
    return [Unmapped(_shown(name[:_LINE]), "no_place", count, nodes[name][:20]) for name, count in counts.most_common()]


def _shown(text: str) -> str:
    """Replace characters that no page displays and that neither the ledger nor the database accepts."""
    return _CONTROL.sub("\ufffd", text)


def _line(text: str | None, made: Plan, node: Node) -> str | None:
    if text is None or not any(one.isalnum() for one in text):
        return None
    return _shortened(" ".join(text[: 4 * _LINE].split()), _LINE, made, node, characters.replaced)


def _shortened(text: str | None, most: int, made: Plan, node: Node, shown: Callable[[str], str] = _shown) -> str | None:
    if text is None:
        return None
    plain = shown(text[:most])
    if plain != text[:most]:
        made.warnings.append(f"{node.id[:200]}: characters that cannot be displayed were replaced")
    if len(text) > most:
        made.warnings.append(
            f"{node.id[:200]}: a text longer than {most} characters was shortened; the document contains the full text"
        )
        plain = plain[: most - 1] + "…"
    return plain or None
