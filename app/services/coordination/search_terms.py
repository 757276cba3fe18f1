"""Full-text query of a message search: words match by their beginning, quoted phrases exactly.

As in a web search: all terms are required, `or` joins alternatives, `-` before a term excludes it.
`Kass` finds `Kassel`; `"Kass"` does not.
"""

import re
from functools import reduce
from typing import Any, Final

from sqlalchemy import ColumnElement, func

_TERM: Final = re.compile(r'(?P<excluded>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


def terms_query(words: str) -> ColumnElement[Any]:
    """Return the query for these words, an expression of PostgreSQL's type `tsquery`."""
    alternatives: list[list[ColumnElement[Any]]] = [[]]
    for term in _TERM.finditer(words):
        if term[0].lower() == "or" and alternatives[-1]:
            alternatives.append([])
            continue
        phrase = term["phrase"] is not None
        query = func.phraseto_tsquery("simple", term["phrase"]) if phrase else _beginning(term["word"])
        alternatives[-1].append(func.tsquery_not(query) if term["excluded"] else query)
    return reduce(func.tsquery_or, [reduce(func.tsquery_and, terms) for terms in alternatives if terms] or [_NOTHING])


def _beginning(word: str) -> ColumnElement[Any]:
    """Return the query for words that begin with this one. It is quoted: none of its characters is an operator."""
    quoted = word.replace("\\", "\\\\").replace("'", "''")
    return func.to_tsquery("simple", f"'{quoted}':*")


_NOTHING: Final = func.to_tsquery("simple", "")
