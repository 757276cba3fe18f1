"""Whether a name with dots is a file, a part of a program or a sentence rather than a domain name."""

import re
from typing import Final

from app.identifiers.passage import Passage
from app.identifiers.software import Doubt
from app.identifiers.top_level import FILE_ENDINGS, RARE_FILE_ENDINGS, TOP_LEVEL

#: Names that files of programs have.
_FILES_TEXT: Final = (
    "readme changelog changes contributing license licence security code_of_conduct main lib mod build setup install "
    "uninstall index init __init__ __main__ config configure settings manage run start stop restart deploy test tests "
    "conftest utils util helpers client server app script update upgrade backup entrypoint bootstrap makefile docker- "
    "entrypoint models views urls admin wsgi asgi cli"
)
_FILES: Final = frozenset(_FILES_TEXT.split())
#: Names after which a dot leads to a property in programs and queries.
_OBJECTS_TEXT: Final = (
    "this self that event user users os sys console window document request response req res ctx context config obj "
    "object item items node process client server file logger log db data system host source destination target agent "
    "service row rec record row args params props state account order customer person element el e ev err error msg "
    "message"
)
_OBJECTS: Final = frozenset(_OBJECTS_TEXT.split())
#: Top levels that are also common names of properties, or common words.
_PROPERTIES_TEXT: Final = (
    "id name info host is it in to at so me my no do link page live map app run call data pro net date ad ac as am be "
    "by"
)
_PROPERTIES: Final = frozenset(_PROPERTIES_TEXT.split())
#: Countries whose code is a word or a unit: a sentence without a space before its next word looks like a domain.
_WORDS_TEXT: Final = "so me in is it to at my no do be by am as we he us"
_WORDS: Final = frozenset(_WORDS_TEXT.split())
_UNITS_TEXT: Final = "kg am pm mm cm km in st nd th"
_UNITS: Final = frozenset(_UNITS_TEXT.split())
#: Names of software that are domain names too.
_SOFTWARE: Final = frozenset(("asp.net", "ado.net", "vb.net", "socket.io"))
_DECLARATION: Final = re.compile(
    r"(?:^|[\s;{(])(?:package|import|using|namespace|require|include|module|extends|implements|new|from)\s[\"'(]?$"
)
_SITE_BEFORE: Final = re.compile(
    r"(?<![a-z])(?:domains?|domain[ _]?names?|host|hostname|server[ _]?name|site|website|webseite|seite|sni|dns|query|qname|fqdn|zone|mx|ns|cname|www|visit|browse|c2)"
    r"(?:[ ](?:is|was|named|called|in))?[ \t\"':=(<\[]{1,4}$"
)
_FILE_BEFORE: Final = re.compile(
    r"[/\\]$|(?:^|\s)(?:python3?|perl|bash|sh|ruby|node|rustc|cargo|gcc|vim?|nano|cat|less|tail|head|chmod|cp|mv|rm|unzip|source|file|datei|fichier|attached)[ :]{1,2}$"
)
_FILE_AFTER: Final = re.compile(r":\d{1,6}(?::\d{1,5}|[ ]|$)|[ ]\(\d")
_ASSIGNED: Final = re.compile(r"[ ]?(?:=|\+=|:=|==)[ ]?|\s?(?:IS|IN|LIKE|AS|FROM)\s")
_FEW_LABELS: Final = 2


def doubt(passage: Passage, begins: int, ends: int, domain: str) -> Doubt:
    """Return the doubt about a domain name by its form and the text around it."""
    labels = domain.split(".")
    ending, first = labels[-1], labels[0]
    if ending not in TOP_LEVEL:
        return Doubt.CERTAIN
    before = passage.before(begins)
    if _SITE_BEFORE.search(before):
        return Doubt.POSSIBLE if domain in _SOFTWARE else Doubt.NONE
    if _is_of_program(passage.text, ends, labels, before) or (
        first.isdecimal() and ending in _UNITS and len(labels) == _FEW_LABELS
    ):
        return Doubt.CERTAIN
    if ending in FILE_ENDINGS | RARE_FILE_ENDINGS and len(labels) == _FEW_LABELS:
        if first in _FILES or _FILE_BEFORE.search(before) or _FILE_AFTER.match(passage.text, ends):
            return Doubt.CERTAIN
        if ending in FILE_ENDINGS:
            return Doubt.POSSIBLE
    is_word = ending in _WORDS and len(labels) == _FEW_LABELS and first.isalpha()
    return Doubt.POSSIBLE if is_word or domain in _SOFTWARE else Doubt.NONE


def _is_of_program(text: str, ends: int, labels: list[str], before: str) -> bool:
    ending, first = labels[-1], labels[0]
    if first in ("com", "org") and len(labels) > _FEW_LABELS:
        return True  # a package of Java, which begins with a reversed domain name
    if (
        _DECLARATION.search(before)
        and len(labels) > 1
        and text[ends : ends + 1] in (";", " ", "\n", "")
        and _is_declaration(before)
    ):
        return True
    if ending not in _PROPERTIES:
        return False
    is_object = first in _OBJECTS or (
        len(first) == 1 and len(labels) == _FEW_LABELS and ending in ("id", "name", "info", "date")
    )
    return is_object or _ASSIGNED.match(text, ends) is not None


def _is_declaration(before: str) -> bool:
    return not before.rstrip("\"'( ").endswith(("from", "new", "include", "require"))
