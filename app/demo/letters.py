"""Mail of the story: the support mailbox, a provider's complaint desk, correspondence with counsel, a landlord.

Here: what the letters say and when, relative to a day. Not here: the format (`mail`).
"""

# ruff: noqa: RUF001 - Greek letters, dashes and quotation marks are meant as such.

from datetime import datetime, timedelta

from app.demo.content import Content, text
from app.demo.mail import Letter, eml, mbox
from app.demo.story import BACKEND, FRONT, WALLETS

__all__ = ["alibi", "complaint", "counsel_mailbox", "landlord", "onboarding", "piraeus_portal", "support_mailbox"]

SUPPORT = "Lantern support <support@lantern.example>"
ADMIN = "wick <wick@lantern.example>"


def support_mailbox(name: str, last: datetime) -> Content:
    """Seven messages of customers and answers, in five languages, one with an attachment and one with HTML."""
    first = last - timedelta(days=9)
    return mbox(name, (*_from_customers(first), *_of_the_house(first, last)))


def _from_customers(first: datetime) -> tuple[Letter, ...]:
    order = text(
        "order-40317.csv",
        "id;country;state\r\n40317-1;DE;dead\r\n40317-2;DE;ok\r\n40317-3;NL;dead\r\n",
        media_type="text/csv",
    )
    dispute = Letter(
        sender="customer 2210 <customer_2210@mail.test>",
        to=SUPPORT,
        subject="Order 40317: 31 of 120 dead",
        at=first,
        body="Hello,\n\n31 of the 120 sets in order 40317 do not open. I attach the list.\nThe escrow closes on Friday. Please hold it.\n\n2210\n",
        attachments=(order,),
    )
    answer = Letter(
        sender=SUPPORT,
        to="customer_2210@mail.test",
        subject="Re: Order 40317: 31 of 120 dead",
        at=first + timedelta(hours=5),
        answers=dispute.message_id,
        body="We hold it. tallow replaces what is dead within 72 hours, that is the rule.\n\nFrom now on please write through the site, not by mail.\nwick\n",
    )
    french = Letter(
        sender="bougie <bougie@mail.test>",
        to=SUPPORT,
        subject="Réclamation d’un client – échange de 14 comptes",
        at=first + timedelta(days=2),
        body="Bonjour,\n\nLe client 0871 réclame l’échange de quatorze comptes. Je les remplace aujourd’hui, à condition que la commission ne soit pas prélevée deux fois.\n\nÀ vendredi,\nbougie\n",
    )
    greek = Letter(
        sender="Λυχνάρι <lychnari@mail.test>",
        to=SUPPORT,
        subject="Παραγγελία 200 λογαριασμών – ερώτηση",
        at=first + timedelta(days=3),
        body="Καλησπέρα,\n\nπλήρωσα την Παρασκευή στις 15:00 (ώρα Αθήνας) αλλά η παραγγελία φαίνεται ακόμη «σε αναμονή».\nΠαρακαλώ ελέγξτε το.\n\nΛυχνάρι\n",
    )
    return dispute, answer, french, greek


def _of_the_house(first: datetime, last: datetime) -> tuple[Letter, ...]:
    german = Letter(
        sender="tallow <tallow@mail.test>",
        to=ADMIN,
        subject="Umzug Backend, Dienstag 03:00",
        at=first + timedelta(days=5),
        body=f"Umzug steht. Adresse bleibt {BACKEND}, die Front ({FRONT}) muss nichts ändern.\nSchlüssel nur auf dem Stick. Bitte nicht wieder in den Chat schreiben.\n\nt.\n",
        html=f"<p>Umzug steht. Adresse bleibt <code>{BACKEND}</code>, die Front (<code>{FRONT}</code>) muss nichts ändern.</p><p>Schlüssel nur auf dem Stick.</p>",
    )
    dutch = Letter(
        sender="facturen@kade.example",
        to=ADMIN,
        subject="Factuur 2417 – kast kade-14, onderste helft",
        at=first + timedelta(days=6),
        body="Geachte klant,\n\nBijgaand de factuur voor de huur van de onderste helft van kast kade-14. Betaling binnen 14 dagen.\n\nKade Hosting (afdeling facturen)\n",
    )
    payout = Letter(
        sender=ADMIN,
        to="tallow@mail.test, bougie@mail.test",
        cc="matchbox@mail.test",
        subject="Friday",
        at=last,
        body=f"14:00 UTC, same wallet as last week:\n\n  {WALLETS[0]}\n\nFrom here on this address is answered by nobody.\nw.\n",
    )
    return german, dutch, payout


def counsel_mailbox(name: str, last: datetime) -> Content:
    """Three messages between a suspect and somebody who may be a lawyer: what privilege is about."""
    counsel = "Kantoor Waterlelie <dossier@waterlelie-advocaten.example>"
    client = "w.k. <wk@post.test>"
    first = Letter(
        sender=client,
        to=counsel,
        subject="Afspraak",
        at=last - timedelta(days=6),
        body="Goedemiddag,\n\nkan ik u deze week spreken? Het gaat over de huur van een serverkast.\n",
    )
    second = Letter(
        sender=counsel,
        to=client,
        subject="Re: Afspraak",
        at=last - timedelta(days=5),
        answers=first.message_id,
        body="Geachte heer,\n\nDonderdag 10.00 uur. Schrijft u mij tot dan niets over de inhoud; dit postvak is niet versleuteld.\n\nVertrouwelijk, advocaat-cliënt.\n",
    )
    third = Letter(
        sender=client,
        to=counsel,
        subject="Re: Afspraak",
        at=last,
        answers=second.message_id,
        body="Begrepen. Tot donderdag.\n",
    )
    return mbox(name, (first, second, third))


def complaint(name: str, at: datetime) -> Content:
    """A complaint desk's message to a reseller, in German, with log lines attached."""
    lines = "".join(f"2026 {FRONT} -> {BACKEND} tcp/51820 {count}\n" for count in (1182, 1240, 977))
    letter = Letter(
        sender="Beschwerdestelle <abuse@rechenzentrum.example>",
        to="sexton <vertrieb@sexton-hosting.example>",
        subject=f"Beschwerde 118/7: ungewöhnlicher Verkehr zu {BACKEND}",
        at=at,
        body=f"Guten Tag,\n\nzu Ihrer Adresse {BACKEND} erreichen uns Beschwerden über den Handel mit Zugangsdaten.\nBitte nehmen Sie bis Freitag, 12:00 Uhr, Stellung. Ein Auszug liegt bei.\n\nMit freundlichen Grüßen\nBeschwerdestelle\n",
        attachments=(text("auszug.txt", lines),),
    )
    return eml(name, letter)


def landlord(name: str, at: datetime) -> Content:
    """A landlord's message about a lease, French."""
    letter = Letter(
        sender="Régie des Quais <location@regie-quais.example>",
        to="bougie@mail.test",
        subject="Bail du local, 3e étage – pièces manquantes",
        at=at,
        body="Madame, Monsieur,\n\nIl manque au dossier une pièce d’identité et un relevé de compte au nom du locataire.\nLe compte suisse indiqué ne suffit pas. Merci de compléter avant la fin du mois.\n\nCordialement,\nla régie\n",
    )
    return eml(name, letter)


def alibi(name: str, at: datetime) -> Content:
    """A railway's confirmation that speaks for a suspect, with the ticket as text."""
    when = at + timedelta(days=2)
    ticket = text(
        "billet.txt",
        f"Aller simple, 2e classe\nDépart {when:%d.%m.%Y} 06:58   Arrivée 11:12\nVoiture 7, place 41\nContrôlé à bord 08:20\n",
    )
    letter = Letter(
        sender="Confirmation <ne-pas-repondre@rail.example>",
        to="bougie@mail.test",
        subject=f"Votre voyage du {when:%d.%m.%Y}",
        at=at,
        body="Votre billet est joint. Présentez-le à bord.\n",
        attachments=(ticket,),
    )
    return eml(name, letter)


def onboarding(name: str, at: datetime) -> Content:
    """A payment firm's questions to a new customer, German as in Zürich."""
    letter = Letter(
        sender="Kundenannahme <annahme@zahlwerk.example>",
        to="matchbox@mail.test",
        subject="Ihr Konto: noch zwei Fragen",
        at=at,
        body="Guten Tag\n\nWoher stammen die Gelder, die Sie erwarten, und wer ist wirtschaftlich berechtigt?\nOhne Antwort bis in zehn Tagen müssen wir das Konto schliessen.\n\nFreundliche Grüsse\nKundenannahme\n",
    )
    return eml(name, letter)


def piraeus_portal(name: str, at: datetime) -> Content:
    """A terminal's notice of a new device on its release portal, Greek and English."""
    letter = Letter(
        sender="Τερματικός σταθμός <portal@release-portal.example>",
        to="γραφείο κίνησης <dispatch@forwarder.example>",
        subject="Νέα συσκευή στον λογαριασμό σας",
        at=at,
        body="Αγαπητέ πελάτη,\n\nστις 19:41 (ώρα Ελλάδος) συνδέθηκε νέα συσκευή από τη διεύθυνση 203.0.113.190.\nΑν δεν ήσασταν εσείς, καλέστε μας αμέσως.\n\nA new device signed in at 19:41 (Greek time) from 203.0.113.190.\n",
    )
    return eml(name, letter)
