"""What recurs in the files of both teams: machines, accounts, wallets, numbers. All invented.

Here: names and addresses that stand in more than one exhibit, so that they can be found in several. Addresses are of
the documentation ranges (RFC 5737, 3849), names under `.example` and `.test` (RFC 2606), wallets of Bitcoin's regression-test
network (bcrt1), telephone numbers of those kept free for films, IBANs of banks that do not exist. Not here: any person.
"""

ROTTERDAM, BERLIN, PARIS, ZURICH = "Europe/Amsterdam", "Europe/Berlin", "Europe/Paris", "Europe/Zurich"
MADRID, ATHENS = "Europe/Madrid", "Europe/Athens"

HOST = "lantern.example"
SEXTANT_HOST = "release-portal.example"
ONION = "lanternq5w3r7kx2m4n6p8t9v1z3c5b7d9f2g4h6j8l1s3u5y7a9e2i4.onion"
FRONT, FRONT_SIX = "203.0.113.66", "2001:db8:66::10"
BACKEND, RELAY, ADMIN_HOME = "198.51.100.23", "192.0.2.140", "198.51.100.187"
CLIENTS = ("198.51.100.7", "192.0.2.71", "203.0.113.190", "198.51.100.204", "192.0.2.9", "198.51.100.61")
HANDLES = ("wickman", "tallow", "bougie", "matchbox")
WALLETS = (
    "bcrt1qw1ckman7x8k2l0p4s6d9f3g5h7j0z2c4v6n8m1q3",
    "bcrt1qta11ow5t7y9u2p4s6d8f0g2h4j6k8l0z3x5c7v9n",
    "bcrt1qb0ug1e3n5m7q9w2r4t6y8u0p2s4d6f8g0h3j5k7l",
    "bcrt1qmatchb0x9l8k7j6h5g4f3d2s0p9u8y7t6r5w4q3z",
    "bcrt1qexchange0desk2x4c6v8n0m2q4w6r8t0y3u5p7s9",
)
PHONES = ("+33 6 39 98 04 17", "+49 171 3920041", "+44 7700 900417", "+33 6 39 98 22 60", "+44 7700 900862")


def iban(country: str, account: str) -> str:
    """An IBAN with correct check digits (ISO 13616) for an account whose bank does not exist."""
    digits = "".join(str(int(letter, 36)) for letter in f"{account}{country}00")
    return f"{country}{98 - int(digits) % 97:02d}{account}"


IBAN_NL = iban("NL", "XLNT0417000312")
IBAN_DE = iban("DE", "000000010041700312")
IBAN_FR = iban("FR", "00000000010000417003120")
IBAN_CH = iban("CH", "00000041700031200")
IBAN_ES = iban("ES", "00000000000041700312")


def imei(serial: int) -> str:
    """A telephone's number under a type code kept for tests (00 10 15), with its check digit (Luhn)."""
    body = f"00101500{serial % 10**6:06d}"
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(body))
    return f"{body}{-sum(value // 10 + value % 10 for value in doubled) % 10}"


OTHERS = (
    iban("NL", "XLNT0000417901"),
    iban("DE", "000000010000417902"),
    iban("FR", "00000000010000417903120"),
    IBAN_CH,
)
