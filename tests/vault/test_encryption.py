"""Our ranged reader against the library's writer: the same format, each chunk authenticated."""

import pytest
from cryptography.cobblestone import Cobblestone256Decryptor, Cobblestone256Encryptor
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from hypothesis import given, settings
from hypothesis import strategies as st

from app.vault.encryption import CHUNK_BYTES, HEADER_BYTES, Damaged, Sealed, seal, sealed_bytes
from tests.support.vault import some_bytes

KEY = bytes(range(32))
CONTEXT = b"liaison-file/v1\n" + bytes(56)
EDGES = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 5 * CHUNK_BYTES + 77]


def opened(message: bytes, size: int, key: bytes = KEY, context: bytes = CONTEXT) -> Sealed:
    return Sealed(key, context, size, message[:HEADER_BYTES])


def part(sealed: Sealed, message: bytes, start: int, end: int) -> bytes:
    since, until = sealed.span(start, end)
    return sealed.open(start, end, message[since:until])


@pytest.mark.parametrize("size", EDGES)
def test_the_whole_message_reads_back_and_has_the_length_foretold(size: int) -> None:
    content = some_bytes(size)
    message = seal(KEY, CONTEXT, content)
    assert len(message) == sealed_bytes(size)
    assert part(opened(message, size), message, 0, size) == content


@given(st.integers(0, 6 * CHUNK_BYTES), st.data())
@settings(max_examples=120, deadline=None)
def test_any_range_of_any_message_reads_back_from_the_chunks_that_hold_it(size: int, data: st.DataObject) -> None:
    content = some_bytes(size)
    message = seal(KEY, CONTEXT, content)
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start, size))
    sealed = opened(message, size)
    since, until = sealed.span(start, end)
    assert part(sealed, message, start, end) == content[start:end]
    assert until - since <= (end - start) + 2 * CHUNK_BYTES + 16 * ((end - start) // CHUNK_BYTES + 3)


@pytest.mark.parametrize("size", EDGES)
def test_a_message_written_by_the_specification_alone_is_read_by_both(size: int) -> None:
    content, salt = some_bytes(size), some_bytes(24, seed=9)
    info = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\x00" + salt + CONTEXT
    material = HKDFExpand(hashes.SHA512(), 76, info).derive(KEY)
    nonce = int.from_bytes(material[32:44], "big")
    chunks = [content[start : start + CHUNK_BYTES] for start in range(0, size + 1, CHUNK_BYTES)]
    message = salt + material[44:]
    for number, chunk in enumerate(chunks):
        message += AESGCM(material[:32]).encrypt((nonce ^ number).to_bytes(12, "big"), chunk, None)
    library = Cobblestone256Decryptor(KEY, CONTEXT)
    assert library.update(message) + library.finalize() == content
    assert part(opened(message, size), message, 0, size) == content


def test_every_altered_byte_is_noticed_by_whoever_reads_its_chunk() -> None:
    size = CHUNK_BYTES + 40
    content = some_bytes(size)
    message = seal(KEY, CONTEXT, content)
    for index in [*range(HEADER_BYTES), *range(HEADER_BYTES, len(message), 97), len(message) - 1]:
        altered = message[:index] + bytes([message[index] ^ 0x20]) + message[index + 1 :]
        with pytest.raises(Damaged):
            part(opened(altered, size), altered, 0, size)
    behind = message[:-1] + bytes([message[-1] ^ 1])
    assert part(opened(behind, size), behind, 0, 100) == content[:100]


def test_another_key_context_or_header_is_refused_before_anything_is_opened() -> None:
    message = seal(KEY, CONTEXT, b"a" * 10)
    for key, context, header in [
        (bytes(32), CONTEXT, message[:HEADER_BYTES]),
        (KEY, CONTEXT + b"x", message[:HEADER_BYTES]),
        (KEY, CONTEXT, message[: HEADER_BYTES - 1]),
        (KEY, CONTEXT, bytes(HEADER_BYTES)),
    ]:
        with pytest.raises(Damaged):
            Sealed(key, context, 10, header)


def test_chunks_in_another_order_are_refused() -> None:
    size = 3 * CHUNK_BYTES
    message = seal(KEY, CONTEXT, some_bytes(size))
    one, two = HEADER_BYTES, HEADER_BYTES + CHUNK_BYTES + 16
    swapped = message[:one] + message[two : 2 * two - one] + message[one:two] + message[2 * two - one :]
    assert len(swapped) == len(message)
    with pytest.raises(Damaged):
        part(opened(swapped, size), swapped, 0, 100)


@pytest.mark.parametrize("claimed", [0, CHUNK_BYTES, 2 * CHUNK_BYTES, 2 * CHUNK_BYTES + 5])
def test_a_message_of_another_length_than_recorded_is_refused(claimed: int) -> None:
    size = 2 * CHUNK_BYTES + 10
    message = seal(KEY, CONTEXT, some_bytes(size))
    with pytest.raises(Damaged):
        part(opened(message, claimed), message, max(0, claimed - 5), claimed)


def test_a_full_chunk_cannot_pass_for_the_last_one() -> None:
    """Cut behind a full chunk, the library finds it truncated; so do we, whatever length is claimed."""
    size = 2 * CHUNK_BYTES + 10
    message = seal(KEY, CONTEXT, some_bytes(size))
    cut = message[: HEADER_BYTES + 2 * (CHUNK_BYTES + 16)]
    library = Cobblestone256Decryptor(KEY, CONTEXT)
    library.update(cut)
    with pytest.raises(InvalidTag):
        library.finalize()
    with pytest.raises(Damaged):
        part(opened(cut, size), cut, size - 5, size)


def test_two_messages_never_share_a_salt() -> None:
    assert len({Cobblestone256Encryptor(KEY, CONTEXT).update(b"x")[:24] for _ in range(1000)}) == 1000
