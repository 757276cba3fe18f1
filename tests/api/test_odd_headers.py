"""Headers that no client of ours sends: each is refused in words or passed over, and none is a fault of the server."""

import base64

import httpx

from tests.factories.evidence import TUS, place, register
from tests.factories.team import Team

ODD = (
    *(b"", b"\xe9", b"\xff\xfe", b"\xc3\xa9", b"\xb2", b'"\xb3"', b"*", b",", b"=", b'"', b"W/", b"-1", b"1e9", b"1_0"),
    *(
        b"9" * 19,
        b"9" * 25,
        b"9" * 5000,
        b"[" * 1500,
        b'"9223372036854775808"',
        b"bytes=-",
        b"bytes=\xb2-",
        b"bytes=5-2",
    ),
    *(b"sha256 \xe9", b"sha1 ====", b"filename \xe9", b"\xe9 \xe9", b"filename  AA==", b"fr;q=\xe9", b"gzip;q=\xb2"),
    *(b"Bearer \xe9", b"Bearer " + base64.urlsafe_b64encode(b"[" * 1000) + b".e30.AAAA"),
    *(b'liaison_session="\\377\\000"', b"liaison_session=\xe9", b"liaison_session", b"\xe9=\xe9"),
)
EVERYWHERE = (
    "Authorization",
    "Cookie",
    "Accept-Language",
    "User-Agent",
    "Origin",
    "Host",
    "Content-Type",
    "Content-Length",
)


async def send(
    browser: httpx.AsyncClient, method: str, path: str, name: str, value: bytes, **usual: str
) -> httpx.Response:
    headers = [(one.encode(), said.encode()) for one, said in usual.items() if one.lower() != name.lower()]
    return await browser.request(method, path, headers=[*headers, (name.encode(), value)])


async def test_on_any_request(team: Team) -> None:
    noor, path = team.client("noor"), place(team, await register(team))
    for name in (*EVERYWHERE, "Range", "If-Match", "If-None-Match", "Idempotency-Key"):
        for value in ODD:
            for method in ("GET", "PATCH"):
                answer = await send(noor, method, path, name, value, **{"Content-Type": "application/json"})
                assert answer.status_code < 500, (method, name, value)


async def test_on_uploads(team: Team) -> None:
    files = place(team, await register(team), "/files")
    usual = TUS | {"Upload-Length": "5", "Upload-Metadata": "filename YS50eHQ="}
    for name in ("Upload-Length", "Upload-Metadata", "Upload-Checksum", "Tus-Resumable", "Content-Length"):
        for value in ODD:
            answer = await send(team.client("noor"), "POST", files, name, value, **usual)
            assert answer.status_code < 500, (name, value)


async def test_metadata_beyond_ascii_is_refused_by_name(team: Team) -> None:
    files, usual = place(team, await register(team), "/files"), TUS | {"Upload-Length": "5"}
    refused = await send(team.client("noor"), "POST", files, "Upload-Metadata", b"filename \xe9", **usual)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (400, "Upload-Metadata")
