"""The seal on custody.pdf, judged by pyHanko's validator: whose it is, that a changed byte is found, and the time in it."""

import asyncio
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from asn1crypto import pem
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from app import clock
from app.exports.document import setting
from app.exports.seal import Seal, SealError, chosen, self_signed
from app.ledger.signing.authorities import Authorities
from tests.exports.bundles import Files, seal
from tests.support.ledgers.authority import StampingAuthority, stamping

NOBODY = Authorities(())


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A document without a signature."""
    folder = tmp_path_factory.mktemp("plain")
    (template := folder / "plain.typ").write_text('#set document(title: "x")\nSigned words.')
    return setting.pdf(folder / "root", {"title": "x"}, {}, datetime(2026, 11, 24, tzinfo=UTC), template=template)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StampingAuthority]:
    with stamping(tmp_path_factory.mktemp("authority")) as one:
        yield one


def judged(document: bytes, trusted: x509.Certificate, roots: bytes = b"") -> PdfSignatureStatus:
    """As a reader of PDF judges who trusts this seal alone, and these authorities."""
    reader = PdfFileReader(io.BytesIO(document))
    (signature,) = reader.embedded_signatures
    own = asn1_x509.Certificate.load(trusted.public_bytes(serialization.Encoding.DER))
    others = [asn1_x509.Certificate.load(each) for _, _, each in pem.unarmor(roots, multiple=True)] if roots else []
    context = ValidationContext(trust_roots=[own, *others], allow_fetching=False)
    return asyncio.run(
        async_validate_pdf_signature(signature, signer_validation_context=context, ts_validation_context=context)
    )


def test_a_reader_that_trusts_the_seal_finds_it_whole(files: Files) -> None:
    document = files["data/custody.pdf"]
    status = judged(document, seal().certificates[0])
    assert (status.intact, status.valid, status.trusted) == (True, True, True)
    assert status.bottom_line
    assert status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    (signature,) = PdfFileReader(io.BytesIO(document)).embedded_signatures
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert signature.signer_cert.sha256.hex() == seal().fingerprint


def test_a_reader_that_trusts_another_does_not_take_it_for_that(files: Files) -> None:
    other = Seal.of(self_signed("somebody else"))
    status = judged(files["data/custody.pdf"], other.certificates[0])
    assert (status.intact, status.valid, status.trusted) == (True, True, False)


def test_a_changed_byte_is_found(plain: bytes) -> None:
    document = seal().on(plain)
    at = document.index(b"/Title")
    for changed in (document[:at] + b"/Titel" + document[at + 6 :], document.replace(b"%PDF-1.7", b"%PDF-1.6", 1)):
        assert changed != document
        assert not judged(changed, seal().certificates[0]).intact


def test_what_is_added_behind_it_is_found(plain: bytes) -> None:
    document = seal().on(plain)
    writing = IncrementalPdfFileWriter(io.BytesIO(document))
    writing.root["/Lang"] = writing.root["/Type"]
    writing.update_root()  # type: ignore[no-untyped-call]
    added = io.BytesIO()
    writing.write(added)  # type: ignore[no-untyped-call]
    assert not judged(added.getvalue(), seal().certificates[0]).bottom_line


def test_with_an_authority_it_has_its_time(plain: bytes, authority: StampingAuthority) -> None:
    stamped = Authorities.read([authority.address], authority.roots)
    one = Seal(seal().certificates, stamped, seal()._key)
    status = judged(one.on(plain), seal().certificates[0], authority.roots.read_bytes())
    assert status.timestamp_validity is not None
    assert (status.timestamp_validity.intact, status.timestamp_validity.valid) == (True, True)
    assert abs((status.timestamp_validity.timestamp - clock.now()).total_seconds()) < 60
    assert status.bottom_line


@pytest.mark.parametrize("answer", [(503, b""), (200, b"no token"), None])
def test_an_authority_that_does_not_answer_holds_nothing_up(
    answer: tuple[int, bytes] | None, plain: bytes, authority: StampingAuthority
) -> None:
    address = authority.address if answer else "http://127.0.0.1:9/"
    one = Seal(seal().certificates, Authorities.read([address], authority.roots), seal()._key)
    authority.answer = answer
    try:
        status = judged(one.on(plain), seal().certificates[0])
    finally:
        authority.answer = None
    assert (status.bottom_line, status.timestamp_validity) == (True, None)


def test_another_authority_s_token_does_not_count(plain: bytes, authority: StampingAuthority, tmp_path: Path) -> None:
    with stamping(tmp_path) as other:
        one = Seal(seal().certificates, Authorities.read([authority.address], other.roots), seal()._key)
        assert judged(one.on(plain), seal().certificates[0]).timestamp_validity is None


def test_the_seal_is_made_once_and_kept_for_its_owner_only(tmp_path: Path) -> None:
    first, again = (chosen(None, None, tmp_path / "ledger", "liaison.example", NOBODY)() for _ in range(2))
    assert first.fingerprint == again.fingerprint
    assert (tmp_path / "ledger" / "seal.pem").stat().st_mode & 0o777 == 0o600
    assert first.name == "CN=Liaison seal liaison.example"
    assert first.is_self_signed
    assert "PRIVATE" not in repr(first)
    assert first._key.hex() not in repr(first)


def test_nothing_is_made_before_it_is_needed(tmp_path: Path) -> None:
    chosen(None, None, tmp_path / "ledger", "liaison.example", NOBODY)
    assert not (tmp_path / "ledger").exists()


def test_the_operator_gives_one(tmp_path: Path) -> None:
    given = self_signed("Ministry of Justice")
    (tmp_path / "seal.pem").write_bytes(given)
    key = serialization.load_pem_private_key(given, None)
    assert isinstance(key, rsa.RSAPrivateKey)
    lock, certificate = serialization.BestAvailableEncryption(b"open"), x509.load_pem_x509_certificate(given)
    locked = pkcs12.serialize_key_and_certificates(b"seal", key, certificate, None, lock)
    (tmp_path / "seal.p12").write_bytes(locked)
    for name, password in (("seal.pem", None), ("seal.p12", "open")):
        one = chosen(tmp_path / name, password, tmp_path / "ledger", "liaison.example", NOBODY)()
        assert one.name == "CN=Liaison seal Ministry of Justice"
    assert not (tmp_path / "ledger").exists()


def test_one_that_cannot_sign_is_refused_at_once(tmp_path: Path) -> None:
    one, other = self_signed("one"), self_signed("other")
    key, certificate = one[: one.index(b"-----BEGIN CERT")], other[other.index(b"-----BEGIN CERT") :]
    (tmp_path / "seal").write_bytes(key + certificate)
    with pytest.raises(SealError, match=r"LIAISON_SEAL: seal: the first certificate is not the key's"):
        chosen(tmp_path / "seal", None, tmp_path, "x", NOBODY)
    for content in (b"", b"no seal", key, certificate):
        (tmp_path / "seal").write_bytes(content)
        with pytest.raises(SealError, match="LIAISON_SEAL: seal: "):
            chosen(tmp_path / "seal", None, tmp_path, "x", NOBODY)
    with pytest.raises(SealError, match="LIAISON_SEAL: absent: "):
        chosen(tmp_path / "absent", None, tmp_path, "x", NOBODY)
