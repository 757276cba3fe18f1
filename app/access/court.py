"""Use in court: what H1 excludes from proceedings, and who exports custody of others' exhibits.

Pure, deny by default.
`consented`: every release that admits the asking member states the originator's consent to use in court.
"""

from collections.abc import Iterable


def keeps(*, own: bool, bound: bool, h1: bool, consented: bool) -> bool:
    """Return whether H1, of the exhibit or of one it is derived from, excludes use in court by this party.

    Parties that obtained the exhibit, and everything it is derived from, are not bound.
    """
    return h1 and not consented and (bound or not own)


def bundle_denials(*, active: bool, h1: bool, audits: bool, consented: bool) -> Iterable[str]:
    """Yield reasons against an export package for court by a party that did not obtain the exhibit.

    It needs the originator's consent to use in court. Auditors need none, unless the exhibit has H1.
    """
    if consented:
        if not active:
            yield "withdrawn"
    elif h1:
        yield "court_use_not_consented"
    elif not audits:
        yield "originator_only"
