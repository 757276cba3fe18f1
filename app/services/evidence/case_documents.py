"""Parse a CASE/UCO document (JSON-LD) of another tool: nodes by id, properties under their ontology prefix.

The parser refuses duplicate keys and deep nesting, and bounds the number of nodes. It reads only contexts inside the
document and never fetches anything.

Not here: mapping the document to exhibits (`services/evidence/case_plans.py`).
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn

from app.errors import Invalid
from app.i18n.phrases import Phrase

MOST_BYTES: Final = 700_000
MOST_NODES: Final = 20_000
DEEPEST: Final = 40
_UNNAMED: Final = "(without an id) "
_ODD: Final = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_UNSHOWN: Final = "A key, id, type or context contains characters that cannot be displayed."

#: Addresses of the ontologies without the scheme, and the prefix used here. Documents use both `http` and `https`.
_BASES: Final = {
    "ontology.caseontology.org/case/investigation/": "investigation:",
    "ontology.unifiedcyberontology.org/uco/action/": "action:",
    "ontology.unifiedcyberontology.org/uco/core/": "core:",
    "ontology.unifiedcyberontology.org/uco/identity/": "identity:",
    "ontology.unifiedcyberontology.org/uco/location/": "location:",
    "ontology.unifiedcyberontology.org/uco/observable/": "observable:",
    "ontology.unifiedcyberontology.org/uco/tool/": "tool:",
    "ontology.unifiedcyberontology.org/uco/types/": "types:",
}
_CALLED: Final = {
    "case-investigation": "investigation:",
    "investigation": "investigation:",
    "uco-action": "action:",
    "uco-core": "core:",
    "uco-identity": "identity:",
    "uco-location": "location:",
    "uco-observable": "observable:",
    "uco-tool": "tool:",
    "uco-types": "types:",
}


@dataclass(slots=True)
class Node:
    """A node with its types and properties under their ontology prefixes.

    Attributes:
        id: The node's `@id`, or a name made here for a node without one.
        types: Its types.
        values: Its values by property.
        used: Whether the import uses it.
    """

    id: str
    types: list[str]
    values: dict[str, list[Any]]
    used: bool = False

    def texts(self, name: str) -> list[str]:
        """Return the plain values of a property as text."""
        return [text for one in self.values.get(name, ()) if (text := _text(one)) is not None]

    def text(self, name: str) -> str | None:
        """Return the first plain value of a property as text, or `None`."""
        return next(iter(self.texts(name)), None)


@dataclass(slots=True)
class Document:
    """The nodes in the order of the document, and remarks about what was not read as written."""

    nodes: dict[str, Node] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def of(self, node: Node, name: str) -> list[Node]:
        """Return the nodes to which a property refers, as far as they are in the document."""
        references = (one.get("@id") for one in node.values.get(name, ()) if isinstance(one, dict))
        ids = dict.fromkeys(one for one in references if isinstance(one, str))
        return [self.nodes[one] for one in ids if one in self.nodes]

    def typed(self, name: str) -> list[Node]:
        """Return all nodes of a type."""
        return [one for one in self.nodes.values() if name in one.types]


def read(text: str) -> Document:
    """Parse a document.

    Raises:
        Invalid: The text is not a readable CASE document. The message names the problem.
    """
    try:
        content = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except RecursionError:
        raise _wrong(Phrase("It is nested deeper than {deepest} levels.", deepest=DEEPEST)) from None
    except json.JSONDecodeError as error:
        raise _wrong(
            Phrase("It is not valid JSON: {reason}, line {line}.", reason=error.msg, line=error.lineno)
        ) from None
    except ValueError:  # a number with more digits than Python converts
        raise _wrong("It contains a number that is too long.") from None
    if not isinstance(content, dict):
        raise _wrong("It is not a JSON-LD object.")
    _demand_shallow(content)
    document = Document()
    names = _names(content.get("@context"), document)
    graph = content.get("@graph", [content] if "@id" in content else [])
    for one in graph if isinstance(graph, list) else [graph]:
        _take(one, names, document)
    if "@graph" in content and isinstance(content.get("@id"), str):
        _take({name: value for name, value in content.items() if name not in {"@graph", "@context"}}, names, document)
    if not document.nodes:
        raise _wrong("It contains no node with an id.")
    return document


def _wrong(what: str) -> Invalid:
    return Invalid(Phrase("The CASE document cannot be read. {what}", what=what), field="document")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise _wrong(Phrase("The key {key} appears twice in one object.", key=twice[:80]))
    if str(found.get("@id", "")).startswith(_UNNAMED):
        raise _wrong("It uses an id that is reserved for nodes without an id.")
    if any(_ODD.search(name) for name in found):
        raise _wrong(_UNSHOWN)
    return found


def _no_constant(word: str) -> NoReturn:
    raise _wrong(Phrase("{word} is not valid JSON.", word=word))


def _demand_shallow(content: object) -> None:
    level: list[object] = [content]
    depth = 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise _wrong(Phrase("It is nested deeper than {deepest} levels.", deepest=DEEPEST))
        level = [inner for one in level for inner in _inside(one)]


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from (one for one in value.values() if isinstance(one, dict | list))
    elif isinstance(value, list):
        yield from (one for one in value if isinstance(one, dict | list))


def _names(context: object, document: Document) -> dict[str, str]:
    """Return the prefixes and terms that the document's own contexts define.

    A context given by URL is not fetched; a remark names it. Types and properties are named with these terms, so a term
    with control characters is refused.
    """
    names: dict[str, str] = {}
    for one in context if isinstance(context, list) else [context]:
        if isinstance(one, str):
            where = _ODD.sub("\ufffd", one[:200])
            document.remarks.append(f"the context at {where} was not loaded; the usual prefixes apply")
        elif isinstance(one, dict):
            for name, value in one.items():
                target = value.get("@id") if isinstance(value, dict) else value
                if isinstance(target, str):
                    if _ODD.search(target):
                        raise _wrong(_UNSHOWN)
                    names[name] = target
    return names


def _take(value: object, names: dict[str, str], document: Document) -> str | None:
    """Read a node and the nodes inside it, and return its id.

    A node that occurs several times in the document becomes one node.
    """
    if not isinstance(value, dict):
        return None
    if len(document.nodes) >= MOST_NODES:
        raise _wrong(Phrase("It has more than {most_nodes} nodes.", most_nodes=MOST_NODES))
    own = value.get("@id")
    kinds = value.get("@type", [])
    types = kinds if isinstance(kinds, list) else [kinds]
    if any(isinstance(one, str) and _ODD.search(one) for one in (own, *types)):
        raise _wrong(_UNSHOWN)
    id_ = own if isinstance(own, str) else f"{_UNNAMED}{len(document.nodes)}"
    node = document.nodes.get(id_) or Node(id_, [], {})
    document.nodes[id_] = node
    for one in types:
        if isinstance(one, str) and (called := _called(one, names)) not in node.types:
            node.types.append(called)
    for name, each in value.items():
        if name.startswith("@"):
            continue
        there = node.values.setdefault(_called(name, names), [])
        there += [_held(one, names, document) for one in (each if isinstance(each, list) else [each])]
    return id_


def _held(value: object, names: dict[str, str], document: Document) -> object:
    """Return a value as stored in a property: a plain value, or a reference to a node."""
    if isinstance(value, dict) and "@value" not in value:
        if set(value) == {"@id"}:
            return value
        return {"@id": _take(value, names, document)}
    return value


def _called(name: str, names: dict[str, str]) -> str:
    """Return a name under its ontology prefix, or unchanged when it belongs to none of the known ontologies."""
    for _ in range(3):  # a term may map to a prefixed name; the limit stops circular terms
        name = names.get(name, name) if ":" not in name else name
    prefix, colon, rest = name.partition(":")
    full_name = names[prefix] + rest if colon and prefix in names and not rest.startswith("//") else name
    for base, called in _BASES.items():
        for scheme in ("https://", "http://"):
            if full_name.startswith(scheme + base):
                return called + full_name[len(scheme + base) :]
    if colon and prefix not in names and prefix in _CALLED:
        return _CALLED[prefix] + rest
    return name


def _text(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, bool) or value is None or isinstance(value, dict | list):
        return None
    return str(value).strip() or None
