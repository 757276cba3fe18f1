"""What a provider answers when asked for a subscriber: a JSON record, and a plain letter of the kind that comes by e-mail.

Here: the two forms. Not here: connection records (`table`).
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.demo.content import Content, dice, text

__all__ = ["Subscriber", "subscriber_json", "subscriber_text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriber:
    """Whom the provider knows under an account: nobody real; `paid_by` is a wallet or an IBAN."""

    provider: str
    reference: str
    account: str
    name: str
    mail: str
    phone: str
    address: str
    paid_by: str
    answered: datetime

    def sessions(self) -> list[dict[str, str | int]]:
        """The latest sign-ins: instant (UTC), address and source port, without which a shared address says nothing."""
        rng, at = dice("sessions", self.account), self.answered.astimezone(UTC) - timedelta(days=30)
        out: list[dict[str, str | int]] = []
        for _ in range(24):
            at += timedelta(seconds=rng.randrange(20_000, 170_000))
            address = rng.choice(["198.51.100.187", "192.0.2.71", "2001:db8:12::5e", "203.0.113.190"])
            out.append({"at_utc": f"{at:%Y-%m-%dT%H:%M:%SZ}", "address": address, "port": rng.randrange(1024, 65_535)})
        return [row for row in out if str(row["at_utc"]) < f"{self.answered.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"]


def subscriber_json(name: str, who: Subscriber) -> Content:
    """The record as an interface returns it."""
    body = {
        "reference": who.reference,
        "provider": who.provider,
        "answered_at": who.answered.isoformat(),
        "account": {
            "id": who.account,
            "state": "suspended",
            "opened_on": f"{who.answered - timedelta(days=790):%Y-%m-%d}",
        },
        "subscriber": {
            "name": who.name,
            "e_mail": who.mail,
            "telephone": who.phone,
            "address": who.address,
            "verified": False,
        },
        "payment": {"method": "transfer", "source": who.paid_by},
        "sessions": who.sessions(),
    }
    return text(name, json.dumps(body, ensure_ascii=False, indent=2) + "\n", media_type="application/json")


def subscriber_text(name: str, who: Subscriber, *, salutation: str, closing: str) -> Content:
    """The letter; its encoding is UTF-8 and its times are UTC, as it says."""
    rows = "\n".join(f"    {row['at_utc']}   {row['address']:<18} port {row['port']}" for row in who.sessions())
    body = f"""{who.provider}
Legal requests

Our reference / notre référence / unser Zeichen: {who.reference}
{who.answered:%d.%m.%Y}

{salutation}

    Account      {who.account}
    Name         {who.name} (as entered, not verified)
    E-mail       {who.mail}
    Telephone    {who.phone}
    Address      {who.address}
    Paid by      {who.paid_by}

Sessions (UTC):
{rows}

{closing}
"""
    return text(name, body)
