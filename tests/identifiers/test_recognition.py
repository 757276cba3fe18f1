"""Recognition of identifiers: published examples, checksums, neighbours, times, and odd text."""

import hashlib
import re
import string
from itertools import permutations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.identifiers import checksums, kinds, recognition
from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.recognition import recognise
from tests.support import repository

K = IdentifierKind
ONION = "pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion"
FINGERPRINT = "D8FC 66D2 CCE4 1234 ABCD  EF01 2345 6789 ABCD EF01"

#: Values with a checksum: examples of the standards, and of well-known services.
CHECKED = [
    ("GB82WEST12345698765432", K.IBAN, "GB"),  # ISO 13616 registry
    ("DE89370400440532013000", K.IBAN, "DE"),
    ("FR1420041010050500013M02606", K.IBAN, "FR"),
    ("NO9386011117947", K.IBAN, "NO"),
    ("MT84MALT011000012345MTLCAST001S", K.IBAN, "MT"),
    ("490154203237518", K.IMEI, "IMEI"),  # 3GPP TS 23.003
    ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", K.WALLET, "bitcoin"),  # first block
    ("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", K.WALLET, "bitcoin"),
    ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", K.WALLET, "bitcoin"),  # BIP 173
    ("tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7", K.WALLET, "bitcoin testnet"),
    ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", K.WALLET, "bitcoin"),  # BIP 350
    ("bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y", K.WALLET, "bitcoin"),
    ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", K.WALLET, "ethereum"),  # EIP-55
    ("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", K.WALLET, "ethereum"),
    ("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", K.WALLET, "ethereum"),
    ("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb", K.WALLET, "ethereum"),
    (
        "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
        K.WALLET,
        "monero",
    ),
    (ONION, K.ONION, "v3"),  # Tor rend-spec-v3
]
#: Values without a checksum, and their normalised spelling.
UNCHECKED = [
    ("203.0.113.7:51234", K.IP, "203.0.113.7"),
    ("1[.]2[.]3[.]4", K.IP, "1.2.3.4"),
    ("2001:DB8:0:0:0:0:0:1", K.IP, "2001:db8::1"),
    ("[2001:db8::2]:8443", K.IP, "2001:db8::2"),
    ("::ffff:198.51.100.9", K.IP, "198.51.100.9"),
    ("00-1A-2B-3C-4D-5E", K.MAC, "00:1a:2b:3c:4d:5e"),
    ("001a.2b3c.4d5e", K.MAC, "00:1a:2b:3c:4d:5e"),
    ("Foo.Bar@Müller.de", K.EMAIL, "foo.bar@xn--mller-kva.de"),
    ("x[at]evil[.]com", K.EMAIL, "x@evil.com"),
    ("hxxps://Evil[.]com/Path?q=1", K.URL, "https://evil.com/Path?q=1"),
    ("www.Example.ORG", K.DOMAIN, "www.example.org"),
    ("+49 170 1234567", K.TELEPHONE, "+491701234567"),
    ("0033 6 12 34 56 78", K.TELEPHONE, "+33612345678"),
    ("+44 (0)20 7946 0958", K.TELEPHONE, "+442079460958"),
    ("+1 (202) 555-0100", K.TELEPHONE, "+12025550100"),
    ("d41d8cd98f00b204e9800998ecf8427e", K.HASH, "d41d8cd98f00b204e9800998ecf8427e"),
    (
        "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
        K.HASH,
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ),
    (
        "0xf4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16",
        K.TRANSACTION,
        "0xf4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16",
    ),
    (
        FINGERPRINT,
        K.PGP_FINGERPRINT,
        "D8FC66D2CCE41234ABCDEF0123456789ABCDEF01",
    ),
    ("@lantern_fox", K.HANDLE, "lantern_fox"),
    ("@me@social.example.org", K.HANDLE, "@me@social.example.org"),
    ("AB-123-CD", K.PLATE, "AB-123-CD"),
    ("B-MW 1234", K.PLATE, "B-MW-1234"),
]
#: Values that a word before them explains.
EXPLAINED = [
    ("IMSI: 262011234567890", K.IMSI, "262011234567890"),
    ("imeisv=4901542032375101", K.IMEI, "4901542032375101"),
    ("msisdn=491701234567", K.TELEPHONE, "+491701234567"),
    ("Tel.: 030 1234567", K.TELEPHONE, "0301234567"),
    ("tél. 06 12 34 56 78", K.TELEPHONE, "0612345678"),
    ("Telegram: @Lantern_Fox", K.HANDLE, "lantern_fox"),
    ("threema id: abcd1234", K.HANDLE, "ABCD1234"),
    ("user=lantern.fox ok", K.HANDLE, "lantern.fox"),
    ("Kennzeichen ZH 123456", K.PLATE, "ZH123456"),
    ("PGP key d8fc66d2cce41234abcdef0123456789abcdef01", K.PGP_FINGERPRINT, "D8FC66D2CCE41234ABCDEF0123456789ABCDEF01"),
    (
        "txid f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16",
        K.TRANSACTION,
        "f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16",
    ),
]


def only(text: str) -> Identifier:
    found = recognise(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(("text", "kind", "scheme"), CHECKED)
def test_published_example_is_recognised_as_valid(text: str, kind: K, scheme: str) -> None:
    one = only(text)
    cautions = (Caution.KIND_UNCLEAR,) if kind is K.IMEI else ()  # without a word it can be the number of an invoice
    assert (one.kind, one.scheme, one.valid, one.cautions, one.found) == (kind, scheme, True, cautions, text)


@pytest.mark.parametrize(("text", "kind", "normalised"), UNCHECKED + EXPLAINED)
def test_value_without_checksum_is_normalised(text: str, kind: K, normalised: str) -> None:
    one = only(text)
    assert (one.kind, one.normalised, one.valid) == (kind, normalised, None)


@pytest.mark.parametrize("text", [text for text, *_ in [*CHECKED, *UNCHECKED]])
def test_normalised_value_is_recognised_as_itself(text: str) -> None:
    one = only(text)
    if one.kind in (K.PGP_FINGERPRINT, K.HANDLE):  # a word or a mark before them tells what they are
        again = only({K.PGP_FINGERPRINT: "PGP ", K.HANDLE: "user: "}[one.kind] + one.normalised)
    else:
        again = only(one.normalised)
    assert (again.kind, again.normalised) == (one.kind, one.normalised)


@given(st.sampled_from([text for text, *_ in CHECKED]), st.data())
def test_changed_character_makes_the_checksum_wrong(text: str, data: st.DataObject) -> None:
    first = {"0x": 2, "bc": 3, "tb": 3}.get(text[:2], 0)
    last = len(text) - (len(".onion") if text == ONION else 0)
    at = data.draw(st.sampled_from([place for place in range(first, last) if text[place].isalnum()]))
    alphabet = next(one for one in (string.digits, string.ascii_lowercase, string.ascii_uppercase) if text[at] in one)
    changed = text[:at] + data.draw(st.sampled_from(alphabet.replace(text[at], ""))) + text[at + 1 :]
    assert not any(one.valid for one in recognise(changed))


def test_wrong_checksums_are_reported() -> None:
    for text in ("DE88370400440532013000", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", ONION.replace("pg6", "pg7")):
        one = only(text)
        assert (one.valid, one.cautions) == (False, (Caution.CHECKSUM_WRONG,))
    assert only("IMEI 490154203237517").cautions == (Caution.CHECKSUM_WRONG,)
    assert only("list of IMEI:\n490154203237517").cautions == (Caution.CHECKSUM_WRONG, Caution.KIND_UNCLEAR)
    assert only("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed").valid is False
    assert only("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed").cautions == (Caution.WITHOUT_CHECKSUM,)
    for wrong in (  # BIP 350
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",
        "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL",
        "tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq47Zagq",
        "bc1pw5dgrnzv",
        "bc1gmk9yu",
    ):
        assert not checksums.segwit_holds(wrong)


def test_keccak_has_its_published_digests() -> None:
    assert checksums.keccak256(b"").hex() == "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"
    assert checksums.keccak256(b"abc").hex() == "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"
    assert checksums.keccak256(b"a" * 136) != checksums.keccak256(b"a" * 135)


@given(
    st.lists(st.sampled_from([text for text, *_ in CHECKED + UNCHECKED]), min_size=2, max_size=4),
    st.lists(st.sampled_from([", ", "\n", "\t", "; ", " | ", "  "]), min_size=3, max_size=3),
)
@example(["+1 (202) 555-0100", FINGERPRINT], ["  "] * 3)
@example(["+49 170 1234567", FINGERPRINT, "0033 6 12 34 56 78"], ["  "] * 3)
def test_neighbours_are_not_joined(values: list[str], separators: list[str]) -> None:
    text = values[0] + "".join(separator + value for separator, value in zip(separators, values[1:], strict=False))
    assert [one.normalised for one in recognise(text)] == [only(value).normalised for value in values]


def test_values_with_spaces_end_where_the_next_one_begins() -> None:
    telephone, iban, imei = "+49 170 1234567", "DE89 3704 0044 0532 0130 00", "490154203237518"
    for order in permutations((telephone, iban, imei, "203.0.113.7", "2026-03-14 11:22:33Z")):
        found = {one.found for one in recognise(" ".join(order))}
        assert found == {telephone, iban, imei, "203.0.113.7"}


def test_addresses_that_cannot_be_requested_have_cautions() -> None:
    time = "2026-03-14T11:22:33Z "
    assert only(f"{time}203.0.113.7").cautions == (Caution.IP_WITHOUT_PORT,)
    assert only(f"{time}2001:db8::1").cautions == (Caution.IP_WITHOUT_PORT,)
    assert only(f"{time}10.0.0.1:80").cautions == (Caution.IP_NOT_PUBLIC,)
    assert only(f"{time}203.0.113.0/24").cautions == (Caution.IP_RANGE,)
    assert only(f"{time}203.0.113.007:80").cautions == (Caution.IP_LEADING_ZEROS,)
    assert only(f"{time}203.0.113.7:99999").cautions == (Caution.PORT_IMPOSSIBLE,)
    assert only(f"{time}src=203.0.113.7 spt=5123").port == 5123
    assert only(f"{time}203.0.113.7, source port 5123").port == 5123
    assert only(f"{time}ip=203.0.113.7;port=5123").port == 5123
    assert only(f'{time}{{"src_ip":"203.0.113.7","src_port":5123}}').port == 5123
    assert only(f"{time}203.0.113.7 - support 5123").port is None


def test_host_of_a_url_is_an_identifier_of_its_own_if_it_is_an_address() -> None:
    url, host = recognise("2026-03-14T11:22:33Z http://203.0.113.7:8080/a.")
    assert (url.kind, url.normalised) == (K.URL, "http://203.0.113.7:8080/a")
    assert (host.kind, host.normalised, host.port) == (K.IP, "203.0.113.7", 8080)
    _, onion = recognise(f"(http://www.{ONION}/market)")
    assert (onion.kind, onion.normalised, onion.valid) == (K.ONION, ONION, True)
    assert only("http://user@example.com/x)").normalised == "http://user@example.com/x"


@pytest.mark.parametrize(
    "text",
    [
        "version 1.2.3.4.5 of std::vector",
        "256.1.1.1 and 1.2.3",
        "report.txt, main.c, e.g. this",
        "2026-03-14 11:22:33 and 14.03.2026",
        "00000000-0000-4000-8000-000000000000",
        "a@b",
        "http://",
        "DE89 3704",
        "1234567890123456789012345678901234567890",
    ],
)
def test_other_text_is_no_identifier(text: str) -> None:
    assert recognise(text) == []


def test_telephone_numbers_are_checked_against_their_country() -> None:
    assert only("+1 202 555 0100 42").found == "+1 202 555 0100"
    assert only("+33 6 12 34 56").cautions == (Caution.TELEPHONE_LENGTH,)
    assert only("+999 170 1234567").cautions == (Caution.TELEPHONE_COUNTRY_UNKNOWN,)


@given(st.text(st.characters() | st.sampled_from("0123456789abcdefABCDEF.:@-+/ \n[]()"), max_size=300))
@example("https://t.me/abcd\u2019011 49 170 1234567")
@example("8https://t.me/abcd\u00e9https://t.me/abcd")
@settings(max_examples=300)
def test_any_text_has_consistent_spans(text: str) -> None:
    end, url = 0, -1
    for one in recognise(text):
        assert text[one.begins : one.ends] == one.found
        assert one.normalised
        is_second_reading = Caution.EMAIL_START_UNCLEAR in one.cautions and one.ends == end
        assert one.begins >= end or is_second_reading or end == url  # hosts, keys and accounts lie inside a URL
        url = one.ends if one.kind is K.URL else url
        end = max(end, one.ends)


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "part",
    [
        "a",
        "a.",
        "a-",
        "1.",
        "1 ",
        "+1 ",
        "0:",
        "a@",
        "a[.]",
        "f",
        "(0)",
        "http://",
        "user:",
        "plate A ",
        "bc1q",
        "AB12 ",
        "1/",
        "a=",
        "/a",
        "'",
        "%40",
        " [at] ",
        "a at b dot ",
        "src=1.2.3.4 spt=1 ",
        "1.2.3.4 > ",
        "1.2.3.4\nport 1\n",
        "port 1 1.2.3.4 ",
        "a,port\n1.2.3.4,1\n",
        "x=a@b.de ",
        "@a:b.de ",
        "t.me/aa ",
        "as path 1 ",
        "kenteken 12-ABC-3, ",
        "ABCD ",
        "0f:",
        "tel 0",
        "011 49 ",
        "\n",
    ],
)
def test_repeated_text_takes_linear_time(part: str) -> None:
    recognise(part * (40_000 // len(part)))


@pytest.mark.timeout(120)
def test_long_odd_text_is_read() -> None:
    alphabet = b"abcdefXYZ0123456789.:@-+/ \n[]()"
    odd = (
        hashlib.shake_256(b"odd").digest(300_000).translate(bytes(alphabet[one % len(alphabet)] for one in range(256)))
    )
    assert recognise(odd.decode())


def test_every_kind_and_caution_is_documented_with_its_sentence() -> None:
    page = (repository.ROOT / "docs" / "identifiers.md").read_text()
    assert {one for one in K if f"`{one.value}`" not in page} == set()
    assert {one for one in Caution if f"`{one.value}`" not in page} == set()
    assert set(kinds.SENTENCES) == set(Caution)
    found = re.search(r"Version (\d+)", page)
    assert found is not None
    assert int(found[1]) == recognition.VERSION
