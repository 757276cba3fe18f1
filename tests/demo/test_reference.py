"""The reference data of the demonstration: invented, marked as such, and enough for a log line of the demonstration."""

from ipaddress import ip_network
from typing import Final

from app.demo import reference
from app.identifiers.allocation import DomainTable, NetworkTable, propose, read_domains, read_networks
from app.identifiers.recognition import recognise
from app.reference.catalogue import ContactRole
from app.services.reference.allocations import TableKind

DOCUMENTATION: Final = [
    ip_network(one) for one in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
]
NETWORKS: Final = read_networks(reference.table(TableKind.NETWORKS))
DOMAINS: Final = read_domains(reference.table(TableKind.DOMAINS))
LINES: Final = {
    "2026-09-14T17:00:01Z 198.51.100.187:9472 POST /login 403": ("DE", "Fuldatal Netz (fictitious)"),
    "2026-09-14T17:01:18Z 203.0.113.190:6518 GET /orders 403": ("US", "Tallow Cloud Inc. (fictitious)"),
    "2026-07-21T19:54:07Z [2001:db8:12::5e]:49798": ("FR", "Rhône Accès (fictitious)"),
    "Registrant of lantern-market.example": ("US", "Fernhill Domains Inc. (fictitious)"),
}


def test_reference_data_are_invented_and_marked_as_such() -> None:
    for row in NETWORKS:
        network = ip_network(row.key)
        ends = (network.network_address, network.broadcast_address)
        assert any(all(address in one for address in ends) for one in DOCUMENTATION), row
    assert {row.key.rpartition(".")[2] for row in DOMAINS} == {"example"}
    assert [row.provider for row in (*NETWORKS, *DOMAINS) if "(fictitious)" not in (row.provider or "")] == []
    for contact in reference.contacts():
        assert "(fictitious)" in (contact.unit.value or "")
        assert not contact.unit.verified
        assert contact.last_test is None or "(fictitious)" in contact.last_test.tested_by
        assert [one.address for one in contact.channels.value or () if not one.address.endswith(".example")] == []


def test_log_line_proposes_provider_and_country_with_a_contact() -> None:
    networks, domains = NetworkTable(NETWORKS), DomainTable(DOMAINS)
    reachable = {one.country for one in reference.contacts() if one.role is ContactRole.CONTACT_24_7}
    for line, expected in LINES.items():
        found = [one for one in (propose(found, networks, domains) for found in recognise(line)) if one is not None]
        assert [(one.country, one.provider) for one in found] == [expected], line
        assert expected[0] in reachable


def test_contacts_of_the_parties_have_hours_zone_channel_and_a_last_test_call() -> None:
    called = {one.country: one for one in reference.contacts() if one.last_test}
    assert {"NL", "DE", "FR", "CH", "US"} <= called.keys()
    assert all(one.hours.value and one.zone.value and one.channels.value for one in called.values())
