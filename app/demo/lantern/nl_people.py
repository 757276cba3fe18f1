"""Lantern, the Netherlands: mail, hearings, an intercepted call, plans, and what Switzerland sent on request.

Here: exhibits as data. Not here: how the files are made. Switzerland, a third country, contributes nothing itself before
the inbound gate exists; what it gave came by mutual assistance and is the Netherlands' to register.
"""

# ruff: noqa: RUF001 - quotation marks are meant as such.

from datetime import datetime
from functools import partial

from app.demo import answers, letters, protocols, reports, sound, table
from app.demo.content import Calendar, Content, text
from app.demo.document import Paper
from app.demo.drawings import Room, floor_plan
from app.demo.photo import png
from app.demo.spec import Exhibit, Marking, Provenance, Release, held, listed, readable, uploads
from app.demo.story import IBAN_CH, OTHERS, PHONES, ROTTERDAM, ZURICH

__all__ = ["exhibits"]

_exhibit = partial(Exhibit, originator="NL", registered_by="daan@nl.demo")
_police = "National Police, High Tech Crime (T-417)"
_HEARD = [
    "Wat is uw werk?",
    "Ik beheer de zaal. Wie een kast huurt krijgt van mij een pas.",
    "Wie kwam er bij kast kade-14?",
    "Een man, altijd na acht uur 's avonds. Hij zei dat hij een spelserver had.",
    "Wat viel u op?",
    "Hij nam steeds een zwarte stick mee en vroeg of er camera's waren. Die zijn er, maar de beelden bewaren wij dertig dagen.",
    "Zou u hem herkennen?",
    "Zijn stem wel.",
]
_TRANSCRIPT = text(
    "gesprek-19-32.txt",
    "19:32:04  kiest 0417# in keuzemenu\n19:32:31  stem 1: «met wie?»\n19:32:33  stem 2: «met de kast. is er iemand geweest?»\n19:32:38  stem 1: «nee. niet via de telefoon.»\n19:32:41  verbroken\n",
)


def exhibits(at: Calendar) -> tuple[Exhibit, ...]:
    """What people wrote and said, what is planned, what came by mutual assistance."""
    return (*_mail(at), _witness(at), *_secret(at), *_plans(at), *_switzerland(at))


def _mail(at: Calendar) -> tuple[Exhibit, ...]:
    order = Provenance(
        at.ago(36, "10:45", ROTTERDAM),
        "Public Prosecution Service, Rotterdam, by production order",
        "Mail provider, Amsterdam",
        "Sv, production of stored content, Art. 126ng, authorised by the investigating judge",
    )
    return (
        _exhibit(
            key="nl-support-mail",
            title="Mailbox support@lantern.example, last nine days",
            kind="extract",
            category="content_data",
            provenance=order,
            registered_by="noor@nl.demo",
            releases=(*held("DE"), *readable("FR", not_before=at.ahead(hours=36))),
            files=uploads(letters.support_mailbox("support.mbox", at.ago(42, "16:05", ROTTERDAM)), declared=True),
        ),
        _exhibit(
            key="nl-privileged",
            title="Mailbox wk@post.test, not yet filtered",
            kind="extract",
            category="content_data",
            provenance=order.at("11:20"),
            marking=Marking(
                ("H1", "H2", "H3"),
                "May hold correspondence with counsel. Nobody of the investigation opens it before the filter team has cleared it.",
                "AMBER",
            ),
            description="Correspondence with a person who may be a lawyer was seen in the list of senders. Kept to the Netherlands.",
            files=uploads(letters.counsel_mailbox("wk.mbox", at.ago(43, "09:15", ROTTERDAM))),
        ),
    )


def _witness(at: Calendar) -> Exhibit:
    when = at.ago(58, "17:10", ROTTERDAM)
    paper = Paper(
        authority="Politie – Team High Tech Crime",
        reference="NL/PV/0377",
        title="",
        created=when,
        marking="TLP:AMBER · H1",
        language="nl",
    )
    heard = Provenance(
        when,
        "National Police, High Tech Crime (T-422)",
        "Police station, Rotterdam",
        "Sv, hearing of a witness by the police",
    )
    return _exhibit(
        key="nl-witness",
        title="Hearing of the hall's caretaker",
        kind="report",
        category="statement",
        provenance=heard,
        marking=Marking(("H1",)),
        releases=listed("DE"),
        files=uploads(protocols.hearing("PV-0377 verhoor.pdf", paper, heard, "Getuige 1, beheerder", _HEARD)),
    )


def _secret(at: Calendar) -> tuple[Exhibit, ...]:
    line = Provenance(
        at.ago(49, "19:32", ROTTERDAM),
        "National Police, interception room",
        "Interception room, Rotterdam",
        "Sv, interception, Art. 126m, authorised by the investigating judge",
    )
    return (
        _exhibit(
            key="nl-informant",
            title="Information report 3",
            kind="report",
            category="statement",
            registered_by="noor@nl.demo",
            provenance=Provenance(
                at.ago(54, "13:00", ROTTERDAM),
                "National Police, criminal intelligence",
                "Not stated",
                "Police Act; protected source",
            ),
            marking=Marking(("H1", "H2"), tlp="RED"),
            releases=(
                Release(party="DE", level="readable", people=("jonas@de.demo",), basis="Agreed between the leaders"),
            ),
            files=uploads(reports.informant("informatierapport 3.pdf", at.ago(54, "13:00", ROTTERDAM))),
        ),
        _exhibit(
            key="nl-call",
            title="Intercepted call, 37 seconds, with transcript",
            kind="working_copy",
            category="interception",
            provenance=line,
            marking=Marking(
                ("H1", "H3"),
                "Interception: open only if named in the warrant or released in writing by the Rotterdam prosecutor.",
            ),
            files=uploads(sound.recording("gesprek-19-32.wav", "0417#"), _TRANSCRIPT),
        ),
    )


def _plan() -> Content:
    rooms = (
        Room((0, 0, 42, 34), "Living room"),
        Room((42, 0, 76, 34), "Bedroom"),
        Room((0, 34, 24, 60), "Kitchen"),
        Room((24, 34, 46, 60), "Hall"),
        Room((46, 34, 76, 60), "Study"),
    )
    return png(
        "plan-R-2.png",
        floor_plan(
            "Dwelling R-2, second floor",
            rooms,
            {1: (10, 22), 2: (60, 50), 3: (70, 44)},
            foot="1 safe?   2 desk   3 window to the yard.   Not to be copied.",
        ),
    )


def _plans(at: Calendar) -> tuple[Exhibit, ...]:
    drawn = Provenance(
        at.ago(9, "15:00", ROTTERDAM),
        _police,
        "Drawn from the land register and from outside, Rotterdam",
        "Sv, general; preparation of a search",
    )
    created = at.ago(6, "18:10", ROTTERDAM)
    return (
        _exhibit(
            key="nl-plan",
            title="Plan of dwelling R-2",
            kind="report",
            category="document",
            provenance=drawn,
            registered_by="bram@nl.demo",
            releases=readable("DE", not_before=at.ahead(hours=132)),
            description="Germany sees it from a week before the second action day.",
            files=uploads(_plan()),
        ),
        _exhibit(
            key="nl-action-plan",
            title="Operational action plan 2",
            kind="report",
            category="document",
            registered_by="noor@nl.demo",
            provenance=Provenance(
                created, "Coordination of the team", "The Hague", "JIT agreement, clause on the operational action plan"
            ),
            releases=(
                *readable("DE FR"),
                Release(
                    party="EUROJUST",
                    level="readable",
                    people=("ines@eurojust.demo",),
                    purposes=("JIT_MANAGEMENT", "JIT_PURPOSE"),
                ),
            ),
            files=uploads(reports.action_plan("OAP-2.pdf", created)),
        ),
    )


def _opener(answered: datetime) -> answers.Subscriber:
    return answers.Subscriber(
        provider="Zahlwerk",
        reference="ZW-2026-081",
        account="ZW-417-0003",
        name="R. Mustermann (as entered)",
        mail="matchbox@mail.test",
        phone=PHONES[4],
        address="Musterweg 3, 0000 Zürich",
        paid_by=IBAN_CH,
        answered=answered,
    )


def _switzerland(at: Calendar) -> tuple[Exhibit, ...]:
    sent = Provenance(
        at.ago(17, "09:40", ZURICH),
        "Office of the Attorney General, Bern, on request of Rotterdam",
        "Payment firm, Zürich",
        "Mutual assistance by Switzerland; Swiss Code of Criminal Procedure, disclosure, Art. 265",
    )
    limit = Marking(
        ("H2", "H3"),
        "Sent by Switzerland under the rule of speciality: no use in fiscal proceedings; onward transfer only with its consent.",
    )
    who = _opener(sent.acquired_at)
    return (
        _exhibit(
            key="nl-swiss-account",
            title="Account at a Zürich payment firm, statement (from Switzerland)",
            kind="extract",
            category="financial",
            provenance=sent,
            registered_by="noor@nl.demo",
            marking=limit,
            releases=readable("DE"),
            files=uploads(
                table.statement(
                    "Kontoauszug-CH.csv", "CH", IBAN_CH, at.ago(96, "08:00", ZURICH), counterparts=OTHERS[:3], count=170
                ),
                declared=True,
            ),
        ),
        _exhibit(
            key="nl-swiss-opening",
            title="Who opened the Zürich account (from Switzerland)",
            kind="extract",
            category="subscriber_data",
            provenance=sent.at("09:55"),
            marking=limit,
            files=uploads(
                answers.subscriber_json("kyc-ZW-417-0003.json", who),
                letters.onboarding("annahme.eml", at.ago(60, "10:12", ZURICH)),
            ),
        ),
    )
