"""Logs as servers write them: web, sign-in and mail.

Here: nginx's combined form, the system log of sshd, and Postfix's. Not here: packets (`capture`).
"""

import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import islice

from app.demo.content import Content, dice, steps, text

__all__ = ["mail_log", "sign_in_log", "web_log"]

PATHS = (
    "/",
    "/browse?page=1",
    "/browse?page=2",
    "/listing/40317",
    "/orders",
    "/escrow",
    "/messages",
    "/account",
    "/static/site.css",
    "/rules",
)
AGENTS = (
    "Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0",
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    "python-requests/2.32.3",
)
Line = Callable[[random.Random, datetime], str]


def _log(name: str, start: datetime, count: int, gap: float, line: Line) -> Content:
    rng = dice("log", name)
    return text(name, "".join(f"{line(rng, at)}\n" for at in islice(steps(rng, start, gap / 20, gap * 2), count)))


def web_log(name: str, start: datetime, clients: Sequence[str], count: int) -> Content:
    """An access log in the combined form, times in UTC, about one request every twenty seconds."""

    def line(rng: random.Random, at: datetime) -> str:
        status = rng.choice((200, 200, 200, 200, 302, 304, 404, 403))
        request = "POST /login" if rng.randrange(9) == 0 else f"GET {rng.choice(PATHS)}"
        when = f"{at.astimezone(UTC):%d/%b/%Y:%H:%M:%S +0000}"
        return f'{rng.choice(clients)} - - [{when}] "{request} HTTP/1.1" {status} {rng.randrange(180, 24000)} "-" "{rng.choice(AGENTS)}"'

    return _log(name, start, count, 20, line)


def sign_in_log(name: str, start: datetime, clients: Sequence[str], count: int, *, host: str) -> Content:
    """What sshd wrote: refused guesses, now and then an accepted key; times of the machine (UTC), no year, as always."""

    def line(rng: random.Random, at: datetime) -> str:
        head = f"{at.astimezone(UTC):%b %d %H:%M:%S} {host} sshd[{rng.randrange(900, 32000)}]:"
        source = f"from {rng.choice(clients)} port {rng.randrange(32768, 61000)} ssh2"
        if rng.randrange(6) == 0:
            key = rng.choice(("q0Vw3nT7xK1d", "Lr8Pz2mYc5Ha"))
            return f"{head} Accepted publickey for {rng.choice(('wick', 'deploy'))} {source}: ED25519 SHA256:{key}"
        return (
            f"{head} Failed password for invalid user {rng.choice(('admin', 'oracle', 'test', 'pi', 'git'))} {source}"
        )

    return _log(name, start, count, 180, line)


def mail_log(name: str, start: datetime, count: int, *, host: str) -> Content:
    """What a mail relay wrote of the messages it passed on."""

    def line(rng: random.Random, at: datetime) -> str:
        head = f"{at.astimezone(UTC):%b %d %H:%M:%S} {host} postfix/smtp[{rng.randrange(900, 32000)}]: {rng.randbytes(5).hex().upper()}:"
        target = rng.choice(
            ("customer_2210@mail.test", "bougie@mail.test", "support@lantern.example", "orders@kade.example")
        )
        status = rng.choice(("sent (250 2.0.0 Ok)", "sent (250 2.0.0 Ok)", "deferred (451 4.7.1 greylisted)"))
        return f"{head} to=<{target}>, relay=mx1.mail.example[192.0.2.25]:25, delay={rng.uniform(0.2, 9):.1f}, status={status}"

    return _log(name, start, count, 240, line)
