"""Which addresses the server calls for a party: public unicast ones, and the operator's own networks."""

from ipaddress import ip_address, ip_network

from app.addresses import may_call

PUBLIC = (
    "93.184.215.14",
    "8.8.8.8",
    "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
    "2a02:2e0:3fe:1001::1",
    "::ffff:8.8.8.8",
)
REFUSED = (
    *("0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.0.0.8"),  # noqa: S104
    *("192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1"),
    *("255.255.255.255", "::", "::1", "::7f00:1", "::10.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:10.0.0.1"),
    *("::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::8.8.8.8", "64:ff9b:1::a00:1", "100::1", "2001::1"),
    *("2001:0:5ef5:79fb::1", "2001:2::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::1", "2002:808:808::1", "3fff::1"),
    *("4000::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1"),
)


def test_addresses_public_are_called_and_others_are_not() -> None:
    called = {each: may_call(ip_address(each), []) for each in (*PUBLIC, *REFUSED)}
    assert [each for each, called_ in called.items() if called_] == list(PUBLIC)


def test_addresses_of_the_operators_networks_are_called() -> None:
    networks = [ip_network("10.0.0.0/8"), ip_network("fd00::/8")]
    called = [
        each
        for each in ("10.1.2.3", "::ffff:10.1.2.3", "fd12::1", "192.168.1.1", "fe80::1")
        if may_call(ip_address(each), networks)
    ]
    assert called == ["10.1.2.3", "::ffff:10.1.2.3", "fd12::1"]
