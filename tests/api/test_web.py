"""The web's own rules, on every route alike: hosts, origins, JSON, sizes, headers, answers to failures; health and the page."""

import gzip
import re
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from starlette.types import Message

from app.api.middleware import JSON_LIMIT_BYTES
from app.api.page import Page, policy
from app.settings import Settings
from tests.factories import accounts
from tests.factories.team import Team, jit_form
from tests.support.program import ORIGIN, new_client

CREDENTIALS = {"email": "noor@nl.test", "password": accounts.PASSWORD}


class TestHosts:
    @pytest.mark.parametrize("host", ["evil.test", "localhost", "localhost:8001", "localhost:8000.evil.test", ""])
    async def test_another_name_is_not_answered(self, client: httpx.AsyncClient, host: str) -> None:
        for path in ("/api/health/live", "/", "/api/me"):
            refused = await client.get(path, headers={"Host": host})
            assert (refused.status_code, refused.json()["code"]) == (421, "unknown-host")

    async def test_two_names_are_not_answered(self, client: httpx.AsyncClient) -> None:
        for hosts in (("localhost:8000", "evil.test"), ("evil.test", "localhost:8000"), ("localhost:8000",) * 2):
            refused = await client.get("/api/health/live", headers=[("Host", host) for host in hosts])
            assert (refused.status_code, refused.json()["code"]) == (421, "unknown-host"), hosts

    @pytest.mark.parametrize(
        ("host", "answer"), [(b"evil.test", "websocket.close"), (b"localhost:8000", "websocket.http.response.start")]
    )
    async def test_nor_for_a_websocket(self, app: FastAPI, host: bytes, answer: str) -> None:
        """Under our own name the route is asked, and says that nobody is signed in."""
        sent: list[Message] = []
        scope = {
            "type": "websocket",
            "path": "/api/jits/01a20e98-fdae-7053-b484-383a8fc0548d/stream",
            "raw_path": b"",
            "query_string": b"",
            "headers": [(b"host", host)],
            "subprotocols": [],
            "extensions": {"websocket.http.response": {}},
        }

        async def receive() -> Message:
            return {"type": "websocket.connect"}

        async def send(message: Message) -> None:
            sent.append(message)

        await app(scope, receive, send)
        assert sent[0]["type"] == answer
        assert sent[0].get("status", 401) == 401


class TestOrigins:
    @pytest.mark.parametrize(
        "origin",
        [
            None,
            "null",
            "http://localhost:8001",
            "https://localhost:8000",
            "http://localhost:8000.evil.test",
            "http://evil.test",
        ],
    )
    async def test_a_write_by_cookie_demands_our_own(self, team: Team, origin: str | None) -> None:
        noor = team.client("noor")
        del noor.headers["Origin"]
        headers = {} if origin is None else {"Origin": origin}
        for answer in (
            await noor.patch("/api/me", json={"locale": "nl"}, headers=headers),
            await noor.post("/api/jits", json=jit_form(), headers=headers),
            await noor.delete("/api/sessions/current", headers=headers),
        ):
            assert (answer.status_code, answer.json()["code"]) == (403, "foreign-origin")
        assert (await noor.get("/api/me", headers=headers)).json()["account"]["locale"] == "en"

    async def test_both_names_of_the_loopback_are_our_own(self, team: Team) -> None:
        answer = await team.client("noor").patch("/api/me", json={}, headers={"Origin": "http://127.0.0.1:8000"})
        assert answer.status_code == 200

    async def test_another_site_signs_nobody_in(self, client: httpx.AsyncClient) -> None:
        refused = await client.post("/api/sessions", json=CREDENTIALS, headers={"Origin": "http://evil.test"})
        assert (refused.status_code, refused.json()["code"]) == (403, "foreign-origin")


class TestJson:
    @pytest.mark.parametrize(
        "kind",
        ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp", ""],
    )
    async def test_another_type_is_refused_unread(self, team: Team, kind: str) -> None:
        body = b'{"locale":"nl"}'
        refused = await team.client("noor").patch("/api/me", content=body, headers={"Content-Type": kind})
        assert (refused.status_code, refused.json()["code"]) == (415, "json-only")

    async def test_a_body_without_a_type_too(self, team: Team) -> None:
        refused = await team.client("noor").patch("/api/me", content=b'{"locale":"nl"}')
        assert refused.status_code == 415

    async def test_charset_may_be_said(self, team: Team) -> None:
        headers = {"Content-Type": "application/json; charset=UTF-8"}
        assert (await team.client("noor").patch("/api/me", content=b"{}", headers=headers)).status_code == 200

    async def test_what_is_no_json_is_said_to_be_none(self, team: Team) -> None:
        headers = {"Content-Type": "application/json"}
        for body in (b"{", b"\xff\xfe", b"", b"NaN"):
            refused = await team.client("noor").patch("/api/me", content=body, headers=headers)
            assert refused.status_code in {400, 422}
            assert refused.headers["Content-Type"] == "application/problem+json"

    async def test_json_that_two_readers_read_differently_is_refused(self, team: Team) -> None:
        noor, headers = team.client("noor"), {"Content-Type": "application/json"}
        form = '{"locale":"en"}'
        for body, code in (
            (b'{"locale":"nl","locale":"en"}', "duplicate-key"),
            (b'{"locale":"nl","x":[{"a":1,"a":2}]}', "duplicate-key"),
            (b'{"locale":"nl","\\u006cocale":"en"}', "duplicate-key"),
            (form.encode("utf-16"), "not-utf-8"),
            (form.encode("utf-16-le"), "not-utf-8"),
            (form.encode("utf-32"), "not-utf-8"),
            (form.encode("utf-8-sig"), "not-utf-8"),
            (b'{"locale":"\xe9n"}', "not-utf-8"),
        ):
            refused = await noor.patch("/api/me", content=body, headers=headers)
            assert (refused.status_code, refused.json()["code"]) == (400, code), body

    @pytest.mark.parametrize("declared", [True, False])
    async def test_too_much_of_it_is_refused(self, team: Team, *, declared: bool) -> None:
        async def stream() -> AsyncIterator[bytes]:
            for _ in range(3):
                yield b" " * (JSON_LIMIT_BYTES // 2)

        content = b" " * (JSON_LIMIT_BYTES + 1) if declared else stream()
        headers = {"Content-Type": "application/json"}
        refused = await team.client("noor").patch("/api/me", content=content, headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (413, "too-large")

    async def test_a_refusal_never_repeats_the_input(self, client: httpx.AsyncClient) -> None:
        secret = "hunter2-hunter2"
        for form in (
            {"email": secret},
            {"email": "a@b.c", "password": [secret]},
            {"email": "a@b.c", "password": secret, "x": secret},
        ):
            refused = await client.post("/api/sessions", json=form)
            assert refused.status_code == 422
            assert secret not in refused.text

    async def test_half_a_character_is_no_text(self, client: httpx.AsyncClient) -> None:
        headers = {"Content-Type": "application/json"}
        for body in (rb'{"email":"a@b.c","password":"\ud800"}', rb'{"email":"a\ud800@b.c","password":"x"}'):
            refused = await client.post("/api/sessions", content=body, headers=headers)
            assert refused.status_code in {400, 422}, refused.text


class TestAnswers:
    async def test_carry_the_same_headers_everywhere(self, client: httpx.AsyncClient) -> None:
        for path in ("/api/me", "/api/nothing", "/", "/api/docs", "/api/health/live", "/assets/none.js"):
            answer = await client.get(path)
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["X-Frame-Options"] == "DENY"
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert UUID(answer.headers["X-Request-Id"]).version == 7
            sent_policy = answer.headers["Content-Security-Policy"]
            assert sent_policy.startswith("default-src 'none'")
            assert "unsafe" not in sent_policy
            assert "frame-ancestors 'none'" in sent_policy
            assert "Strict-Transport-Security" not in answer.headers
            if path.startswith("/api"):
                assert answer.headers["Cache-Control"] == "no-store"

    @pytest.mark.parametrize(
        ("path", "devices"),
        [
            ("/jits/01a20e98-fdae-7053-b484-383a8fc0548d/at-the-search", "(self)"),
            ("/jits/01a20e98-fdae-7053-b484-383a8fc0548d/at-the-search?receive=x", "(self)"),
            ("/jits/01a20e98-fdae-7053-b484-383a8fc0548d/at-the-search/x", "()"),
            ("/jits/x/y/at-the-search", "()"),
            ("/jits/01a20e98-fdae-7053-b484-383a8fc0548d/evidence", "()"),
            ("/api/jits/01a20e98-fdae-7053-b484-383a8fc0548d/at-the-search", "()"),
        ],
    )
    async def test_camera_and_position_are_one_pages_alone(
        self, client: httpx.AsyncClient, path: str, devices: str
    ) -> None:
        said = (await client.get(path)).headers["Permissions-Policy"]
        assert said == f"camera={devices}, microphone=(), geolocation={devices}, payment=(), usb=()"

    async def test_a_failure_is_an_answer_that_tells_nothing(
        self, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr("app.api.documents._page", lambda *_: 1 / 0)
        failed = await client.get("/api/docs")
        assert (failed.status_code, failed.json()["code"]) == (500, "unexpected")
        assert "ZeroDivision" not in failed.text
        assert failed.headers["X-Content-Type-Options"] == "nosniff"
        logged = capsys.readouterr().err
        assert "ZeroDivisionError" in logged, "the operator is told"
        assert "locals" not in logged, "but not what the variables held"

    async def test_a_method_that_is_not_there(self, client: httpx.AsyncClient) -> None:
        refused = await client.put("/api/me", json={})
        assert refused.status_code == 405
        assert refused.headers["Content-Type"] == "application/problem+json"
        assert "GET" in refused.headers["Allow"]


class TestBehindTls:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"origins": ("https://liaison.example",), "host": "0.0.0.0"})  # noqa: S104

    async def test_cookies_are_secure_and_transport_strict(self, app: FastAPI) -> None:
        await accounts.make(app.state.context, [CREDENTIALS["email"]])
        async with new_client(app, origin="https://liaison.example") as browser:
            browser.base_url = httpx.URL("https://liaison.example")
            answer = await browser.post("/api/sessions", json=CREDENTIALS)
            assert answer.status_code == 201
            assert "Secure" in answer.headers["set-cookie"]
            assert answer.headers["Strict-Transport-Security"].startswith("max-age=")
        assert "connect-src 'self' wss://liaison.example;" in policy("n", ("https://liaison.example",))


class TestHealth:
    async def test_live_and_ready(self, client: httpx.AsyncClient) -> None:
        for path in ("/api/health/live", "/api/health/ready"):
            assert (await client.get(path)).json() == {"status": "ok"}

    async def test_not_ready_without_a_database(
        self, app: FastAPI, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def dead() -> bool:
            raise ConnectionRefusedError

        monkeypatch.setattr(app.state.context.database, "answers", dead)
        refused = await client.get("/api/health/ready")
        assert (refused.status_code, refused.json()["code"]) == (503, "not-ready")
        assert (await client.get("/api/health/live")).status_code == 200

    async def test_metrics_count_by_route_and_never_by_id(self, team: Team) -> None:
        await team.client("noor").get(team.path("/members"))
        await team.nobody().get("/nobody/knows/this")
        text = (await team.nobody().get("/metrics")).text
        assert re.search(
            r'liaison_requests_total\{method="GET",route="/api/jits/\{jit\}/members",status="200"\} 1\.0', text
        )
        assert team.id not in text
        assert "knows" not in text

    @pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:9100", "localhost", "[::1]:8000"])
    async def test_metrics_are_told_to_this_machine_by_its_own_names(self, app: FastAPI, host: str) -> None:
        """Whatever name people type: the monitor asks at the loopback address."""
        async with new_client(app) as monitor, new_client(app, address="192.0.2.7") as elsewhere:
            assert (await monitor.get("/metrics", headers={"Host": host})).status_code == 200
            assert (await elsewhere.get("/metrics", headers={"Host": host})).status_code == 404
            assert (await monitor.get("/api/metrics", headers={"Host": "[::1]:8000"})).status_code == 421

    @pytest.mark.parametrize("host", ["evil.test", "127.0.0.1.evil.test", "localhost:8000.evil.test", "localhost:", ""])
    async def test_metrics_have_no_other_name(self, client: httpx.AsyncClient, host: str) -> None:
        """A page whose name was rebound to this machine brings its own."""
        assert (await client.get("/metrics", headers={"Host": host})).status_code == 421

    async def test_metrics_are_this_machines_alone(self, app: FastAPI) -> None:
        async with new_client(app, address="192.0.2.7") as elsewhere, new_client(app) as proxied:
            absent = await elsewhere.get("/api/nothing")
            assert (await elsewhere.get("/metrics")).content == absent.content
            for header in ("X-Forwarded-For", "Forwarded", "X-Real-IP"):
                assert (await proxied.get("/metrics", headers={header: "127.0.0.1"})).status_code == 404


class TestDocuments:
    async def test_openapi_names_operations_and_problems(self, client: httpx.AsyncClient) -> None:
        document = (await client.get("/api/openapi.json")).json()
        operation = document["paths"]["/api/jits/{jit}/members"]["post"]
        assert operation["operationId"] == "propose_member"
        assert "422" not in operation["responses"]
        assert "application/problem+json" in operation["responses"]["default"]["content"]
        assert not [name for name in document["components"]["schemas"] if "HTTPValidation" in name]

    async def test_docs_list_every_operation_without_a_script(self, client: httpx.AsyncClient) -> None:
        document = (await client.get("/api/openapi.json")).json()
        page = await client.get("/api/docs")
        assert page.headers["Content-Type"].startswith("text/html")
        assert all(path in page.text for path in document["paths"])
        assert "<script" not in page.text
        assert "//" not in re.sub(r"https?://(localhost|json-schema)", "", page.text).replace("<!--", "")
        nonce = re.search(r"style-src 'nonce-([^']+)'", page.headers["Content-Security-Policy"])
        assert nonce
        assert f'<style nonce="{nonce[1]}">' in page.text


class TestThePage:
    @pytest.fixture
    def dist(self, app: FastAPI, tmp_path: Path) -> Path:
        folder = tmp_path / "dist"
        (folder / "assets").mkdir(parents=True)
        (folder / "index.html").write_text(
            '<meta property="csp-nonce" nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__">'
        )
        (folder / "assets" / "index-a1b2.js").write_text("export {}")
        (folder / "assets" / "index-packed.js").write_text("export {}")
        (folder / "assets" / "index-packed.js.gz").write_bytes(gzip.compress(b"export {}"))
        (folder / "assets" / "index-packed.js.br").write_bytes(b"\x0b\x04\x80export {}\x03"[:9])
        (folder / "mark.svg").write_text("<svg/>")
        (tmp_path / "secret.txt").write_text("not for the web")
        app.state.page = Page(folder)
        return folder

    @pytest.mark.usefixtures("dist")
    async def test_every_path_is_the_page_with_a_nonce_of_its_own(self, client: httpx.AsyncClient) -> None:
        nonces = set()
        for path in ("/", "/index.html", "/jits/1/evidence", "/sign-in?next=/"):
            answer = await client.get(path)
            assert answer.status_code == 200
            assert answer.headers["Cache-Control"] == "no-store"
            (nonce,) = set(re.findall(r'nonce="([^"]+)"', answer.text))
            sent_policy = answer.headers["Content-Security-Policy"]
            assert f"script-src 'self' 'nonce-{nonce}'" in sent_policy
            assert "connect-src 'self' ws://localhost:8000" in sent_policy
            assert "unsafe" not in sent_policy
            nonces.add(nonce)
        assert len(nonces) == 4
        head = await client.head("/")
        assert (head.status_code, head.content) == (200, b"")

    @pytest.mark.usefixtures("dist")
    async def test_built_files_last_and_others_are_asked_again(self, client: httpx.AsyncClient) -> None:
        script = await client.get("/assets/index-a1b2.js")
        assert script.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert "javascript" in script.headers["Content-Type"]
        mark = await client.get("/mark.svg")
        assert (mark.headers["Cache-Control"], mark.headers["Content-Type"]) == ("no-cache", "image/svg+xml")
        packed = await client.get("/assets/index-packed.js", headers={"Accept-Encoding": "gzip"})
        assert (packed.headers["content-encoding"], packed.text) == ("gzip", "export {}")
        smallest = await client.get("/assets/index-packed.js", headers={"Accept-Encoding": "gzip, deflate, br"})
        assert (smallest.headers["content-encoding"], smallest.headers["vary"]) == ("br", "Accept-Encoding")
        assert smallest.headers["content-length"] == "9"
        for none in ("identity", "br;q=0, gzip; q=0", ""):
            plain = await client.get("/assets/index-packed.js", headers={"Accept-Encoding": none})
            assert "content-encoding" not in plain.headers
            assert plain.text == "export {}"
        assert (await client.get("/assets/index-old.js")).status_code == 404

    async def test_a_file_that_went_with_a_new_build_is_absent_and_no_fault(
        self, client: httpx.AsyncClient, dist: Path
    ) -> None:
        assert (await client.get("/assets/index-a1b2.js")).status_code == 200
        (dist / "assets" / "index-a1b2.js").unlink()
        (dist / "assets" / "index-packed.js.gz").unlink()
        assert (await client.get("/assets/index-a1b2.js")).status_code == 404
        unpacked = await client.get("/assets/index-packed.js", headers={"Accept-Encoding": "gzip"})
        assert (unpacked.status_code, unpacked.text) == (200, "export {}")

    @pytest.mark.usefixtures("dist")
    @pytest.mark.parametrize(
        "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "//secret.txt"]
    )
    async def test_nothing_outside_is_served(self, client: httpx.AsyncClient, path: str) -> None:
        assert "not for the web" not in (await client.get(f"{ORIGIN}{path}")).text

    async def test_an_unbuilt_page_says_what_to_do(
        self, app: FastAPI, client: httpx.AsyncClient, tmp_path: Path
    ) -> None:
        app.state.page = Page(tmp_path / "none")
        answer = await client.get("/")
        assert answer.status_code == 503
        assert "make page" in answer.text
