"""View of the settings that an operator checks: effective values without secrets, and where each is set."""

from typing import Final, Literal
from urllib.parse import urlsplit, urlunsplit

from pydantic import AliasChoices, SecretStr
from pydantic_settings import BaseSettings

from app.api.schemas import View

Group = Literal["mail", "storage", "server"]
#: Settings by group. A setting that is not listed is not shown.
SHOWN: Final[dict[Group, tuple[str, ...]]] = {
    "mail": (
        "smtp_host",
        "smtp_port",
        "smtp_security",
        "smtp_user",
        "smtp_password",
        "smtp_password_file",
        "smtp_roots",
        "smtp_sender",
        "mail_minutes",
    ),
    "storage": (
        "state",
        "objects_url",
        "upload_limit_bytes",
        "party_quota_bytes",
        "jit_quota_bytes",
        "space_reserve_bytes",
        "backup_days",
        "fixity_days",
    ),
    "server": ("host", "port", "origins", "trusted_proxies", "ledger_name", "database_url", "session_hours", "demo"),
}


class SettingView(View):
    """A setting. `value`: null if it is not set, or secret. `is_set`: set by the operator, not by default."""

    name: str
    variable: str
    group: Group
    value: str | None
    secret: bool
    is_set: bool


class ConfigurationView(View):
    """The settings in effect. `free_bytes`: free space on the disk of the state folder, without the reserve."""

    settings: list[SettingView]
    sends_mail: bool
    stores_remotely: bool
    free_bytes: int


def setting_views(settings: BaseSettings) -> list[SettingView]:
    """Return the shown settings in their order."""
    return [_view(settings, group, name) for group, names in SHOWN.items() for name in names]


def _view(settings: BaseSettings, group: Group, name: str) -> SettingView:
    value, alias = getattr(settings, name), type(settings).model_fields[name].validation_alias
    return SettingView(
        name=name,
        variable=str(alias.choices[0]) if isinstance(alias, AliasChoices) else f"LIAISON_{name.upper()}",
        group=group,
        value=_text(value),
        secret=isinstance(value, SecretStr),
        is_set=name in settings.model_fields_set,
    )


def _text(value: object) -> str | None:
    if value in (None, (), "") or isinstance(value, SecretStr):
        return None
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    text = str(value)
    return _without_user(text) if "://" in text else text


def _without_user(address: str) -> str:
    """Return a URL without name and password, and without its query."""
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
