"""Text of README.txt in French. The commands are in `readme`."""

from typing import Final

ASKED_BY: Final = "Demandé par {}."
FOR: Final = "Procédure : {}"
OBTAINED_BY: Final = "Obtenu par demande d’entraide : {}"
OF_SOURCE: Final = "{} (pièce source {})"
REQUESTS: Final = "    data/requests.json         les demandes d’entraide dont proviennent les pièces, avec les limites d’utilisation\n"
ORIGINALS: Final = """\
    data/files/                originaux de pièces ; chaque téléchargement est une inscription « evidence.taken » de la pièce
    data/files.json            nom, taille et SHA-256 de chaque original, et pièces dont l'original n'est pas fourni
"""
NO_ORIGINAL: Final = "Aucun original de {} dans ce dossier : {}"
ZONE: Final = "Fuseau horaire des documents : {}. Les heures des fichiers de données sont en UTC."
MORE: Final = {
    "member_state": "    data/access.csv            le journal des accès : toutes les requêtes des membres de la partie\n",
    "statistics": "    data/statistics.csv        nombre d’inscriptions de chaque type ; les nombres inférieurs à 5 sont masqués\n",
}

TEXT: Final = """\
DOSSIER D’EXPORT

Ce dossier est un extrait du journal d’audit
    {origin}
Il se vérifie sans le système d’origine et sans connexion à Internet.

{asked}{closed}{erased}Commencez par data/custody.pdf. Sa première page indique les faits, les empreintes et le résultat de la vérification.

Fichiers
    bagit.txt, bag-info.txt    un sac BagIt (RFC 8493) et sa description
    manifest-sha256.txt        le SHA-256 de chaque fichier sous data/
    tagmanifest-sha256.txt     le SHA-256 des trois fichiers ci-dessus
    bundle.note                tagmanifest-sha256.txt, signé par la clé du journal
    data/checkpoint            la taille et l’empreinte racine du journal, signées par sa clé
    data/checkpoints/          les points de contrôle précédents, qui montrent que le journal ne fait que croître
    data/keys.json             les clés publiques du journal, par commodité ; celles de l’accord de l’ECE font foi
    data/entries.jsonl         les inscriptions communiquées, une par ligne
    data/commitments           les engagements de toutes les inscriptions, 32 octets chacun, non communiquées comprises
    data/custody.csv           les inscriptions communiquées, en tableau
    data/custody.case.jsonld   les inscriptions dans le vocabulaire CASE 1.4 (caseontology.org) ; entries.jsonl fait foi
    data/custody.pdf           les inscriptions en document, avec ces fichiers joints (PDF/A-3, signé) ; entries.jsonl fait foi
{more}{stamped}    data/verify.py             le programme qui vérifie ce dossier

1. Vérifier le dossier (Python 3.9 ou plus récent, rien à installer)

    python3 -I data/verify.py . --lang fr

   L’auteur du dossier aurait pu modifier cette copie de verify.py. Pour une preuve en justice, prenez le programme dans le
   code source publié de Liaison. Placez la clé du journal, une ligne de l’accord de l’ECE, dans un fichier et indiquez-le :

    python3 -I verify.py . --keys agreement.txt --lang fr

   Code de sortie 0 : vérifié, et signataire confirmé. 3 : intégrité vérifiée, mais signataire non confirmé, car seules les
   clés contenues dans le dossier ont servi. 1 : erreur ; la dernière ligne en indique le motif.

   Pour comparer des fichiers à leurs empreintes inscrites, placez-les dans un répertoire et ajoutez --files :

    python3 -I data/verify.py . --lang fr --files FOLDER

   Pour chaque fichier, le rapport nomme la pièce et l’inscription qui porte son SHA-256. Un fichier qu’aucune inscription
   ne mentionne, ou modifié d’un seul octet, conduit à une erreur. À la main, comparez le résultat de

    sha256sum FILE

   aux empreintes de la première page de data/custody.pdf.

Les étapes suivantes sont la même vérification à la main, dans ce dossier.

2. Chaque fichier est inchangé

{manifests}
3. Le point de contrôle est signé par la clé du journal (OpenSSL 3)

   La clé est le base64 de l’accord de l’ECE, après le dernier « + » : un octet pour le type (01), puis 32 octets.

{signature}
   bundle.note est signé de la même manière sur tagmanifest-sha256.txt. Les deux sont des notes signées C2SP ; le paquet Go
   golang.org/x/mod/sumdb/note les ouvre.

4. Une inscription est celle du journal

   Son engagement est le SHA-256 de la ligne « liaison-entry/v1 », de son sel (32 octets) et de son texte canonique. La première
   inscription communiquée, et l’engagement du journal à sa position :

{entry}
   Les deux lignes hexadécimales sont égales. L’empreinte d’un champ est le SHA-256 de la ligne « liaison-field/v1 », du sel du
   champ et du JSON ["name",value] ; son base64 figure dans l’inscription.

5. La racine découle des engagements

   Les feuilles sont SHA-256(00 || engagement), les nœuds SHA-256(01 || gauche || droite), comme dans la RFC 6962. Pour {size}
   inscriptions :

{root}
   Le résultat est la troisième ligne de data/checkpoint.

6. Rien ne manque

   Dans le champ « chain », chaque inscription relative à une pièce porte son numéro n, à partir de 1, et l’engagement de
   l’inscription précédente. L’inscription « export.made » de ce dossier indique le dernier n. Un numéro absent est celui d’une
   inscription non communiquée. Dans un dossier pour une juridiction établi par l’autorité d’origine, il n’en manque aucun.

7. Le document et le fichier CASE

   custody.pdf est signé (PAdES) par le cachet du serveur. Les lecteurs de PDF montrent le certificat, qui a ce SHA-256 :
   {seal}
   Le fichier CASE est conforme à son ontologie (case_validate est fourni par case-utils) :

{validate}"""

CLOSED: Final = """\
L’équipe a été close le {at} par l’inscription « jit.closed » à la position {position}. C’est la dernière inscription du
journal, et le point de contrôle les couvre toutes.

"""
ERASED: Final = """\
La pièce a été effacée le {at} : ses clés ont été détruites et ses fichiers ne sont plus lisibles. Le certificat est
l’inscription « evidence.erased » de data/entries.jsonl ; elle indique le SHA-256 de chaque fichier, afin qu’une copie reste
reconnaissable.

"""

STAMPED: Final = """\
    data/checkpoint.signed     le point de contrôle jusqu’à la signature du journal, que des autorités ont horodaté
    data/checkpoint.tsr        la réponse d’une autorité d’horodatage (RFC 3161) ; checkpoint-2.tsr d’une autre, etc.
"""

TIME: Final = """
8. Une autorité d’horodatage confirme l’heure du point de contrôle (OpenSSL)

   Prenez les certificats de l’autorité (PEM) auprès d’elle, ou dans votre propre liste de confiance, sous authority.pem :

{time}
   La première commande vérifie que l’autorité a signé le jeton sur ces octets. La seconde montre l’heure.
"""
