"""Tokens for scripts: read strictly, ended with their session, without the rights of a person at a page."""

import base64
import json
from datetime import timedelta
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from fastapi import FastAPI
from jose import jwt

from app import clock
from app.api.context import AppContext
from app.errors import Unauthenticated
from app.identity.tokens import AUDIENCE, ISSUER, Tokens
from tests.factories import accounts
from tests.factories.accounts import PASSWORD
from tests.support.program import new_client

EMAIL = "noor@nl.test"
ACCOUNT, SESSION = clock.new_id(), clock.new_id()


def new_key() -> bytes:
    return ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


KEY = new_key()


def claims(**changes: Any) -> dict[str, Any]:
    now = clock.now()
    whole = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": str(ACCOUNT),
        "jti": str(SESSION),
        "iat": now,
        "exp": now + timedelta(minutes=10),
    } | changes
    return {name: value for name, value in whole.items() if value is not None}


def signed(**changes: Any) -> str:
    return str(jwt.encode(claims(**changes), KEY.decode(), algorithm="ES256"))


def test_a_token_of_ours_is_read() -> None:
    tokens = Tokens(KEY)
    for token in (signed(), tokens.issue(ACCOUNT, SESSION, clock.now(), 10)):
        read = tokens.read(token)
        assert (read.account, read.session) == (ACCOUNT, SESSION)


def unsigned() -> str:
    parts = [{"alg": "none", "typ": "JWT"}, json.loads(json.dumps(claims(iat=1, exp=9999999999)))]
    return ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts) + "."


def by_public_key() -> str:
    """The classic: the public key as an HMAC secret."""
    public = serialization.load_pem_private_key(KEY, None).public_key()
    pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    header = {"alg": "HS256", "typ": "JWT"}
    import hashlib  # noqa: PLC0415 - only this forgery needs them
    import hmac  # noqa: PLC0415

    said = json.loads(json.dumps(claims(iat=1, exp=9999999999)))
    body = ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in (header, said))
    mac = hmac.new(pem, body.encode(), hashlib.sha256).digest()
    return body + "." + base64.urlsafe_b64encode(mac).decode().rstrip("=")


@pytest.mark.parametrize(
    "token",
    [
        *[signed(**{claim: None}) for claim in ("iss", "aud", "sub", "jti", "iat", "exp")],
        signed(aud="another"),
        signed(aud=["another"]),
        signed(iss="another"),
        signed(exp=clock.now() - timedelta(seconds=1)),
        signed(nbf=clock.now() + timedelta(days=1)),
        signed(sub="no uuid"),
        signed(jti="no uuid"),
        jwt.encode(claims(), new_key().decode(), algorithm="ES256"),
        jwt.encode(claims(), "secret", algorithm="HS256"),
        unsigned(),
        by_public_key(),
        signed()[:-2],
        signed() + "A" * 4000,
        "",
        "a.b.c",
        "é.é.é",
        base64.urlsafe_b64encode(b"[" * 1000).decode() + ".e30.AAAA",
    ],
)
def test_anything_else_is_refused(token: str) -> None:
    with pytest.raises(Unauthenticated):
        Tokens(KEY).read(token)


def test_a_key_of_another_kind_is_no_key_of_tokens() -> None:
    other = ec.generate_private_key(ec.SECP384R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with pytest.raises(TypeError, match="P-256"):
        Tokens(other)


async def test_a_script_gets_a_token_and_works_with_it(app: FastAPI, context: AppContext) -> None:
    await accounts.make(context, [EMAIL])
    async with new_client(app, origin=None) as script:
        answer = await script.post("/api/tokens", json={"email": EMAIL, "password": PASSWORD})
        assert answer.status_code == 200
        assert set(answer.json()) == {"access_token", "token_type", "expires_in"}
        assert (answer.json()["token_type"], answer.json()["expires_in"]) == ("bearer", 600)
        assert "set-cookie" not in answer.headers
        script.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        assert (await script.get("/api/me")).json()["account"]["email"] == EMAIL
        assert (await script.patch("/api/me", json={"locale": "nl"})).status_code == 200, (
            "no origin is asked of a token"
        )
        (listed,) = (await script.get("/api/sessions")).json()["items"]
        assert (listed["kind"], listed["current"]) == ("token", True)
        assert (await script.delete("/api/sessions/current")).status_code == 204
        assert (await script.get("/api/me")).status_code == 401, "its jti is looked at"


async def test_a_wrong_password_gets_no_token(context: AppContext, client: httpx.AsyncClient) -> None:
    await accounts.make(context, [EMAIL])
    refused = await client.post("/api/tokens", json={"email": EMAIL, "password": "wrong wrong wrong"})
    assert refused.status_code == 401
    assert refused.headers["WWW-Authenticate"] == "Bearer"


async def test_a_token_for_somebody_elses_session_is_nobody(app: FastAPI, context: AppContext) -> None:
    mine, other = await accounts.make(context, [EMAIL, "bram@nl.test"])
    async with await accounts.bearer(app, mine) as script, await accounts.signed_in(app, other) as bram:
        session = (await bram.get("/api/me")).json()["session"]["id"]
        for account in (mine, other):  # a row of another account; a cookie's row
            token = context.authentication.tokens.issue(account, session, clock.now(), 10)
            script.headers["Authorization"] = f"Bearer {token}"
            assert (await script.get("/api/me")).status_code == 401
