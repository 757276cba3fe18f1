"""Check what authenticators answer to challenges (W3C Web Authentication, level 3, sections 7.1 and 7.2).

User verification is demanded: the authenticator has checked a fingerprint, a face or a PIN. So an answer proves two
factors. Accepted algorithms: ES256, EdDSA and RS256.
Not here: challenges (`challenges.py`) and stored passkeys (`services/accounts/passkeys.py`).
"""

import ipaddress
import json
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from webauthn import base64url_to_bytes, verify_authentication_response, verify_registration_response
from webauthn.helpers import bytes_to_base64url
from webauthn.helpers.cose import COSEAlgorithmIdentifier

#: COSE numbers (RFC 9053, RFC 8812), the preferred one first.
ALGORITHMS: Final = (
    COSEAlgorithmIdentifier.ECDSA_SHA_256,
    COSEAlgorithmIdentifier.EDDSA,
    COSEAlgorithmIdentifier.RSASSA_PKCS1_v1_5_SHA_256,
)


class RefusedError(Exception):
    """The answer proves nothing. The message is for the log, not for the user."""


@dataclass(frozen=True, slots=True)
class Registration:
    """An authenticator's answer to a registration; all values base64url."""

    credential: str
    client_data: str
    attestation: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """An authenticator's answer to a sign-in; all values base64url.

    `user`: handle of the account, if sent.
    """

    credential: str
    client_data: str
    authenticator_data: str
    signature: str
    user: str | None


@dataclass(frozen=True, slots=True)
class NewKey:
    """The public key (COSE) of a new passkey. `synchronised`: a copy is kept outside the device."""

    credential: bytes
    public_key: bytes
    count: int
    synchronised: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """The new counter of a valid answer, and whether a copy of the passkey is kept outside the device."""

    count: int
    synchronised: bool


def domain_of(origin: str) -> str | None:
    """Return the domain to which passkeys of a page are bound (RP ID), or `None` for an IP address."""
    host = urlsplit(origin).hostname or ""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host or None
    return None


def decoded(text: str) -> bytes:
    """Return the bytes of a base64url text without padding. Raises `RefusedError`."""
    try:
        value = base64url_to_bytes(text)
    except Exception as wrong:
        raise RefusedError("not base64url") from wrong
    if encoded(value) != text:
        raise RefusedError("not the one base64url form of its bytes")
    return value


def encoded(value: bytes) -> str:
    """Return bytes as base64url without padding."""
    return bytes_to_base64url(value)


def challenge_of(client_data: str) -> bytes:
    """Return the challenge that an answer names, which nothing proves yet. Raises `RefusedError`."""
    try:
        said = json.loads(decoded(client_data))
        return decoded(said["challenge"])
    except (ValueError, TypeError, KeyError, RecursionError) as wrong:
        raise RefusedError("client data that are not as specified") from wrong


def check_registration(answer: Registration, challenge: bytes, origin: str) -> NewKey:
    """Check the answer to a registration, and return the new key.

    Args:
        answer: The answer.
        challenge: The challenge that was issued.
        origin: The page's origin.

    Raises:
        RefusedError: The answer is malformed, is for another challenge or origin, uses another algorithm, or the user was
            not verified.
    """
    try:
        verified = verify_registration_response(
            credential=_as_json(
                answer.credential, clientDataJSON=answer.client_data, attestationObject=answer.attestation
            ),
            expected_challenge=challenge,
            expected_rp_id=domain_of(origin) or "",
            expected_origin=origin,
            require_user_verification=True,
            supported_pub_key_algs=list(ALGORITHMS),
        )
    except Exception as wrong:  # parsers of foreign bytes raise what they meet
        raise RefusedError(f"{type(wrong).__name__}: {wrong}") from wrong
    if verified.credential_id != decoded(answer.credential):
        raise RefusedError("two identifiers")
    return NewKey(
        verified.credential_id, verified.credential_public_key, verified.sign_count, verified.credential_backed_up
    )


def check_assertion(answer: Assertion, challenge: bytes, origin: str, public_key: bytes, count: int) -> Proof:
    """Check the answer of a stored passkey.

    Args:
        answer: The answer.
        challenge: The challenge that was issued.
        origin: The page's origin.
        public_key: The stored key (COSE).
        count: The stored counter. The new one must be greater, unless the authenticator has none and both are 0.

    Raises:
        RefusedError: The answer is malformed, is for another challenge or origin, its signature is wrong, its counter did
            not advance, or the user was not verified.
    """
    try:
        verified = verify_authentication_response(
            credential=_as_json(
                answer.credential,
                clientDataJSON=answer.client_data,
                authenticatorData=answer.authenticator_data,
                signature=answer.signature,
                userHandle=answer.user,
            ),
            expected_challenge=challenge,
            expected_rp_id=domain_of(origin) or "",
            expected_origin=origin,
            credential_public_key=public_key,
            credential_current_sign_count=count,
            require_user_verification=True,
        )
    except Exception as wrong:  # parsers of foreign bytes raise what they meet
        raise RefusedError(f"{type(wrong).__name__}: {wrong}") from wrong
    return Proof(verified.new_sign_count, verified.credential_backed_up)


def _as_json(credential: str, **response: str | None) -> dict[str, Any]:
    return {
        "id": credential,
        "rawId": credential,
        "type": "public-key",
        "response": {name: value for name, value in response.items() if value is not None},
    }
