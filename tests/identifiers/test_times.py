"""Times in a text: formats, zones and what is left open."""

import pytest

from app.identifiers.kinds import Caution, Identifier
from app.identifiers.recognition import recognise


def only(text: str) -> Identifier:
    found = recognise(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("line", "at", "cautions"),
    [
        ("2026-03-14T11:22:33.120Z 203.0.113.7:1", "2026-03-14T11:22:33.120000+00:00", ()),
        ("203.0.113.7:1 [14/Mar/2026:11:22:33 +0100]", "2026-03-14T11:22:33+01:00", ()),
        ("203.0.113.7:1 Sat, 14 Mar 2026 11:22:33 GMT", "2026-03-14T11:22:33+00:00", ()),
        ("203.0.113.7:1 14.03.2026, 11:22 CET", "2026-03-14T11:22:00+01:00", ()),
        ("203.0.113.7:1 2026-07-14 11:22:33 Europe/Paris", "2026-07-14T11:22:33+02:00", ()),
        ("203.0.113.7:1 03/14/2026 11:22 PM UTC", "2026-03-14T23:22:00+00:00", ()),
        ("1773487353.500 203.0.113.7:1", "2026-03-14T11:22:33.500000+00:00", ()),
        ('{"ip": "203.0.113.7:1", "ts": 1773487353}', "2026-03-14T11:22:33+00:00", ()),
        ("2026/03/14 11:22:33 UTC [error] client: 203.0.113.7:1", "2026-03-14T11:22:33+00:00", ()),
        ("2026-03-14,11:22:33,203.0.113.7:1", "2026-03-14T11:22:33", (Caution.TIME_WITHOUT_ZONE,)),
        ("2026-03-14,11:22:33Z,[203.0.113.7]:1", "2026-03-14T11:22:33+00:00", ()),
        ("Mar  4 11:22:33 host sshd: root from 203.0.113.7 port 1 ssh2", None, (Caution.TIME_WITHOUT_YEAR,)),
        ("203.0.113.7:1 2026-03-14 11:22:33", "2026-03-14T11:22:33", (Caution.TIME_WITHOUT_ZONE,)),
        ("203.0.113.7:1 2026-03-14 11:22:33 IST", "2026-03-14T11:22:33", (Caution.TIME_WITHOUT_ZONE,)),
        ("203.0.113.7:1 03/04/2026 11:22 UTC", None, (Caution.DATE_ORDER_UNCLEAR,)),
        ("203.0.113.7:1 2026-02-30 11:22:33Z", None, (Caution.TIME_IMPOSSIBLE,)),
        ("203.0.113.7:1 2026-10-25 02:30:00 Europe/Berlin", None, (Caution.TIME_TWICE,)),
        ("203.0.113.7:1\n2026-03-14T11:22:33Z", None, (Caution.IP_WITHOUT_TIME,)),
        ("2026-01-01T00:00:00Z a very long entry; 203.0.113.7:1 2026-03-14T11:22:33Z", "2026-03-14T11:22:33+00:00", ()),
    ],
)
def test_address_has_the_nearest_time_of_its_line(line: str, at: str | None, cautions: tuple[Caution, ...]) -> None:
    one = only(line)
    assert (one.normalised, one.port, one.at, one.cautions) == ("203.0.113.7", 1, at, cautions)
