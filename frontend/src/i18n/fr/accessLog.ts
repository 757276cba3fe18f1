import type { accessLog as source } from '../en/accessLog';
import type { Translated } from '../translated';

export const accessLog = {
  accessLog: {
    title: 'Journal des accès', list: 'Demandes', search: 'Rechercher dans le journal des accès',
    what: 'Ce que les sièges de la partie {{party}} ont demandé à la porte de cette équipe, et la réponse donnée : lu des seuls auditeurs, distinct du registre et conservé trois ans (règlement (UE) 2023/969, art. 25).',
    whatAll: 'Ce que chacun a demandé à la porte de cette équipe, et la réponse donnée : lu des seuls auditeurs, distinct du registre et conservé trois ans (règlement (UE) 2023/969, art. 25).',
    shownSoFar_one: '{{count}} affichée jusqu’ici, la plus récente', shownSoFar_other: '{{count}} affichées jusqu’ici, les plus récentes d’abord', shownSoFar_many: '{{count}} d’affichées jusqu’ici, les plus récentes d’abord',
    shownAll_one: '{{count}} demande', shownAll_other: '{{count}} demandes', shownAll_many: '{{count}} de demandes',
    asked: 'Demande', answer: 'Réponse', anyAnswer: 'Toute réponse', anyAsked: 'Toute demande', noSeat: 'une personne sans siège', request: 'Requête', address: 'Adresse réseau', account: 'Compte', session: 'Session', id: 'Identifiant',
    refresh: 'Actualiser', older: 'Demandes plus anciennes', nothing: 'Aucune demande ne répond à ces filtres', empty: 'Aucune demande n’est encore journalisée',
  },
  askedFor: { changes: 'Ce qui modifie quelque chose', evidence: 'Scellés et fichiers', tasks: 'Tâches', exports: 'Dossiers exportés', people: 'Parties et sièges', ledger: 'Le registre et ce journal' },
  answer: { given: 'Satisfaite', refused: 'Refusée', absent: 'Introuvable', faulty: 'Non admise', failed: 'En échec' },
  answerHelp: {
    given: 'Satisfaite telle que demandée.', refused: 'Refusée : le siège n’y est pas habilité.', absent: 'Rien pour ce siège : cela n’existe pas, ou lui est caché.', faulty: 'Non admise : demande invalide, tardive ou contraire à l’état des choses.', failed: 'Le serveur a failli, ou la demande s’est interrompue avant la réponse.',
  },
  asked: {
    GET: 'l’équipe', 'GET parties': 'les parties', 'POST parties': 'ajouter une partie', 'GET members': 'les sièges', 'POST members': 'proposer un siège', 'POST members {member} confirmation': 'confirmer un siège',
    'POST parties {party} suspension': 'suspendre une partie', 'DELETE parties {party} suspension': 'rétablir une partie', 'GET members {member} duties': 'ce qu’un siège laisserait', 'POST members {member} suspension': 'suspendre un siège', 'DELETE members {member} suspension': 'rétablir un siège', 'POST members {member} end': 'mettre fin à un siège', 'PUT members {member} until': 'fixer le terme d’un siège',
    'POST evidence bulk': 'enregistrer plusieurs scellés', 'GET reservation': 'ce qui est réservé aux sièges judiciaires', 'PUT reservation': 'réserver des décisions aux sièges judiciaires', 'GET four-eyes': 'ce pour quoi un second responsable est exigé', 'PUT four-eyes': 'exiger un second responsable', 'GET access-rules': 'les règles permanentes', 'POST access-rules': 'ajouter une règle permanente', 'GET access-rules changes': 'ce que changeraient les règles modifiées', 'POST access-rules changes': 'appliquer les règles modifiées', 'PUT access-rules {rule}': 'modifier une règle permanente', 'DELETE access-rules {rule}': 'abroger une règle permanente', 'POST simulations': 'qui pourrait voir, si', 'GET evidence {evidence} decision': 'ce qui est permis, et pourquoi, de',
    'GET situation': 'la situation', 'SOCKET stream': 'le direct',
    'GET evidence': 'la liste des scellés', 'POST evidence': 'enregistrer un scellé', 'GET evidence {evidence}': 'le scellé', 'PATCH evidence {evidence}': 'rectifier la description de', 'POST evidence {evidence} withdrawal': 'retirer', 'GET evidence {evidence} custody': 'la traçabilité de',
    'POST evidence {evidence} files': 'annoncer un fichier de', 'OPTIONS evidence {evidence} files': 'les modalités de versement à', 'HEAD evidence {evidence} files {file}': 'l’avancement d’un versement à', 'PATCH evidence {evidence} files {file}': 'verser une partie d’un fichier de', 'DELETE evidence {evidence} files {file}': 'abandonner un versement à', 'POST evidence {evidence} files {file} decision': 'décider d’un fichier de',
    'GET evidence {evidence} releases': 'les communications de', 'PUT evidence {evidence} releases {party}': 'communiquer', 'DELETE evidence {evidence} releases {party}': 'révoquer une communication de',
    'GET waiting-releases': 'les communications en attente', 'POST waiting-releases {waiting} attestation': 'attester une communication', 'POST waiting-releases {waiting} confirmation': 'confirmer en second', 'DELETE waiting-releases {waiting}': 'abandonner une communication', 'GET verifications': 'ce qui attend un verdict', 'POST verifications {evidence}': 'rendre un verdict', 'GET controllers': 'le responsable du traitement', 'POST controllers': 'inscrire le responsable du traitement',
    'POST evidence {evidence} openings': 'consulter ou prendre', 'GET evidence {evidence} openings {opening}': 'poursuivre la consultation de', 'GET evidence {evidence} openings {opening} files {file}': 'l’original de', 'HEAD evidence {evidence} openings {opening} files {file}': 'la taille de l’original de', 'GET evidence {evidence} openings {opening} files {file} pages {page}': 'une page de',
    'GET evidence {evidence} derivations': 'ce qui est tiré de', 'GET inheritance': 'ce dont hériterait un scellé dérivé', 'GET disclosures': 'les versements aux procédures', 'POST evidence {evidence} disclosures': 'verser à une procédure',
    'GET copies': 'les copies', 'POST copies {copy} answer': 'répondre d’une copie',
    'GET consents': 'les consentements', 'POST consents': 'demander un consentement', 'GET consents {consent}': 'une demande de consentement', 'POST consents {consent} seen': 'voir une demande de consentement', 'POST consents {consent} grant': 'consentir à une demande', 'POST consents {consent} refusal': 'refuser une demande', 'POST consents {consent} withdrawal': 'retirer un consentement ou une demande', 'POST evidence {evidence} evaluation': 'réévaluer',
    'GET tasks': 'les tâches', 'POST tasks': 'confier une tâche', 'GET tasks {task}': 'la tâche', 'PATCH tasks {task}': 'modifier la tâche', 'POST tasks {task} links': 'modifier les scellés de la tâche', 'GET tasks {task} comments': 'les commentaires de la tâche', 'POST tasks {task} comments': 'commenter la tâche', 'GET tasks {task} history': 'l’historique de la tâche',
    'GET ledger checkpoint': 'le dernier point de contrôle', 'GET ledger entries': 'les inscriptions du registre', 'GET ledger disclosed': 'rechercher dans le registre', 'GET ledger entries {position} receipt': 'un récépissé', 'GET ledger proofs inclusion': 'une preuve d’inclusion', 'GET ledger proofs consistency': 'une preuve de cohérence',
    'GET ledger tile {level} {path}': 'des empreintes du registre', 'GET ledger tile entries {path}': 'des empreintes d’engagement du registre', 'GET ledger keys': 'les clés du registre', 'GET ledger health': 'l’état du registre',
    'GET exports': 'les dossiers exportés', 'POST exports': 'exporter un dossier', 'GET exports {export}': 'l’avancement d’un dossier', 'GET exports {export} bundle': 'télécharger un dossier', 'HEAD exports {export} bundle': 'la taille d’un dossier',
    'GET api me teams': 'la vue d’ensemble de ses équipes', 'GET access-log': 'le journal des accès',
  },
} satisfies Translated<typeof source>;
