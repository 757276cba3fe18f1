"""Lantern, the Netherlands: what providers and banks answered, what stood in the open, what the laboratory found.

Here: exhibits as data. Not here: how the files are made.
"""

import hashlib
from functools import partial

from app.demo import answers, reports, screens, table
from app.demo.content import Calendar, Content
from app.demo.photo import png
from app.demo.spec import Exhibit, Marking, Provenance, Release, held, listed, readable, uploads
from app.demo.story import IBAN_NL, ONION, OTHERS, PHONES, ROTTERDAM, WALLETS

__all__ = ["exhibits"]

_exhibit = partial(Exhibit, originator="NL", registered_by="daan@nl.demo")
_europol = Release(
    party="EUROPOL", level="readable", people=("marek@europol.demo",), basis="Agreement, appendix on Europol's part"
)


def exhibits(at: Calendar) -> tuple[Exhibit, ...]:
    """What desks brought, not searches."""
    return (*_orders(at), *_open_sources(at), *_laboratory(at))


def _host_answers(order: Provenance) -> tuple[Content, ...]:
    who = answers.Subscriber(
        provider="Kade Hosting",
        reference="KH-LR-2417",
        account="kade-14/lower",
        name="W. Kandelaar (as entered)",
        mail="wk@post.test",
        phone=PHONES[2],
        address="Voorbeeldstraat 1, 0000 AA Rotterdam",
        paid_by=IBAN_NL,
        answered=order.acquired_at,
    )
    letter = answers.subscriber_text(
        "KH-LR-2417-brief.txt",
        who,
        salutation="Op uw vordering delen wij het volgende mee.",
        closing="Kade Hosting, juridische zaken",
    )
    return answers.subscriber_json("KH-LR-2417.json", who), letter


def _orders(at: Calendar) -> tuple[Exhibit, ...]:
    order = Provenance(
        at.ago(70, "15:20", ROTTERDAM),
        "Public Prosecution Service, Rotterdam, by production order",
        "Kade Hosting, desk for legal requests",
        "Sv, production of user data, Art. 126n ff.",
    )
    return (
        _exhibit(
            key="nl-subscriber",
            title="Subscriber of the rack, hosting provider's answer",
            kind="extract",
            category="subscriber_data",
            provenance=order,
            registered_by="bram@nl.demo",
            releases=readable("DE FR"),
            files=uploads(*_host_answers(order)),
        ),
        _exhibit(
            key="nl-bank",
            title="Account that paid the rack, statement",
            kind="extract",
            category="financial",
            registered_by="noor@nl.demo",
            marking=Marking(("H2",)),
            provenance=Provenance(
                at.ago(52, "11:05", ROTTERDAM),
                "Public Prosecution Service, Rotterdam, by production order",
                "Bank, The Hague",
                "Sv, production of financial data, Art. 126nd",
            ),
            releases=(*held("FR"), *listed("DE")),
            files=uploads(
                table.statement(
                    "afschrift-NL47.csv", "NL", IBAN_NL, at.ago(150, "09:00", ROTTERDAM), counterparts=OTHERS, count=240
                )
            ),
        ),
    )


def _open_sources(at: Calendar) -> tuple[Exhibit, ...]:
    seen = Provenance(
        at.ago(96, "22:14", ROTTERDAM),
        "National Police, High Tech Crime (T-422), from an unattributable line",
        f"http://{ONION}",
        "Sv, general police task (Police Act), open sources",
    )
    pictures = (
        png(
            "browse.png",
            screens.market(
                "browse",
                address=f"{ONION[:30]}.../browse?page=1",
                handle="customer_2210",
                note="Maintenance Friday 22:00 UTC, 40 minutes. Withdraw before.",
            ),
        ),
        png("seller-panel.png", screens.panel("panel", address=f"{ONION[:30]}.../seller", handle="tallow")),
    )
    offers = table.offers("offers-scraped.csv", 420)
    return (
        _exhibit(
            key="nl-screens",
            title="The marketplace as a customer sees it, screens",
            kind="extract",
            category="osint",
            provenance=seen,
            marking=Marking(tlp="GREEN"),
            registered_by="noor@nl.demo",
            releases=(
                *held("DE FR"),
                _europol,
                Release(party="EUROJUST", level="readable", people=("ines@eurojust.demo",)),
            ),
            files=uploads(*pictures),
        ),
        _exhibit(
            key="nl-offers",
            title="Offers on the marketplace, 420 of one night",
            kind="extract",
            category="osint",
            provenance=seen.at("23:02"),
            marking=Marking(tlp="GREEN"),
            releases=held("DE FR"),
            files=uploads(offers, declared=True),
        ),
    )


def _laboratory(at: Calendar) -> tuple[Exhibit, ...]:
    lab = Provenance(
        at.ago(29, "16:45", ROTTERDAM),
        "Forensic Laboratory, The Hague (S. L., expert)",
        "Analysis network, The Hague",
        "Sv, appointment of an expert, Art. 51i ff.",
    )
    sample = hashlib.sha256(b"wick_up.bin").hexdigest()
    report = reports.malware("NL-MA-7 stealer analysis.pdf", lab.acquired_at, sample)
    trace = Provenance(
        at.ago(24, "10:10", ROTTERDAM),
        "National Police, financial investigators (T-431)",
        "Desk analysis, Rotterdam",
        "Sv, general; public block chain",
    )
    return (
        _exhibit(
            key="nl-malware",
            title="Analysis of the program that collects credentials",
            kind="report",
            category="malware",
            provenance=lab,
            registered_by="bram@nl.demo",
            releases=(
                *held("DE FR"),
                Release(party="EUROPOL", level="held", people=("marek@europol.demo",), purposes=("JIT_PURPOSE",)),
            ),
            files=uploads(report, reports.rules("lantern_collector.yar", sample), declared=True),
        ),
        _exhibit(
            key="nl-wallet",
            title="House wallet: movements of 50 days, with the wallet's window",
            kind="extract",
            category="crypto_asset",
            provenance=trace,
            releases=readable("DE"),
            description="France was not given this; it may ask what the Netherlands holds on a wallet.",
            files=uploads(
                table.movements("house-wallet.csv", at.ago(88, "00:00", ROTTERDAM), WALLETS, 360),
                png("wallet-window.png", screens.wallet("house", addresses=WALLETS)),
            ),
        ),
    )
