"""Lantern, the Netherlands: the front server, its rack and its wire.

Here: exhibits as data. Not here: how the files are made.
"""

import hashlib
from functools import partial

from app.demo import logs, reports, rooms, sticks, table
from app.demo.capture import Scene, capture
from app.demo.content import Calendar
from app.demo.spec import DeclaredHash, Exhibit, Marking, Provenance, Release, held, readable, uploads
from app.demo.story import ADMIN_HOME, BACKEND, CLIENTS, FRONT, FRONT_SIX, HOST, ROTTERDAM

__all__ = ["exhibits"]

_exhibit = partial(Exhibit, originator="NL", registered_by="daan@nl.demo")
_police = "National Police, High Tech Crime (T-417)"
_europol = Release(
    party="EUROPOL", level="readable", people=("marek@europol.demo",), basis="Agreement, appendix on Europol's part"
)


def exhibits(at: Calendar) -> tuple[Exhibit, ...]:
    """What the measures at the data centre brought."""
    return (_stick(at), *_rack(at), *_wire(at))


def _hall(at: Calendar) -> Provenance:
    return Provenance(
        at.ago(41, "06:05", ROTTERDAM),
        _police,
        "Data centre, hall 2, rack kade-14, Haarlem",
        "Code of Criminal Procedure (Sv), seizure of data carriers, Art. 94 ff.",
    )


def _stick(at: Calendar) -> Exhibit:
    hall = _hall(at)
    image = sticks.lampkit("LAMPKIT.dd", hall.acquired_at)
    log = reports.acquisition_log(
        "LAMPKIT.acquisition.txt",
        image,
        hall.at("09:12").acquired_at,
        "USB stick, 16 GB, black, label LAMPKIT, seal NL-00431",
    )
    medium = (
        DeclaredHash("sha256", image.sha256, "medium"),
        DeclaredHash("md5", hashlib.md5(image.data, usedforsecurity=False).hexdigest(), "medium"),
    )
    return _exhibit(
        key="nl-lampkit",
        title="Stick LAMPKIT from the rack of the front server, image",
        kind="image",
        category="disk_image",
        registered_by="noor@nl.demo",
        description="Raw image of the whole stick, made behind a write blocker. Keys on it are encrypted; two files were deleted and can be recovered.",
        provenance=hall.at("09:12"),
        releases=(*held("DE"), _europol),
        declared_hashes=medium,
        files=uploads(image, log, declared=True),
    )


def _rack(at: Calendar) -> tuple[Exhibit, ...]:
    hall = _hall(at)
    return (
        _exhibit(
            key="nl-rack",
            title="Rack kade-14 as found, photograph",
            kind="image",
            category="photograph",
            provenance=hall.at("06:11"),
            releases=readable("DE FR"),
            files=uploads(
                rooms.rack(
                    "rack-kade-14.jpg",
                    hall.at("06:11").acquired_at,
                    units=["kade-11", "kade-12", "kade-13", "kade-14", "kade-15", "kade-16"],
                    seized="kade-14",
                    number=1,
                )
            ),
        ),
        _exhibit(
            key="nl-front-log",
            title="Front server, access log of the last evening",
            kind="extract",
            category="traffic_data",
            description="From the running server's memory of logs, before it was shut down. Times are UTC; the server's clock was right to the second.",
            provenance=hall.at("07:40"),
            releases=(*held("DE"), *readable("FR")),
            files=uploads(
                logs.web_log("front-access.log", at.ago(42, "19:00", ROTTERDAM), (*CLIENTS, ADMIN_HOME), 700),
                declared=True,
            ),
        ),
        _exhibit(
            key="nl-front-ssh",
            title="Front server, sign-ins by SSH",
            kind="extract",
            category="traffic_data",
            provenance=hall.at("07:44"),
            releases=held("DE"),
            description="Two keys were accepted. The log has no year; it is that of the seizure.",
            files=uploads(
                logs.sign_in_log(
                    "front-auth.log", at.ago(42, "12:00", ROTTERDAM), (*CLIENTS, ADMIN_HOME), 220, host="front"
                )
            ),
        ),
    )


def _port(at: Calendar) -> Provenance:
    return Provenance(
        at.ago(63, "20:58", ROTTERDAM),
        _police,
        "Hosting provider, monitoring port of rack kade-14, Haarlem",
        "Sv, recording of communications, Art. 126m ff., authorised by the investigating judge",
    )


def _wire(at: Calendar) -> tuple[Exhibit, ...]:
    wire = _port(at)
    clients = CLIENTS[:4]
    marking = Marking(("H2",), tlp="AMBER")
    return (
        _exhibit(
            key="nl-capture",
            title="Traffic of the front server, IPv4, one evening",
            kind="working_copy",
            category="network_capture",
            registered_by="bram@nl.demo",
            description="Sign-ins in the clear and the administrator's TLS connections. Filtered to the server's own address.",
            provenance=wire,
            marking=marking,
            releases=(*held("DE"), *readable("FR")),
            files=uploads(
                capture("front-v4.pcap", wire.acquired_at, Scene(HOST, FRONT, "192.0.2.53", clients)), declared=True
            ),
        ),
        _exhibit(
            key="nl-capture-six",
            title="Traffic of the front server, IPv6",
            kind="working_copy",
            category="network_capture",
            provenance=wire.at("21:30"),
            marking=marking,
            releases=held("DE"),
            files=uploads(
                capture(
                    "front-v6.pcap",
                    wire.at("21:30").acquired_at,
                    Scene(HOST, FRONT_SIX, "2001:db8:66::53", ("2001:db8:12::5e", "2001:db8:77::a1")),
                )
            ),
        ),
        _exhibit(
            key="nl-flows",
            title="Connection records between front and backend, two days",
            kind="extract",
            category="traffic_data",
            provenance=wire.at("22:40"),
            releases=held("DE", until=at.ahead(hours=70)),
            description="Germany has it for the comparison with the backend's records; the release ends then.",
            files=uploads(
                table.connections(
                    "flows-front-backend.csv", at.ago(66, "00:00", ROTTERDAM), (FRONT, BACKEND), CLIENTS, 320
                )
            ),
        ),
    )
