"""A party's keys and signatures, made with openssl as an office would, and brought through the API."""

import base64
import shutil
import subprocess
from pathlib import Path
from typing import Any

import httpx

from tests.factories.messages import of
from tests.factories.team import Team, read_json


def openssl(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Other people's tool."""
    assert shutil.which("openssl"), "openssl comes with Debian, as sha256sum does"
    command = ["openssl", *(str(one) for one in arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)


class Office:
    """A folder with a private key that nobody else sees."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        made = openssl("genpkey", "-algorithm", "ed25519", "-out", folder / "key.pem")
        assert made.returncode == 0, made.stderr
        openssl("pkey", "-in", folder / "key.pem", "-pubout", "-out", folder / "public.pem")

    @property
    def pem(self) -> str:
        """The public key."""
        return (self.folder / "public.pem").read_text()

    def sign(self, statement: str) -> str:
        """Base64 of a detached signature, as `openssl pkeyutl` makes it."""
        (self.folder / "statement.txt").write_bytes(statement.encode())
        arguments = ("-sign", "-rawin", "-inkey", "key.pem", "-in", "statement.txt", "-out", "statement.sig")
        done = openssl("pkeyutl", *arguments, cwd=self.folder)
        assert done.returncode == 0, done.stderr
        return base64.b64encode((self.folder / "statement.sig").read_bytes()).decode()


async def try_name(team: Team, who: str, pem: str, name: str = "Office seal") -> httpx.Response:
    """Try to name a key."""
    form = {"name": name, "public_key": pem}
    return await team.client(who).post(team.path("/signing/keys"), json=form)


async def name(team: Team, who: str, office: Office, called: str = "Office seal") -> dict[str, Any]:
    """A key, named."""
    return read_json(await try_name(team, who, office.pem, called), 201)


async def revoke(team: Team, who: str, key: dict[str, Any], reason: str = "The device was lost") -> httpx.Response:
    """Try to revoke a key."""
    return await team.client(who).post(team.path(f"/signing/keys/{key['id']}/revocation"), json={"reason": reason})


async def keys(team: Team, who: str) -> list[dict[str, Any]]:
    """As somebody reads them."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path("/signing/keys")))["items"]
    return items


async def demand(team: Team, who: str, scope: str = "own", *, version: int = 0) -> httpx.Response:
    """Try to demand signatures."""
    form = {"scope": scope, "reason": "Our code of procedure"}
    return await team.client(who).put(team.path("/signing/demand"), json=form, headers={"If-Match": f'"{version}"'})


async def demands(team: Team, who: str) -> dict[str, str]:
    """Scopes by party, as somebody reads them."""
    items = read_json(await team.client(who).get(team.path("/signing/demands")))["items"]
    return {one["party"]: one["scope"] for one in items}


async def statement(team: Team, who: str, decision: dict[str, Any]) -> str:
    """Return the signing settings of the member's party."""
    answer = await team.client(who).get(of(team, decision, "/statement"))
    assert answer.status_code == 200, answer.text
    return answer.content.decode()


async def try_sign(team: Team, who: str, decision: dict[str, Any], signature: str) -> httpx.Response:
    """Try to bring a signature."""
    return await team.client(who).post(of(team, decision, "/signatures"), json={"signature": signature})


async def sign(team: Team, who: str, decision: dict[str, Any], office: Office) -> dict[str, Any]:
    """A decision, signed."""
    return read_json(await try_sign(team, who, decision, office.sign(await statement(team, who, decision))), 201)


async def awaiting(team: Team, who: str) -> list[str]:
    """The words of the decisions that await somebody's party."""
    items = read_json(await team.client(who).get(team.path("/signing/awaiting")))["items"]
    return [one["text"] for one in items]
