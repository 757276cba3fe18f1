"""Spellings that prevent a click or keep programs from collecting addresses: `[.]`, `(dot)`, `[at]`, `hxxp`."""

import re
from typing import Final

#: A dot, plain or in brackets; brackets may have spaces around them.
DOT: Final = r"(?:\.|[ ]?[\[({](?:\.|dot|punkt|point)[\])}][ ]?)"
#: An at sign: plain, percent-encoded (RFC 3986), or a word in brackets.
AT: Final = r"(?:@|%40|[ ]?[\[({<](?:@|at|ät|arobase)[\])}>][ ]?)"
LABELS: Final = rf"(?:[^\W_](?:[\w-]{{0,62}}){DOT}){{1,8}}"
TOP: Final = r"(?:xn--[\w-]{1,59}|[^\W\d_]{2,24})"
_WRAPPED_DOT: Final = re.compile(r"[ ]?[\[({](?:\.|dot|punkt|point)[\])}][ ]?", re.IGNORECASE)


def refanged(text: str) -> str:
    """Return a text with plain dots."""
    return _WRAPPED_DOT.sub(".", text)
