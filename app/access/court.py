"""Use in court: what H1 keeps from proceedings, and who exports the custody of another's exhibit. Pure, deny by default.

`consented`: every release that admits the asker says that the originator consents to it.
"""

from collections.abc import Iterable


def keeps(*, own: bool, bound: bool, h1: bool, consented: bool) -> bool:
    """H1, its own or of what it was derived from, binds all but the parties that obtained it all."""
    return h1 and not consented and (bound or not own)


def bundle_denials(*, active: bool, h1: bool, audits: bool, consented: bool) -> Iterable[str]:
    """A bundle for a court by another than an originator: with its consent to that use, or by an auditor without H1."""
    if consented:
        if not active:
            yield "withdrawn"
    elif h1:
        yield "court_use_not_consented"
    elif not audits:
        yield "originator_only"
