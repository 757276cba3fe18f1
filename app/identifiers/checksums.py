"""Checksums and encodings of identifiers. Each function names its standard."""

import hashlib
from base64 import b32decode
from functools import lru_cache
from itertools import cycle
from typing import Final

_BASE58: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BASE58_DIGITS: Final = {character: value for value, character in enumerate(_BASE58)}
#: Alphabet of the XRP Ledger for the same encoding.
RIPPLE: Final = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
FROM_RIPPLE: Final = str.maketrans(RIPPLE, _BASE58)
_BECH32: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_GENERATOR: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_BECH32_CONSTANT: Final = 1
_BECH32M_CONSTANT: Final = 0x2BC830A3
_BECH32_CHECKSUM: Final = 6
_MOST_PADDING: Final = 4
_PROGRAMS: Final = range(2, 41)
_PROGRAMS_OF_VERSION_0: Final = (20, 32)
_LAST_WITNESS_VERSION: Final = 16
_CHECKSUM_BYTES: Final = 4

#: Bytes of a full block of CryptoNote's base 58, and the characters that n bytes take.
_BLOCK: Final = 8
_CHARACTERS: Final = (0, 2, 3, 5, 6, 7, 9, 10, 11)

_LANES: Final = 25
_MASK: Final = (1 << 64) - 1
_KECCAK_RATE: Final = 136
_ROUND_CONSTANTS: Final = (
    0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000, 0x000000000000808B,
    0x0000000080000001, 0x8000000080008081, 0x8000000000008009, 0x000000000000008A, 0x0000000000000088,
    0x0000000080008009, 0x000000008000000A, 0x000000008000808B, 0x800000000000008B, 0x8000000000008089,
    0x8000000000008003, 0x8000000000008002, 0x8000000000000080, 0x000000000000800A, 0x800000008000000A,
    0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
)  # fmt: skip
_ROTATIONS: Final = (
    0, 1, 62, 28, 27, 36, 44, 6, 55, 20, 3, 10, 43, 25, 39, 41, 45, 15, 21, 8, 18, 2, 61, 56, 14,
)  # fmt: skip


def luhn_holds(digits: str) -> bool:
    """Check the Luhn digit (ISO/IEC 7812-1, annex B), which IMEIs have (3GPP TS 23.003, annex B)."""
    doubled = (int(digit) * factor for digit, factor in zip(reversed(digits), cycle((1, 2)), strict=False))
    return sum(sum(divmod(value, 10)) for value in doubled) % 10 == 0


def iban_holds(iban: str) -> bool:
    """Check the two check digits of an IBAN in capitals without spaces (ISO 13616, ISO/IEC 7064 mod 97-10)."""
    return int("".join(str(int(character, 36)) for character in iban[4:] + iban[:4])) % 97 == 1


def base58check(text: str) -> bytes | None:
    """Return version and payload of a Base58Check value (Bitcoin), `None` if it is none or its checksum is wrong."""
    number = 0
    for character in text:
        digit = _BASE58_DIGITS.get(character)
        if digit is None:
            return None
        number = number * 58 + digit
    zeros = len(text) - len(text.lstrip(_BASE58[0]))
    decoded = bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8)
    payload, checksum = decoded[:-_CHECKSUM_BYTES], decoded[-_CHECKSUM_BYTES:]
    right = hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:_CHECKSUM_BYTES]
    return payload if payload and checksum == right else None


def base58_bytes(text: str) -> int:
    """Return the number of bytes that a value in base 58 stands for."""
    number = 0
    for character in text:
        number = number * 58 + _BASE58_DIGITS[character]
    return len(text) - len(text.lstrip(_BASE58[0])) + (number.bit_length() + 7) // 8


def segwit_holds(address: str) -> bool:
    """Check a segregated witness address: Bech32 (BIP 173) for version 0, Bech32m (BIP 350) for later versions."""
    if address not in (address.lower(), address.upper()):
        return False
    prefix, _, coded = address.lower().rpartition("1")
    values = [_BECH32.find(character) for character in coded]
    if not prefix or len(values) <= _BECH32_CHECKSUM or -1 in values:
        return False
    expanded = [ord(one) >> 5 for one in prefix] + [0] + [ord(one) & 31 for one in prefix]
    version, program = values[0], _program(values[1:-_BECH32_CHECKSUM])
    constant = _BECH32M_CONSTANT if version else _BECH32_CONSTANT
    if program is None or version > _LAST_WITNESS_VERSION or _polymod(expanded + values) != constant:
        return False
    return program in (_PROGRAMS if version else _PROGRAMS_OF_VERSION_0)


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_BECH32_GENERATOR):
            check ^= generator if top >> bit & 1 else 0
    return check


def _program(values: list[int]) -> int | None:
    """Return the length of a witness program in bytes; `None` if its padding is wrong."""
    bits = len(values) * 5
    padding = bits % 8
    wrong = padding > _MOST_PADDING or (padding and values[-1] & ((1 << padding) - 1))
    return None if wrong else bits // 8


def monero_holds(address: str) -> bool:
    """Check the checksum of a Monero address (CryptoNote standard 007: Base58 in blocks, Keccak-256)."""
    decoded = bytearray()
    for start in range(0, len(address), _CHARACTERS[_BLOCK]):
        block = address[start : start + _CHARACTERS[_BLOCK]]
        if len(block) not in _CHARACTERS or any(character not in _BASE58_DIGITS for character in block):
            return False
        number = 0
        for character in block:
            number = number * 58 + _BASE58_DIGITS[character]
        size = _CHARACTERS.index(len(block))
        if number >> size * 8:
            return False
        decoded += number.to_bytes(size)
    return bytes(decoded[-_CHECKSUM_BYTES:]) == keccak256(bytes(decoded[:-_CHECKSUM_BYTES]))[:_CHECKSUM_BYTES]


def ethereum_checksummed(address: str) -> str:
    """Return an Ethereum address in the mixed case of EIP-55."""
    digits = address[2:].lower()
    nibbles = keccak256(digits.encode()).hex()
    return "0x" + "".join(
        digit.upper() if int(nibble, 16) & 8 else digit for digit, nibble in zip(digits, nibbles, strict=False)
    )


def onion_holds(label: str) -> bool:
    """Check the checksum and version of the 56 characters before `.onion` (Tor rend-spec-v3, section 6)."""
    decoded = b32decode(label.upper())
    key, checksum, version = decoded[:32], decoded[32:34], decoded[34:]
    return version == b"\x03" and hashlib.sha3_256(b".onion checksum" + key + version).digest()[:2] == checksum


@lru_cache(maxsize=1024)
def keccak256(message: bytes) -> bytes:
    """Return the Keccak-256 hash with the padding of the original submission, which SHA3-256 changed."""
    padded = bytearray(message) + b"\x01"
    padded += bytes(-len(padded) % _KECCAK_RATE)
    padded[-1] |= 0x80
    lanes = [0] * _LANES
    for start in range(0, len(padded), _KECCAK_RATE):
        for lane in range(_KECCAK_RATE // 8):
            at = start + 8 * lane
            lanes[lane] ^= int.from_bytes(padded[at : at + 8], "little")
        lanes = _permuted(lanes)
    return b"".join(lane.to_bytes(8, "little") for lane in lanes[:4])


def _permuted(lanes: list[int]) -> list[int]:
    """Return the state after Keccak-f[1600] (FIPS 202, section 3.2)."""
    for constant in _ROUND_CONSTANTS:
        columns = [lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] for x in range(5)]
        mixed = [columns[(x + 4) % 5] ^ _rotated(columns[(x + 1) % 5], 1) for x in range(5)]
        moved = [0] * _LANES
        for at in range(_LANES):
            x, y = at % 5, at // 5
            moved[y + 5 * ((2 * x + 3 * y) % 5)] = _rotated(lanes[at] ^ mixed[x], _ROTATIONS[at])
        lanes = [
            moved[at] ^ (~moved[at - at % 5 + (at + 1) % 5] & _MASK & moved[at - at % 5 + (at + 2) % 5])
            for at in range(_LANES)
        ]
        lanes[0] ^= constant
    return lanes


def _rotated(lane: int, by: int) -> int:
    return (lane << by | lane >> (64 - by)) & _MASK if by else lane
