"""A time-stamping authority for tests: `openssl ts` behind HTTP, with its own certificates."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_CONFIGURATION = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
signer_cert = {folder}/signer.pem
signer_key = {folder}/signer.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""


class StampingAuthority:
    """`address` to ask, `roots` to believe it by. `answer`: set it to make the authority say something else."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.roots = folder, folder / "roots.pem"
        self.answer: tuple[int, bytes] | None = None
        self.asked: list[bytes] = []
        self.address = ""
        _make_certificates(folder)
        (folder / "serial").write_text("01\n")
        (folder / "tsa.cnf").write_text(_CONFIGURATION.format(folder=folder))

    def reply(self, query: bytes) -> bytes:
        """The answer of `openssl ts` to a query (DER)."""
        (self.folder / "query.tsq").write_bytes(query)
        command: list[str | Path] = [
            "openssl",
            "ts",
            "-reply",
            "-config",
            self.folder / "tsa.cnf",
            "-queryfile",
            self.folder / "query.tsq",
        ]
        done = subprocess.run([*command, "-out", self.folder / "reply.tsr"], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        return (self.folder / "reply.tsr").read_bytes()

    def over(self, message: bytes) -> bytes:
        """Its token over a message, asked for without a nonce."""
        (self.folder / "message").write_bytes(message)
        command: list[str | Path] = [
            "openssl",
            "ts",
            "-query",
            "-data",
            self.folder / "message",
            "-sha256",
            "-cert",
            "-no_nonce",
        ]
        return self.reply(subprocess.run(command, capture_output=True, check=True).stdout)


@contextmanager
def stamping(folder: Path) -> Iterator[StampingAuthority]:
    """An authority that answers while this lasts."""
    folder.mkdir(parents=True, exist_ok=True)
    authority, one_at_a_time = StampingAuthority(folder), threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers["Content-Length"]))
            with one_at_a_time:
                authority.asked.append(query)
                status, body = authority.answer or (200, authority.reply(query))
            self.send_response(status)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing: tests read what was asked."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    authority.address = f"http://127.0.0.1:{server.server_address[1]}/"
    try:
        yield authority
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _make_certificates(folder: Path) -> None:
    root, signer = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Root of a test")])
    plain = _certificate(issuer, issuer, root, root).add_extension(x509.BasicConstraints(True, None), critical=True)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Authority of a test")])
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    signing = _certificate(subject, issuer, signer, root).add_extension(usage, critical=True)
    pem = serialization.Encoding.PEM
    (folder / "roots.pem").write_bytes(plain.sign(root, hashes.SHA256()).public_bytes(pem))
    (folder / "signer.pem").write_bytes(signing.sign(root, hashes.SHA256()).public_bytes(pem))
    (folder / "signer.key").write_bytes(
        signer.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, signer: ec.EllipticCurvePrivateKey
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
    )
