"""All settings: typed, frozen, documented. The only reader of the environment.

An environment variable is `LIAISON_` plus the field's name, except the three database addresses, which keep the names
that hosting tools use. `docs/settings.md` is generated from this file.
"""

import os
from datetime import timedelta
from functools import lru_cache
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Final, Literal, Self

from pydantic import AliasChoices, Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


class Settings(BaseSettings):
    """Settings that an operator can configure. Frozen: settings of a running server do not change."""

    model_config = SettingsConfigDict(env_prefix="LIAISON_", frozen=True, extra="ignore")

    state: Path = Field(
        Path(".liaison"),
        validate_default=True,
        description="Folder for keys, objects, exports and the bundled database.",
    )
    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8000, ge=1, le=65535, description="Port to listen on.")
    origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Exact origins from which the page is served, separated by commas; default: localhost and 127.0.0.1 at the port.",
    )
    database_url: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("DATABASE_URL"),
        description="The application's database; none: the bundled one. With `?ssl=verify-full`, as in the two below, the connection"
        " is encrypted and the server's certificate has to lead to a file that `PGSSLROOTCERT` names.",
    )
    database_owner_url: SecretStr | None = Field(
        None, validation_alias=AliasChoices("DATABASE_OWNER_URL"), description="The migrations' database role."
    )
    database_engine_url: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("DATABASE_ENGINE_URL"),
        description="The sequencer's, hub's and worker's database role.",
    )
    objects_url: str | None = Field(
        None,
        pattern=r"^(s3|gs|az)://[^\s]+$",
        description="Object store for sealed evidence, such as `s3://bucket/prefix`; none: files below the state folder. "
        "Credentials and endpoint come from where the store's own tools look (`AWS_ACCESS_KEY_ID`, `AWS_ENDPOINT_URL` …).",
    )
    objects_roots: Path | None = Field(
        None,
        description="A file of certificates (PEM) that the object store's may lead to, besides those of the system.",
    )
    ledger_name: str = Field(
        "liaison.localhost",
        pattern=r"^[a-z0-9][a-z0-9.-]{0,200}$",
        description="First part of every ledger's origin. Stored at founding, never taken from Host or port.",
    )
    demo: bool = Field(
        default=False, description="Build and admit the demonstration teams; only on a loopback address."
    )
    worker: bool = Field(
        default=True, description="Run the worker beside the server, in a process of its own that ends with it."
    )
    trusted_proxies: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Addresses of proxies in front, separated by commas, whose X-Forwarded-For is believed; default: none.",
    )
    secure_cookies: bool | None = Field(
        None, description="Mark cookies Secure; default: unless the server listens on a loopback address only."
    )
    connections: int = Field(
        10_000,
        ge=1,
        description="Connections that this process has open at a time; one more gets 503. The system's limit of open files, less 512,"
        " is the limit where it is lower.",
    )
    connections_per_network: int = Field(
        512,
        ge=1,
        description="Connections that one network (an IPv4 address, or a /64 of IPv6) has open at a time, and requests in progress and"
        " sockets of one network behind a trusted proxy; one more gets 503.",
    )
    unlimited_networks: Annotated[tuple[str, ...], NoDecode] = Field(
        ("127.0.0.0/8", "::1/128"),
        description="Networks, separated by commas, to which only the limit of all connections applies, as it does to trusted proxies.",
    )
    body_seconds: float = Field(
        30.0, gt=0, description="A request's body must arrive within so many seconds, unless it is of a file; else 408."
    )
    silence_seconds: float = Field(
        20.0,
        gt=0,
        description="A body of which nothing arrives for so long gets 408, also of a file. A client that takes less than 1 KiB a second"
        " of its answer, over so long, is cut off.",
    )
    session_hours: int = Field(12, ge=1, le=72, description="A session ends this long after sign-in.")
    session_idle_minutes: int = Field(120, ge=5, le=1440, description="A session ends this long after its last use.")
    operator_second_factor: bool = Field(
        default=True,
        description="Operators and administrators of organisations act only in sessions that proved a second factor; accounts of "
        "the demonstration need none.",
    )
    recovery_hours: int = Field(
        24,
        ge=1,
        le=336,
        description="Waiting time of an account's recovery by its organisation; the person is told and can stop it.",
    )
    token_minutes: int = Field(10, ge=1, le=60, description="A token for scripts lives this long.")
    script_token_days: int = Field(
        365, ge=1, le=365, description="A named token of a script lives at most so many days."
    )
    checkpoint_seconds: float = Field(10.0, gt=0, description="A grown ledger gets a checkpoint this often.")
    checkpoint_heartbeat_seconds: float = Field(600.0, gt=0, description="A quiet ledger gets one this often.")
    timestamp_authorities: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Addresses of time-stamping authorities (RFC 3161), separated by commas; none: no checkpoint is stamped.",
    )
    timestamp_roots: Path | None = Field(
        None, description="A file of certificates (PEM) that the authorities' tokens must lead to."
    )
    seal: Path | None = Field(
        None,
        description="The certificate and key that sign documents for people (PAdES), with the certificates above it: PEM or PKCS#12;"
        " none: a self-signed one is made and kept with the ledgers' keys.",
    )
    seal_password: SecretStr | None = Field(None, description="What opens the seal's key.")
    timestamp_minutes: float = Field(60.0, gt=0, description="A grown ledger's checkpoint is stamped this often.")
    host_party: str | None = Field(
        None,
        description="Code of the party that runs this server: its witness does not count, for it would witness itself.",
    )
    witness_networks: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Networks, separated by commas, in which witnesses are asked besides public addresses, such as `10.20.0.0/16`;"
        " without TLS only on a loopback address named here.",
    )
    witness: Path | None = Field(
        None,
        description="Folder of a witness (`liaison witness init`) with which this server cosigns ledgers of others, at `/witness`;"
        " none: it cosigns nothing. It lies outside the state folder, for it must never be put back from a backup.",
    )
    translation_url: str | None = Field(
        None,
        pattern=r"^https?://[^\s?#]+$",
        description="A translation service that speaks as LibreTranslate does, such as `http://127.0.0.1:5000`; none: no text is sent"
        " anywhere. A channel says at its opening whether its texts may go there.",
    )
    translation_key: SecretStr | None = Field(None, description="What that service asks of those who ask it.")
    scanner: str | None = Field(
        None,
        pattern=r"^(unix:/[^\s]+|(127\.0\.0\.1|\[::1\]|localhost):[0-9]{1,5})$",
        description="A malware scanner on this machine that speaks as ClamAV's daemon does, such as `unix:/run/clamav/clamd.ctl` or"
        " `127.0.0.1:3310`; none: no file is scanned. It gets the bytes of each file in the clear.",
    )
    scanner_limit_bytes: int = Field(
        100 * 2**20,
        gt=0,
        description="A larger file is not sent to the scanner, and its page says so: at most `StreamMaxLength` of the daemon.",
    )
    upload_limit_bytes: int = Field(16 * 2**40, gt=0, description="Largest file accepted.")
    upload_silence_hours: float = Field(
        168.0,
        gt=0,
        le=876_000,
        description="An unfinished upload that receives nothing for so long ends; what had arrived is erased.",
    )
    party_quota_bytes: int = Field(
        256 * 2**30,
        ge=0,
        description="What the files of one party in one team may come to, as announced, by default 256 GiB; 0: no bound.",
    )
    jit_quota_bytes: int = Field(
        2**40,
        ge=0,
        description="The same for a whole team, by default 1 TiB; 0: no bound. A party that meets it learns that the team's store is full.",
    )
    space_reserve_bytes: int = Field(
        2**30, ge=0, description="Uploads and bundles leave this much free on the disk that holds the state folder."
    )
    backup_days: int = Field(
        35,
        ge=0,
        le=3650,
        description="The operator's backups are kept for so many days; a certificate of erasure says when the last one ends.",
    )
    fixity_days: int = Field(
        30,
        ge=0,
        le=3650,
        description="The stored files of an exhibit are compared with their hashes this many days after the last time; 0: by order alone.",
    )
    fixity_mib_per_second: float = Field(
        64.0, gt=0, description="For that, no more than so many MiB are read in a second: work comes first."
    )
    bundle_days: int = Field(
        30, ge=1, le=3650, description="A bundle is kept for so many days after it was made; then its file is removed."
    )
    smtp_host: str | None = Field(
        None,
        pattern=r"^[A-Za-z0-9.:-]{1,253}$",
        description="The mail server that takes e-mail for people who want it; none: nobody is written to.",
    )
    smtp_port: int = Field(587, ge=1, le=65535, description="Its port.")
    smtp_security: Literal["starttls", "tls", "none"] = Field(
        "starttls", description="How the way there is protected; `none` only to a loopback address."
    )
    smtp_roots: Path | None = Field(
        None, description="A file of certificates (PEM) that the mail server's must lead to; none: those of the system."
    )
    smtp_user: str | None = Field(None, description="The name with which one signs in there; none: one does not.")
    smtp_password: SecretStr | None = Field(None, description="The password with it.")
    smtp_password_file: Path | None = Field(None, description="A file that holds the password, instead.")
    smtp_sender: str | None = Field(
        None,
        pattern=r"^[^@\s\x00-\x1f\x7f<>,;:\"]{1,64}@[A-Za-z0-9.-]{1,189}$",
        description="The address from which e-mail comes, such as `liaison@example.org`; needed where there is a mail server.",
    )
    mail_minutes: int = Field(
        15,
        ge=1,
        le=1440,
        description="One account gets no more than one e-mail in so many minutes: what comes meanwhile is in it.",
    )
    socket_queue: int = Field(512, ge=512, description="Facts kept for a slow reader before its socket is closed.")
    socket_ping_seconds: float = Field(
        20.0, gt=0, description="A socket is pinged this often, and closed when no pong comes within as long."
    )
    socket_seconds: float = Field(600.0, gt=0, description="A socket lives at most this long and resumes by itself.")
    socket_most: int = Field(
        32,
        ge=1,
        description="Sockets that one seat may have open at a server process; the handshake of one more gets 429.",
    )
    database_pool: int = Field(16, ge=1, le=200, description="Connections of the application's pool.")
    access_log: str | None = Field(
        None,
        description="A file, or `-` for standard output, for requests and sign-ins as JSON lines with OCSF names; none: nowhere.",
    )
    log_format: Literal["console", "json"] = Field("console", description="How log lines look.")

    @field_validator("access_log")
    @classmethod
    def _empty_is_none(cls, value: str | None) -> str | None:
        return value or None

    @field_validator("state")
    @classmethod
    def _from_here(cls, value: Path) -> Path:
        """Make the path absolute, because child processes start in another folder."""
        return value.absolute()

    @field_validator(
        "origins", "trusted_proxies", "timestamp_authorities", "witness_networks", "unlimited_networks", mode="before"
    )
    @classmethod
    def _split(cls, value: object) -> object:
        return (
            tuple(part.strip().rstrip("/") for part in value.split(",") if part.strip())
            if isinstance(value, str)
            else value
        )

    @field_validator("witness_networks", "unlimited_networks")
    @classmethod
    def _are_networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(str(ip_network(each)) for each in value)

    @model_validator(mode="after")
    def _mail_is_whole(self) -> Self:
        if self.smtp_host is None:
            return self
        if self.smtp_sender is None:
            raise ValueError("LIAISON_SMTP_SENDER is needed where LIAISON_SMTP_HOST is set")
        if self.smtp_security == "none" and self.smtp_host not in _LOOPBACK:
            raise ValueError("LIAISON_SMTP_SECURITY=none sends in the clear: only to a loopback address")
        if self.smtp_password is not None and self.smtp_password_file is not None:
            raise ValueError("name LIAISON_SMTP_PASSWORD or LIAISON_SMTP_PASSWORD_FILE, not both")
        if (self.smtp_user is None) != (self.smtp_password is None and self.smtp_password_file is None):
            raise ValueError("LIAISON_SMTP_USER and its password go together")
        return self

    @property
    def sends_mail(self) -> bool:
        """Whether e-mail is sent to users who want it."""
        return self.smtp_host is not None

    @property
    def password_of_mail(self) -> str | None:
        """The mail server's password, from the setting or the file."""
        if self.smtp_password_file is not None:
            return self.smtp_password_file.read_text("utf-8").strip()
        return None if self.smtp_password is None else self.smtp_password.get_secret_value()

    @property
    def fixity_every(self) -> timedelta | None:
        """Time from one integrity check to the next; `None`: no regular checks."""
        return timedelta(days=self.fixity_days) if self.fixity_days else None

    @property
    def loopback(self) -> bool:
        """Whether the server is reachable from this machine only."""
        return self.host in _LOOPBACK

    @property
    def cookies_are_secure(self) -> bool:
        """Whether cookies have the attribute `Secure`."""
        return not self.loopback if self.secure_cookies is None else self.secure_cookies

    @property
    def allowed_origins(self) -> tuple[str, ...]:
        """Exact origins from which a write with a session cookie is accepted."""
        if self.origins:
            return self.origins
        return tuple(f"http://{name}:{self.port}" for name in ("localhost", "127.0.0.1"))

    @property
    def allowed_hosts(self) -> tuple[str, ...]:
        """Accepted values of the Host header."""
        return tuple(origin.split("://", 1)[1] for origin in self.allowed_origins)


def documented() -> str:
    """Return `docs/settings.md`: every setting with environment variable, default and description."""
    lines = [
        "# Settings",
        "",
        "Made from `app/settings.py` by `make generate`. Each is a variable of the environment, read once at the start.",
        "",
        "| variable | default | what it does |",
        "|---|---|---|",
    ]
    for name, field in Settings.model_fields.items():
        alias = field.validation_alias
        variable = str(alias.choices[0]) if isinstance(alias, AliasChoices) else f"LIAISON_{name.upper()}"
        value = ",".join(field.default) if isinstance(field.default, tuple) else field.default
        default = "" if value in (None, "") else f"`{value}`"
        lines.append(f"| `{variable}` | {default} | {field.description} |")
    return "\n".join(lines)


@lru_cache(maxsize=1)
def from_environment() -> Settings:
    """Return the settings of this process, read once."""
    return Settings()


def for_another_process(settings: Settings) -> dict[str, str]:
    """Return this process's environment with the databases of `settings`, for a child process."""
    addresses = {"DATABASE_URL": settings.database_url, "DATABASE_ENGINE_URL": settings.database_engine_url}
    return os.environ | {name: each.get_secret_value() for name, each in addresses.items() if each is not None}
