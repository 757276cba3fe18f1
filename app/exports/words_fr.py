"""Text of README.txt in French. The commands are in `readme`."""

from typing import Final

ASKED_BY: Final = "Demandé par {}."
FOR: Final = "Pour : {}"
ZONE: Final = "Demandé à l’heure de {} ; les heures des données sont en UTC."
MORE: Final = {
    "member_state": "    data/access.csv            le journal technique : les requêtes de la partie que le demandeur peut lire\n",
    "statistics": "    data/statistics.csv        combien d’inscriptions de quelle sorte ; les nombres inférieurs à 5, et ce qui les révélerait, sont omis\n",
}

TEXT: Final = """\
DOSSIER DE CONSERVATION

Ce dossier est un extrait du registre de conservation
    {origin}
Il se vérifie sans le système dont il provient et sans connexion Internet.

{asked}{closed}{erased}Contenu
    bagit.txt, bag-info.txt    un sac BagIt (RFC 8493) ; ce dont il traite
    manifest-sha256.txt        le SHA-256 de chaque fichier sous data/
    tagmanifest-sha256.txt     le SHA-256 des trois fichiers ci-dessus
    bundle.note                tagmanifest-sha256.txt, signé par la clé du registre
    data/checkpoint            la taille et l’empreinte racine du registre, signées par sa clé
    data/checkpoints/          les précédents : le registre ne fait que croître
    data/keys.json             les clés publiques du registre, par commodité ; prenez plutôt celles de l’accord de l’ECE
    data/entries.jsonl         les inscriptions communiquées, une par ligne
    data/commitments           les engagements de toutes les inscriptions du registre, 32 octets chacun, non communiquées comprises
    data/custody.csv           les inscriptions communiquées, en tableau
    data/custody.case.jsonld   les mêmes dans le vocabulaire CASE 1.4 (caseontology.org), pour d’autres outils ; entries.jsonl fait foi
    data/custody.pdf           les mêmes, à lire, avec ces fichiers en pièces jointes (PDF/A-3, signé) ; entries.jsonl fait foi
{more}{stamped}    data/verify.py             un programme qui vérifie tout cela

1. Tout à la fois (Python 3.9 ou plus récent, rien à installer)

    python3 -I data/verify.py .

   verify.py accompagne le dossier : qui a constitué le dossier a pu le modifier. Pour une preuve en justice, prenez-le dans
   le code source publié de Liaison, et indiquez la clé du registre, une ligne de l’accord de l’ECE, dans un fichier :

    python3 -I verify.py . --keys agreement.txt

   Le programme doit se terminer avec le code 0. Le code 3 signifie que seules les clés contenues dans le dossier ont servi.

La suite est la même vérification à la main, dans ce dossier.

2. Chaque fichier est celui qui a été déposé

{manifests}
3. Le point de contrôle est signé par la clé du registre (OpenSSL 3)

   La clé est le base64 de l’accord de l’ECE, après le dernier « + » : un octet pour le type (01), puis 32 octets.

{signature}
   bundle.note est signé de la même manière sur tagmanifest-sha256.txt. Les deux sont des notes signées C2SP ; le paquet Go
   golang.org/x/mod/sumdb/note les ouvre.

4. Une inscription est celle que tient le registre

   Son engagement est le SHA-256 de la ligne « liaison-entry/v1 », de son sel (32 octets) et de son texte canonique. La première
   inscription communiquée, et ce que le registre tient à sa position :

{entry}
   Les deux lignes hexadécimales sont égales. L’empreinte d’un champ est le SHA-256 de la ligne « liaison-field/v1 », du sel du
   champ et du JSON ["name",value] ; son base64 figure dans l’inscription.

5. La racine découle des engagements

   Les feuilles sont SHA-256(00 || engagement), les nœuds SHA-256(01 || gauche || droite), comme dans la RFC 6962. Pour {size}
   inscriptions :

{root}
   Le résultat est la troisième ligne de data/checkpoint.

6. Rien ne manque

   Dans le champ « chain », chaque inscription relative à un scellé porte son numéro n, à partir de 1, et l’engagement de
   l’inscription précédente. L’inscription « export.made » de ce dossier indique le dernier n. Un numéro absent est celui d’une
   inscription non communiquée ; dans un dossier d’audience constitué par la partie d’origine, il n’en manque aucun.

7. Les autres formes des inscriptions

   custody.pdf est signé (PAdES) par le cachet du serveur, dont le certificat a ce SHA-256 ; un lecteur de PDF le montre :
   {seal}
   Le fichier CASE est conforme à son ontologie (case_validate est fourni par case-utils) :

{validate}"""

CLOSED: Final = """\
L’équipe et son registre ont été clos le {at} par l’inscription « jit.closed » à la position {position}. C’est la dernière : le
point de contrôle couvre tout ce qui fut jamais inscrit, et rien ne peut suivre.

"""
ERASED: Final = """\
Le scellé a été effacé le {at} : ses clés ont été détruites et personne ne peut plus lire ses fichiers. Le certificat est
l’inscription « evidence.erased » de data/entries.jsonl ; elle indique le SHA-256 de chaque fichier, afin qu’une copie reste
reconnaissable.

"""

STAMPED: Final = """\
    data/checkpoint.signed     le point de contrôle jusqu’à la signature du registre : ce que des autorités ont horodaté
    data/checkpoint.tsr        la réponse d’une autorité extérieure (RFC 3161) ; checkpoint-2.tsr une autre, et ainsi de suite
"""

TIME: Final = """
8. Le point de contrôle existait à une heure qu’un autre atteste (OpenSSL)

   Prenez les certificats de l’autorité (PEM) auprès d’elle, ou dans votre propre liste de confiance, sous authority.pem :

{time}
   La première commande dit si le jeton est celui de l’autorité et porte sur ces octets ; la seconde montre l’heure.
"""
