"""Right to flag an exhibit as potentially exculpatory (Directive 2012/13/EU Art. 7). Pure.

Not here: what a flag does (`services/evidence/flags.py`).
"""

from collections.abc import Collection, Iterable


def denials(handling: Collection[str], *, own: bool) -> Iterable[str]:
    """Yield reasons against a flag.

    A party discloses its own exculpatory exhibits itself, and exhibits without H1 and H2 can be used without a flag.
    """
    if own:
        yield "originators_own"
    elif not {"H1", "H2"} & set(handling):
        yield "not_restricted"
