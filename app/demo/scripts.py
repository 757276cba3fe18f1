"""What was said: the scripts of the conversations, one `who: words` a line, in the languages of the story.

Here: words only, invented. Not here: times and formats (`chat`).
"""

# ruff: noqa: RUF001 - Greek letters, dashes and quotation marks are meant as such.

LAMP_ROOM = """
wickman: batch 31 is up, 4200 sets, de + nl
tallow: seen. panel counts 4196, four are doubles
wickman: then 4196. 0.90 each, 10 % to the house as always
matchbox: I want half in advance this time
wickman: no
matchbox: last time I waited eleven days
bougie: moi aussi. neuf jours
wickman: escrow exists so that nobody waits and nobody is paid twice. friday 14:00 utc
tallow: escrow daemon had the leap bug again, fixed in 2.11
bougie: c'est quoi la version sur le front?
tallow: front 2.10, backend 2.11. front follows tonight
wickman: who touched the nginx config yesterday 22:14
tallow: ich nicht
wickman: somebody logged in with the deploy key from 203.0.113.190
matchbox: not me, I don't even have the key
bougie: moi non plus
tallow: I rotate it. new one is on the stick only
wickman: good. LAMPKIT stick, and nowhere else. not in the chat
bougie: ok
matchbox: about the swiss account
wickman: not here
matchbox: it is open since monday. same name as the rent contract
wickman: NOT HERE
tallow: 😬
bougie: un client demande 300 comptes boutique, paiement d'avance
wickman: customer_2210?
bougie: oui
wickman: he is fine. 4 % discount, no more
tallow: customer_2210 also asked me who runs the wallets. twice
wickman: ignore. everybody asks
bougie: il paie toujours à l'heure
tallow: so do policemen
wickman: ha
wickman: maintenance friday 22:00, 40 minutes, withdraw before
matchbox: which wallet for friday
wickman: the same as last week
tallow: I thought we never use one twice
wickman: this one we do
bougie: noté
"""

PAYOUT = """
matchbox: salut, c'est toi pour les virements de lyon?
bougie: oui. combien cette semaine?
matchbox: 6 200 en quatre fois, jamais plus de 1 900
bougie: ok. cartes cadeaux ou virement?
matchbox: virement. le compte de zurich est ouvert
bougie: à quel nom?
matchbox: le même que le bail. pas ici
bougie: wickman est au courant?
matchbox: il sait qu'il y a un compte. il ne sait pas à quel nom
bougie: ça ne me plaît pas
matchbox: tu veux tes 8 % ou pas?
bougie: vendredi alors. 14h utc = 16h ici
matchbox: 15h, on a changé d'heure
bougie: non, c'est dimanche prochain
matchbox: ok 16h
bougie: je garde une liste de tout ce que j'envoie. par sécurité
matchbox: brûle-la après
bougie: on verra
"""

KASSEL = """
tallow: bist du noch am rechner?
sexton: ja, kurz
tallow: der backend hängt, load 40
sexton: das ist nicht dein backend, das ist der nachbar. ich zieh dich um
tallow: wohin
sexton: gleiches rack, neue kiste. ip bleibt 198.51.100.23
tallow: und die platten?
sexton: werden überschrieben. einmal nullen, mehr zeit hab ich nicht
tallow: einmal reicht nicht
sexton: dann zahl mehr
tallow: wieviel
sexton: 150 im monat, bar oder coin, keine rechnung
tallow: coin. wickman zahlt, ich sags ihm
sexton: ich kenne keinen wickman
tallow: genau
sexton: umzug dienstag 03:00. halbe stunde weg
tallow: sag ich als wartung an
sexton: und lösch das hier
tallow: mach ich
"""

KASSEL_ENGLISH = """
tallow: are you still at the computer?
sexton: yes, briefly
tallow: the backend hangs, load 40
sexton: that is not your backend, that is the neighbour. I am moving you
tallow: where to
sexton: same rack, new box. ip stays 198.51.100.23
tallow: and the disks?
sexton: will be overwritten. zeroed once, I don't have time for more
tallow: once is not enough
sexton: then pay more
tallow: how much
sexton: 150 a month, cash or coin, no invoice
tallow: coin. wickman pays, I will tell him
sexton: I know no wickman
tallow: exactly
sexton: move on tuesday 03:00. gone for half an hour
tallow: I will announce it as maintenance
sexton: and delete this
tallow: will do
"""

FAREWELL = """
snuffer: ik stop ermee
wickman: waarmee
snuffer: met alles. ik heb een kind nu. ik verkoop niets meer sinds maart
wickman: je aanbod staat er nog
snuffer: haal het weg dan. ik heb geen sleutel meer, die heb ik je teruggegeven
wickman: klopt. 4 maart
snuffer: dus wat er nog onder mijn naam verkocht wordt ben ik niet
wickman: dat is tallow, die heeft je winkel overgenomen
snuffer: onder mijn naam??
wickman: je rating is goed. zonde om weg te gooien
snuffer: dat wil ik niet
wickman: je bent er toch niet meer
snuffer: haal mijn naam weg
wickman: ik denk erover na
"""

LYCHNARI = """
lychnari: καλησπέρα, είδα την αγγελία για τους λογαριασμούς αλληλογραφίας
bougie: english ok?
lychnari: ok. but I write better greek
bougie: écris comme tu veux, je traduis
lychnari: θέλω 200 από Ελλάδα και Κύπρο, μόνο ενεργούς
bougie: I have 140, all checked last week
lychnari: πόσο;
bougie: 1.10 each, 0.95 if you pay now
lychnari: πληρώνω την Παρασκευή, στις 15:00 ώρα Αθήνας
bougie: ça fait 14h ici. ok
lychnari: και μια ερώτηση: ποιος κρατάει το πορτοφόλι;
bougie: not me
lychnari: κάποιος στον Πειραιά λέει ότι ξέρει τον matchbox
bougie: alors il sait plus que moi
lychnari: ευχαριστώ, τα λέμε
"""

PIRAEUS = """
kelpie: 11 containers on the SEXTANT list, 4 reefers
matchbox: which terminal
kelpie: rotterdam two, valencia one, the rest piraeus
boya: los códigos de valencia salen el jueves por la tarde
kelpie: thursday spanish time or greek time
boya: hora española, 18:30
faros: τότε είναι 19:30 εδώ. ο οδηγός πρέπει να είναι έτοιμος στις 20:00
kelpie: english please, matchbox pays
faros: 19:30 here, driver ready at 20:00
matchbox: I pay per code, not per container. 400 each
kelpie: 400 was last year
matchbox: then 450 and I want the portal log-in, not screenshots
boya: el acceso lo tiene mi prima, no lo presto
matchbox: no log-in, 400
kelpie: 450 with screenshots within ten minutes of release
matchbox: ok. same wallet
faros: ποιο πορτοφόλι;
matchbox: the one from the lantern business. it works
kelpie: don't say names
faros: εντάξει, Πέμπτη
"""
