"""Signs PDF documents with PAdES (ETSI EN 319 142-1), by pyHanko with the key of the server's seal.

With a token of a time-stamping authority the level is B-T, otherwise B-B. A signed document permits no change. This
module is imported only where a document is signed, because the library costs memory and time.

Not here: the key and its certificate (`seal`).
"""

import io
from collections.abc import Sequence
from typing import Final

from asn1crypto import keys as asn1_keys
from asn1crypto import tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.timestamps import TimeStamper, TimestampRequestError
from pyhanko_certvalidator.registry import SimpleCertificateStore

from app import log
from app.ledger.signing.authorities import Authorities, Authority, AuthorityError

FIELD: Final = "Seal"
_ROOM: Final = 32 * 1024  # bytes for signature, token and the certificates of both
_HASH: Final = "sha256"
_logger = log.get("seal")


def signed(document: bytes, key: bytes, certificates: Sequence[x509.Certificate], authorities: Authorities) -> bytes:
    """Return the document, signed by `key` (PKCS#8), whose certificate is the first. Blocks.

    Authorities are asked in order. If none gives a token, the document is signed without one.
    """
    signer = _signer(key, certificates)
    for authority in authorities.all:
        try:
            return _sign(document, signer, _Stamper(authority))
        except (AuthorityError, TimestampRequestError, SigningError, OSError) as error:
            _logger.warning("the seal has no time stamp", authority=authority.name, why=str(error))
    return _sign(document, signer, None)


class _Stamper(TimeStamper):
    """Adapter from pyHanko to one of the operator's authorities, whose tokens are verified as for checkpoints."""

    def __init__(self, authority: Authority) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._authority = authority

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Forward pyHanko's request; pyHanko compares the nonce."""
        digest = req["message_imprint"]["hashed_message"].native
        return tsp.TimeStampResp.load(await self._authority.reply(req.dump(), digest))


def _signer(key: bytes, certificates: Sequence[x509.Certificate]) -> SimpleSigner:
    own, *above = (asn1_x509.Certificate.load(each.public_bytes(serialization.Encoding.DER)) for each in certificates)
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register_multiple(above)
    return SimpleSigner(signing_cert=own, signing_key=asn1_keys.PrivateKeyInfo.load(key), cert_registry=store)


def _sign(document: bytes, signer: SimpleSigner, stamper: TimeStamper | None) -> bytes:
    about = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm=_HASH,
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    writing = IncrementalPdfFileWriter(io.BytesIO(document))
    return bytes(PdfSigner(about, signer, timestamper=stamper).sign_pdf(writing, bytes_reserved=_ROOM).getbuffer())
