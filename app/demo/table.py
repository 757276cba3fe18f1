"""Tables as their sources write them: bank statements of several countries, wallet movements, connection records.

Here: comma-separated files (RFC 4180), each with the separator, decimal sign, date form and encoding of its country.
Not here: what the numbers mean; the reports say that.
"""

import csv
import io
import ipaddress
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from app.demo.content import Content, dice, steps

__all__ = ["STYLES", "Style", "connections", "movements", "offers", "statement"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a country's banks write: separator, decimal sign, date, encoding, heading, words of purpose."""

    separator: str
    decimal: str
    date: str
    encoding: str
    heading: tuple[str, ...]
    purposes: tuple[str, ...]
    currency: str = "EUR"


STYLES = {
    "NL": Style(
        ",",
        ",",
        "%Y%m%d",
        "utf-8",
        ("Datum", "Naam / Omschrijving", "Rekening", "Tegenrekening", "Af Bij", "Bedrag", "Valuta", "Mededelingen"),
        ("Huur server", "Retour order", "Tikkie", "Verkoop cadeaukaart", "Uitbetaling", "Terugbetaling lening"),
    ),
    "DE": Style(
        ";",
        ",",
        "%d.%m.%Y",
        "cp1252",
        (
            "Buchungstag",
            "Begünstigter/Auftraggeber",
            "Konto",
            "Gegenkonto",
            "Soll/Haben",
            "Betrag",
            "Währung",
            "Verwendungszweck",
        ),
        ("Miete Büro", "Gutschein-Verkauf", "Rückzahlung", "Honorar März", "Überweisung privat", "Einkauf"),
    ),
    "FR": Style(
        ";",
        ",",
        "%d/%m/%Y",
        "utf-8-sig",
        ("Date", "Libellé", "Compte", "Contrepartie", "Débit/Crédit", "Montant", "Devise", "Référence"),
        (
            "Virement reçu",
            "Vente carte cadeau",
            "Remboursement prêt",
            "Prélèvement hébergeur",
            "Loyer",
            "Achat en ligne",
        ),
    ),
    "CH": Style(
        ";",
        ".",
        "%d.%m.%Y",
        "utf-8",
        ("Valuta", "Text", "Konto", "Gegenkonto", "S/H", "Betrag", "Währung", "Mitteilung"),
        ("Vergütung", "Auszahlung Partner", "Gebühr", "Wechsel CHF/EUR", "Rückerstattung", "Dauerauftrag"),
        "CHF",
    ),
    "ES": Style(
        ";",
        ",",
        "%d/%m/%Y",
        "utf-8-sig",
        ("Fecha", "Concepto", "Cuenta", "Contrapartida", "Debe/Haber", "Importe", "Divisa", "Referencia"),
        ("Transferencia recibida", "Alquiler almacén", "Peaje", "Devolución", "Gestoría", "Compra"),
    ),
}
SIGNS = {"NL": ("Af", "Bij"), "DE": ("S", "H"), "FR": ("D", "C"), "CH": ("S", "H"), "ES": ("D", "H")}


def _write(name: str, rows: Iterable[Sequence[object]], *, separator: str = ",", encoding: str = "utf-8") -> Content:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return Content(name, "text/csv", out.getvalue().encode(encoding))


def statement(
    name: str, country: str, account: str, start: datetime, *, counterparts: Sequence[str], count: int
) -> Content:
    """A bank's statement: `count` bookings from `start` on, mostly small sums in, now and then a large one out."""
    style, rng = STYLES[country], dice("statement", name)
    rows: list[tuple[object, ...]] = [style.heading]
    for at in islice(steps(rng, start, 3_000, 62_000), count):
        out = rng.random() < 0.22  # noqa: PLR2004 - one booking in five
        amount = rng.uniform(900, 6400) if out else rng.choice([25, 49.9, 50, 75, 99, 120]) * rng.choice([1, 1, 2, 3])
        figure = f"{amount:.2f}".replace(".", style.decimal)
        other = rng.choice(counterparts)
        who = (
            f"{rng.choice(['Rekening', 'Konto', 'Cpte'])} {other[-4:]}"
            if rng.randrange(3)
            else "—".encode(style.encoding, "replace").decode(style.encoding)
        )
        rows.append(
            (
                at.strftime(style.date),
                who,
                account,
                other,
                SIGNS[country][0 if out else 1],
                figure,
                style.currency,
                f"{rng.choice(style.purposes)} {rng.randrange(10**6):06d}",
            )
        )
    return _write(name, rows, separator=style.separator, encoding=style.encoding)


def movements(name: str, start: datetime, wallets: Sequence[str], count: int) -> Content:
    """Movements between wallets: transaction, height, time (UTC), from, to, amount and fee in BTC, how sure we are."""
    rng, height = dice("movements", name), 884_000
    rows: list[tuple[object, ...]] = [
        ("txid", "height", "time_utc", "from", "to", "amount_btc", "fee_btc", "cluster", "confidence")
    ]
    for at in islice(steps(rng, start, 400, 21_000), count):
        height += rng.randrange(1, 40)
        one, two = rng.sample(list(wallets), 2)
        rows.append(
            (
                rng.randbytes(32).hex(),
                height,
                f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
                one,
                two,
                f"{rng.lognormvariate(-3, 1.2):.8f}",
                f"{rng.uniform(0.000004, 0.00009):.8f}",
                rng.choice(["LANTERN-HOUSE", "LANTERN-VENDOR", "EXCHANGE", "UNKNOWN"]),
                rng.choice(["certain", "likely", "possible"]),
            )
        )
    return _write(name, rows)


def _port(rng: random.Random) -> int:
    return rng.randrange(32_768, 61_000)


def connections(name: str, start: datetime, servers: Sequence[str], clients: Sequence[str], count: int) -> Content:
    """Connection records of a provider: beginning and end (UTC), both addresses and ports, packets, bytes."""
    rng = dice("connections", name)
    rows: list[tuple[object, ...]] = [
        (
            "start_utc",
            "seconds",
            "source",
            "source_port",
            "destination",
            "destination_port",
            "protocol",
            "packets",
            "bytes",
        )
    ]
    for at in islice(steps(rng, start, 5, 900), count):
        client, server = rng.choice(clients), rng.choice(servers)
        if ipaddress.ip_address(client).version != ipaddress.ip_address(server).version:
            continue
        packets = rng.randrange(8, 9000)
        rows.append(
            (
                f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z",
                f"{rng.uniform(0.2, 640):.3f}",
                client,
                _port(rng),
                server,
                rng.choice([80, 443, 443, 443, 22, 51820]),
                "tcp",
                packets,
                packets * rng.randrange(90, 1300),
            )
        )
    return _write(name, rows)


def _offers(rng: random.Random, count: int) -> Iterator[tuple[object, ...]]:
    for number in range(count):
        yield (
            38_000 + number * 3 + rng.randrange(3),
            rng.choice(["mail", "shop", "bank", "vpn", "cookies"]),
            rng.choice(["DE", "NL", "FR", "CH", "AT", "BE"]),
            rng.randrange(20, 4200),
            f"{rng.uniform(0.4, 19):.2f}",
            rng.choice(["tallow", "bougie", "matchbox", "snuffer"]),
            rng.randrange(0, 900),
            rng.choice(["live", "live", "sold out", "removed"]),
        )


def offers(name: str, count: int) -> Content:
    """The marketplace's own table of offers."""
    heading = ("id", "kind", "country", "sets", "price_eur", "seller", "sold", "state")
    return _write(name, [heading, *_offers(dice("offers", name), count)])
