"""Who may flag that an exhibit may exonerate: pure (Directive 2012/13/EU Art. 7). Not here: what a flag does (`services/flags.py`)."""

from collections.abc import Collection, Iterable


def denials(handling: Collection[str], *, own: bool) -> Iterable[str]:
    """What exonerates in one's own exhibit one discloses, and so what nothing keeps from being used."""
    if own:
        yield "originators_own"
    elif not {"H1", "H2"} & set(handling):
        yield "not_restricted"
