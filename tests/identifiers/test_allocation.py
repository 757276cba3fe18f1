"""Countries and providers of addresses and domains, from tables that the operator imports."""

from ipaddress import IPv4Address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.identifiers.allocation import (
    Allocation,
    AllocationError,
    DomainTable,
    NetworkTable,
    propose,
    read_domains,
    read_networks,
)
from app.identifiers.recognition import recognise

NETWORKS = """network,country,provider
198.51.100.0/24,NL,Hosting Example
198.51.100.64/26,DE,Reseller Example
203.0.113.8-203.0.113.19,FR,
2001:db8::/32,,Access Example
"""
DOMAINS = """domain,country,provider
example.com,US,MAIL_EXAMPLE
eu.example.com,IE,Mail Example Europe
bücher.example,DE,"Books, Example"
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("198.51.100.7", ("NL", "Hosting Example")),
        ("198.51.100.70", ("DE", "Reseller Example")),
        ("203.0.113.19:4000", ("FR", None)),
        ("203.0.113.20", None),
        ("2001:db8::5", (None, "Access Example")),
        ("http://198.51.100.70/x", ("DE", "Reseller Example")),
        ("a.b@mail.example.com", ("US", "MAIL_EXAMPLE")),
        ("a.b@Mail.EU.example.com", ("IE", "Mail Example Europe")),
        ("https://www.bücher.example/seite", ("DE", "Books, Example")),
        ("notexample.com", None),
        ("+49 170 1234567", None),
    ],
)
def test_longest_prefix_or_ending_is_proposed(text: str, expected: tuple[str | None, str | None] | None) -> None:
    networks, domains = NetworkTable(read_networks(NETWORKS)), DomainTable(read_domains(DOMAINS))
    found = propose(recognise(text)[0], networks, domains)
    assert (found and (found.country, found.provider)) == expected


def test_faults_name_line_and_column_and_nothing_is_read() -> None:
    table = "network,country,provider\n192.0.2.1/24,DE,a\n192.0.2.0/24,Germany,a\n192.0.2.0/25,,\n10.0.0.0/8,DE\n1.2.3.4-::1,DE,a\n192.0.2.0/26,DE,a\n192.0.2.0/26,FR,a\n"
    with pytest.raises(AllocationError) as refused:
        read_networks(table)
    assert [(fault.line, fault.column) for fault in refused.value.faults] == [
        (2, "network"),  # the host bits are set
        (3, "country"),
        (4, "country"),
        (5, "network"),
        (6, "network"),
        (8, "network"),  # twice
    ]
    for wrong in ("", "address,country\n", 'domain,country,provider\n"x'):
        with pytest.raises(AllocationError):
            read_domains(wrong)
    with pytest.raises(AllocationError):
        read_domains("domain,country,provider\ncom,US,all\n")


networks = st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 32)).map(lambda one: ip_network(one, strict=False))


@given(st.lists(networks, unique=True, max_size=12), st.integers(0, 2**32 - 1))
def test_network_table_agrees_with_a_search_of_all_rows(rows: list[object], address: int) -> None:
    table = NetworkTable(Allocation(str(row), "DE") for row in rows)
    containing = [row for row in map(ip_network, map(str, rows)) if IPv4Address(address) in row]
    expected = max(containing, key=lambda row: row.prefixlen, default=None)
    found = table.find(str(IPv4Address(address)))
    assert (found and found.key) == (expected and str(expected))
