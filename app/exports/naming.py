"""Names the file and the folder of an export package: team, exhibits or party, profile, date and end of the id.

Names of two packages never agree, because the last 48 bits of an id are random.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

_MOST_NUMBERS: Final = 3
_MOST_TEAM: Final = 40
_OTHER: Final = re.compile(r"[^A-Za-z0-9]+")


def package_name(
    team: str, profile: str, export: UUID, made_on: date, exhibits: Sequence[str] = (), party: str | None = None
) -> str:
    """Return the name, without an ending, of ASCII letters, digits and hyphens only.

    `exhibits`: exhibit numbers, of which the first three are in the name. `party`: the code of the party.
    """
    numbers = list(exhibits[:_MOST_NUMBERS])
    numbers += [f"and-{len(exhibits) - _MOST_NUMBERS}-more"] if len(exhibits) > _MOST_NUMBERS else []
    parts = [plain(team)[:_MOST_TEAM].strip("-"), *map(plain, numbers), plain(party or ""), plain(profile)]
    return "-".join(["liaison", *filter(None, parts), made_on.isoformat(), export.hex[-12:]])


def plain(text: str) -> str:
    """Return the text in ASCII: letters without accents, everything else as single hyphens."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _OTHER.sub("-", letters).strip("-")
