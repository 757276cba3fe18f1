"""Acquisition records of the images of Operation Lantern, as the logs beside the images state them."""

from typing import Any, Final

from app.demo.building import Team
from app.demo.local_time import BERLIN, PARIS, ROTTERDAM, local
from app.services.evidence import acquisitions


def _record(day: str, zone: str, started: str, ended: str, sha256: str, **values: object) -> dict[str, Any]:
    """Return the columns of a record. The hash is that of the medium; the stored file is compressed."""
    none = dict.fromkeys(("make", "model", "serial", "capacity", "clock_offset_seconds", "errors", "notes"))
    return {
        **none,
        "write_blocker": "WB-3",
        "tool": "dc3dd",
        "tool_version": "7.3.1",
        "started_at": local(f"{day} {started}", zone),
        "ended_at": local(f"{day} {ended}", zone),
        "zone": zone,
        "hashes": [{"algorithm": "sha256", "value": sha256, "of": "medium"}],
        "bad_sectors": 0,
        **values,
    }


#: By the key of the exhibit: who records it, and the record.
RECORDS: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "nl-lampkit": (
        "noor@nl.demo",
        _record(
            "2026-09-15",
            ROTTERDAM,
            "09:12",
            "09:14",
            "379d0d61bf32eab1776faf7d0fe99b9a4388e832d1205038ce7cdd785ca6e9ec",
            make="USB stick, black, label LAMPKIT",
            capacity="16 GB",
            seal_number="NL-00431",
            examiner="T. Vos, T-417",
            examiner_function="Digital forensic examiner",
        ),
    ),
    "de-backend": (
        "jonas@de.demo",
        _record(
            "2026-09-15",
            BERLIN,
            "10:40",
            "10:42",
            "7b96464d87e2b4e54f7d65d233e7f2a9881e9c878ff00a479bb4a8a4111aa4d8",
            serial="EX-7741",
            seal_number="DE-118-02",
            examiner="L-031",
            examiner_function="Digital forensic examiner",
            clock_offset_seconds=-41,
        ),
    ),
    "fr-stick": (
        "claire@fr.demo",
        _record(
            "2026-09-23",
            PARIS,
            "15:30",
            "15:32",
            "e9b3c882197cdcaaa2d2531dbd486aa09493e14561288c375417d7ceee147ea2",
            make="Clé USB argentée, « SANS TITRE »",
            seal_number="FR-S1",
            examiner="G-112",
            examiner_function="Enquêteur N-TECH",
        ),
    ),
}


async def record(team: Team) -> None:
    """Record the acquisition of each image of this team, unless that was done."""
    for key, (email, values) in RECORDS.items():
        if key not in team.exhibits:
            continue
        seat, exhibit = team.seats[email], team.exhibits[key]
        async with team.context.database.writing(seat.requester) as session:
            if not await acquisitions.list_all(session, seat, exhibit):
                await acquisitions.record(session, seat, exhibit, values, None, None)
