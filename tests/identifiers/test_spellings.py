"""Spellings of identifiers in logs and notes: what is read, what is not, and where a warning stands."""

import pytest

from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.recognition import recognise

K = IdentifierKind
FLOWS = [
    ("CEF:0|V|P|1|1|n|5|src=203.0.113.9 dst=198.51.100.4 dpt=443 spt=50111 proto=TCP", 50111, 443, "tcp"),
    ("srcip=203.0.113.9 srcport=50111 dstip=198.51.100.4 dstport=443 proto=17", 50111, 443, "udp"),
    ("IN=eth0 SRC=203.0.113.9 DST=198.51.100.4 LEN=40 TTL=241 ID=54321 PROTO=TCP SPT=50111 DPT=443", 50111, 443, "tcp"),
    (
        '{"src_ip":"203.0.113.9","src_port":50111,"dest_ip":"198.51.100.4","dest_port":443,"proto":"TCP"}',
        50111,
        443,
        "tcp",
    ),
    ("%ASA-4-106023: Deny udp src outside:203.0.113.9/50111 dst inside:198.51.100.4/22", 50111, 22, "udp"),
    ("session created 203.0.113.9/50111->198.51.100.4/22 junos-ssh", 50111, 22, None),
    ("1778761800.1\tCH\t203.0.113.9\t50111\t198.51.100.4\t443\ttcp\thttp", 50111, 443, "tcp"),
    ("12:30:00 IP 203.0.113.9.50111 > 198.51.100.4.443: Flags [S]", 50111, 443, None),
    ("2 1234 eni-1 203.0.113.9 198.51.100.4 50111 443 17 20 4249 1778761800 1778761860 ACCEPT OK", 50111, 443, "udp"),
    ("source-address=203.0.113.9 destination-address=198.51.100.4 destination-port=443", None, 443, None),
]
PORTS = [
    ("client 203.0.113.9#53211 (example.org)", 53211, None),
    ("Source Network Address:\t203.0.113.9\n\tSource Port:\t\t51934\n", 51934, None),
    ("IP: 203.0.113.9\nPort: 61200\n", 61200, None),
    ("IP: 203.0.113.9\n\nPort: 61200\n", None, None),
    ("IP: 203.0.113.9\nDestination port: 443\n", None, None),
    ("IP-Adresse 203.0.113.9 (Quellport 50234)", 50234, None),
    ("connection to port 22 from 203.0.113.9", None, None),
    ("203.0.113.9 to server port 443", None, None),
    ("203.0.113.9 ports 20480-20991", 20480, 20991),
    ("203.0.113.9:20480-20991", 20480, 20991),
    ("allocates port block [40960-41471] from 203.0.113.9", 40960, 41471),
    ("Öffentliche IP: 203.0.113.9\nPortbereich: 1024 bis 2047", 1024, 2047),
    ("time;ip;source port\n10:00;203.0.113.9;51934", 51934, None),
]
#: One reading, or with a warning two.
EMAILS = [
    ("o'brien@garda.ie", ["o'brien@garda.ie"]),
    ("a&b@x-firm.com", ["a&b@x-firm.com"]),
    ("{a}+b=c@example.org", ["{a}+b=c@example.org", "c@example.org"]),
    ("write to foo/bar@example.org", ["foo/bar@example.org", "bar@example.org"]),
    ("'bob@example.org", ["'bob@example.org", "bob@example.org"]),
    ("'bob@example.org'", ["bob@example.org"]),
    ("'o'brien@garda.ie'", ["o'brien@garda.ie"]),
    ("mailto:bob@example.org", ["bob@example.org"]),
    ("user=bob@example.org", ["bob@example.org"]),
    ("zzz=bob@example.org", ["zzz=bob@example.org", "bob@example.org"]),
    ("/reset?a=1&to=bob@example.org", ["bob@example.org"]),
    ("/reset?to=bob%40example.org", ["bob@example.org"]),
    ("/home/bob@example.org", ["/home/bob@example.org", "bob@example.org"]),
    ("<zzz=bob@example.org>", ["zzz=bob@example.org"]),
    ("name|bob@example.org|1", ["bob@example.org"]),
    ("le compte d'alice@example.org", ["d'alice@example.org", "alice@example.org"]),
    ("bob [at] example [.] org", ["bob@example.org"]),
    ("bob (at) mail (dot) example (dot) org", ["bob@mail.example.org"]),
    ("bob@example.org:hunter2", ["bob@example.org"]),
]
READ = [
    ("AS64496", K.ASN, "AS64496"),
    ("ASN 64496", K.ASN, "AS64496"),
    ("remote-as 1.5", K.ASN, "AS65541"),
    ("491701234567@s.whatsapp.net", K.TELEPHONE, "+491701234567"),
    ("491701234567@c.us", K.TELEPHONE, "+491701234567"),
    ("491701234567-1612345678@g.us", K.HANDLE, "491701234567-1612345678@g.us"),
    ("jabber: fox@chat.example.org", K.HANDLE, "fox@chat.example.org"),
    ("tel:+49-170-1234567", K.TELEPHONE, "+491701234567"),
    ("mobile 06 12 34 56 78", K.TELEPHONE, "0612345678"),
    ("Handynr. 0171 1234567", K.TELEPHONE, "01711234567"),
    ("τηλ. 210 1234567", K.TELEPHONE, "2101234567"),
    ("dial 011 49 170 1234567 from the US", K.TELEPHONE, "+491701234567"),
    ("Discord ID: 175928847299117063", K.HANDLE, "175928847299117063"),
    ("telegram user id 5123456789", K.HANDLE, "5123456789"),
    ("Session " + "05" + "ab" * 32, K.HANDLE, "05" + "ab" * 32),
    ("Threema-ID ECHOECHO", K.HANDLE, "ECHOECHO"),
    ("Skype: live:.cid.a1b2c3d4e5f60718", K.HANDLE, "live:.cid.a1b2c3d4e5f60718"),
    ("KL-A 10, Kennzeichen des Fahrzeugs", K.PLATE, "KL-A-10"),
    ("vehicle reg LK68 XYZ", K.PLATE, "LK68XYZ"),
    ("Xn5m4hMCxg9BY8Kbhyt16Yb29Ugzrtr5zP", K.WALLET, "Xn5m4hMCxg9BY8Kbhyt16Yb29Ugzrtr5zP"),
    (
        "fpr:::::::::085F1AC89A86928B217C516BDA461CB55320F1F8:",
        K.PGP_FINGERPRINT,
        "085F1AC89A86928B217C516BDA461CB55320F1F8",
    ),
]
NOT_READ = [
    "see readme.md for setup",
    "src/main.rs:14:5 error",
    "openssl 3.0.13.1 installed",
    "version 3.0.13.1",
    "Chrome/99.0.4.51",
    "§ 3.1.2.4",
    "git clone git@github.com:acme/tool.git",
    "scp report.txt root@web.example.org:/tmp",
    "Message-ID: <20261130101522.GA1234@mail.example.org>",
    "postgres://app:secret@db.example.org:5432/orders",
    "systemd[1]: Started user@1000.service",
    "Aktenzeichen KL-A 10",
    "factuurnummer 202605140012347",
    "Invoice no. 490154203237518",
    "@Override public String toString()",
    "as of 2026 the account was closed",
    "52.3702157, +4.8951679",
]
UNCLEAR = [
    ("notes.md as a website", K.DOMAIN, Caution.KIND_UNCLEAR),
    ("score 3.2.1.0", K.IP, Caution.KIND_UNCLEAR),
    ("called 011 49 170 1234567", K.TELEPHONE, Caution.TELEPHONE_PREFIX_UNCLEAR),
    ("AS2 message", K.ASN, Caution.KIND_UNCLEAR),
    ("@lantern_fox wrote", K.HANDLE, Caution.KIND_UNCLEAR),
    ("*.example.org", K.DOMAIN, Caution.DOMAIN_WILDCARD),
    ("https:\\/\\/example.org\\/a", K.URL, Caution.URL_ESCAPED),
    ("353328116534635", K.IMEI, Caution.KIND_UNCLEAR),
]


def of_kind(text: str, kind: K) -> list[Identifier]:
    return [one for one in recognise(text) if one.kind is kind]


@pytest.mark.parametrize(("line", "source", "destination", "protocol"), FLOWS)
def test_each_end_of_a_flow_has_its_own_port(
    line: str, source: int | None, destination: int | None, protocol: str | None
) -> None:
    found = {one.normalised: one for one in of_kind(line, K.IP)}
    assert found["203.0.113.9"].port == source
    assert found["198.51.100.4"].port == destination
    assert {one.protocol for one in found.values()} == {protocol}


@pytest.mark.parametrize(("text", "port", "until"), PORTS)
def test_port_or_block_belongs_to_its_address_or_to_none(text: str, port: int | None, until: int | None) -> None:
    (one,) = of_kind(text, K.IP)
    assert (one.port, one.port_until) == (port, until)
    assert (Caution.IP_WITHOUT_PORT in one.cautions) == (port is None)


@pytest.mark.parametrize(("text", "readings"), EMAILS)
def test_email_with_an_unclear_start_has_both_readings_and_a_warning(text: str, readings: list[str]) -> None:
    found = of_kind(text, K.EMAIL)
    assert [one.normalised for one in found] == readings
    assert all((Caution.EMAIL_START_UNCLEAR in one.cautions) == (len(readings) > 1) for one in found)


@pytest.mark.parametrize(("text", "kind", "value"), READ)
def test_spelling_is_read_as_its_kind(text: str, kind: K, value: str) -> None:
    found = [one for one in recognise(text) if one.normalised == value]
    assert [one.kind for one in found] == [kind]
    assert not of_kind(text, K.EMAIL)


@pytest.mark.parametrize("text", NOT_READ)
def test_other_text_is_not_read(text: str) -> None:
    assert recognise(text) == []


@pytest.mark.parametrize(("text", "kind", "caution"), UNCLEAR)
def test_unclear_text_has_a_warning(text: str, kind: K, caution: Caution) -> None:
    (one,) = of_kind(text, kind)
    assert caution in one.cautions


def test_keys_and_accounts_in_a_url_are_identifiers_of_their_own() -> None:
    transaction = "f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16"
    url, inside = recognise(f"https://mempool.space/tx/{transaction}")
    assert (url.kind, inside.kind, inside.normalised) == (K.URL, K.TRANSACTION, transaction)
    url, inside = recognise("https://www.instagram.com/lantern_fox/")
    assert (url.kind, inside.kind, inside.normalised, inside.scheme) == (K.URL, K.HANDLE, "lantern_fox", "instagram")


def test_column_of_a_table_names_the_kind_of_its_numbers() -> None:
    found = recognise("MSISDN,IMSI,IMEI\n491701234567,262011234567890,490154203237518")
    assert [one.kind for one in found] == [K.TELEPHONE, K.IMSI, K.IMEI]
    assert found[0].normalised == "+491701234567"
