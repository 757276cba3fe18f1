import type { audit as source } from './audit.en';
import type { Translated } from '@/i18n/translated';

export const audit = {
  audit: {
    title: 'Audit', ledger: 'Registre', entries: 'Inscriptions', list: 'Liste des inscriptions', checkpoint: 'Dernier point de contrôle',
    searchEntries: 'Rechercher dans les inscriptions', words: 'Mots des inscriptions', wordsHelp: 'Noms, titres, lieux, motifs, empreintes : tout ce qui vous est communiqué, sans égard à la casse ni aux accents',
    kind: 'Nature de l’inscription', party: 'Partie agissante', seat: 'Siège agissant', exhibit: 'Numéro ou intitulé du scellé', anyKind: 'Toute nature', anyParty: 'Toute partie', anySeat: 'Tout siège', anything: 'Tout scellé', ofTeam: 'de toute l’équipe',
    period: 'Jours, heure de {{zone}}', from: 'Du', to: 'Au',
    position: 'Position', at: 'Heure', what: 'Quoi', who: 'Qui', about: 'Objet', checked: 'Vérifié ici',
    receipt: 'Récépissé', takeReceipt: 'Télécharger le récépissé', noReceipt: 'Pas encore : le prochain point de contrôle l’apporte.', receiptHelp: 'Il prouve à des tiers, hors ligne, que cette inscription figure au registre signé.',
    shownSoFar_one: '{{count}} affichée jusqu’ici, la plus récente', shownSoFar_other: '{{count}} affichées jusqu’ici, les plus récentes d’abord', shownSoFar_many: '{{count}} d’affichées jusqu’ici, les plus récentes d’abord',
    shownAll_one: '{{count}} inscription', shownAll_other: '{{count}} inscriptions', shownAll_many: '{{count}} d’inscriptions',
    older: 'Inscriptions plus anciennes', empty: 'Aucune inscription', emptyHelp: 'Le registre de cette équipe est vide, ou aucune inscription n’est communiquée à votre siège.', nothing: 'Aucune inscription que vous puissiez lire ne répond à ces filtres', notYet: 'Rien de trouvé jusqu’ici',
    beginning: 'C’est le début du registre.', nothingOlder: 'Rien de plus ancien ne répond à ces filtres.', passed: 'Recherche faite jusqu’à la position {{position}}.', further: 'Chercher plus loin',
    export: 'CSV de celles-ci', exportHelp: 'Les inscriptions affichées, en tableau',
    origin: 'Origine', size: 'Taille', root: 'Racine', signature: 'Signature', entriesIn_one: '{{count}} inscription', entriesIn_other: '{{count}} inscriptions', entriesIn_many: '{{count}} d’inscriptions', noCheckpoint: 'Aucun point de contrôle n’est encore publié.', unreadable: 'Le point de contrôle ne se lit pas comme une note signée. Signalez-le : cela ne doit jamais arriver.', copyNote: 'Copier la note signée', checkpointHelp: 'Ce à quoi le serveur s’est engagé. Gardez-en une copie : tout point ultérieur doit le contenir.',
    roles: 'Rôles', profile: 'Profil',
  },
  kindGroup: { exhibits: 'Scellés et fichiers', releases: 'Communications', uses: 'Usage et refus', custody: 'L’objet lui-même', consents: 'Consentements', tasks: 'Tâches', messages: 'Messages', operations: 'Journées d’action', team: 'Équipe' },
  refusal: {
    because: 'Refusé :', once: 'Une fois, à {{at}}', times_one: '{{count}} fois, de {{first}} à {{last}}', times_other: '{{count}} fois, de {{first}} à {{last}}', times_many: '{{count}} de fois, de {{first}} à {{last}}',
    more_one: 'et {{count}} autre', more_other: 'et {{count}} autres', more_many: 'et {{count}} d’autres',
  },
  tried: {
    list: 'Voir', describe: 'Rectifier la description de', open: 'Consulter', take: 'Prendre l’original de', disclose: 'Verser à une procédure', derive: 'Dériver de', close: 'fermer comme peut-être couvert par le secret', filter: 'filtrer', flag: 'Signaler comme pouvant être à décharge', release: 'Décider qui peut voir', withdraw: 'Retirer', bundle: 'Exporter un dossier de',
    erase: 'Effacer', evidence_erase: 'Effacer', retention_decide: 'Décider la conservation de', holds_set: 'Ordonner ou lever la conservation judiciaire de', emergencies_begin: 'Briser la glace pour', verify: 'Rendre un verdict sur', evidence_verify: 'Rendre un verdict sur', evidence_read: 'Lire', evidence_describe: 'Rectifier la description de', evidence_withdraw: 'Retirer', evidence_open: 'Consulter', evidence_disclose: 'Verser à une procédure', copies_answer: 'Répondre d’une copie de', files_upload: 'Ajouter un fichier à', files_decide: 'Décider d’un fichier de',
    releases_read: 'Lire les communications de', releases_attest: 'Attester une communication de', releases_grant: 'Décider qui peut voir', exports_make: 'Exporter un dossier de', tasks_assign: 'Confier une tâche portant sur', tasks_work: 'Exécuter une tâche portant sur', ledger_read: 'Lire la traçabilité de',
  },
  denied: {
    'court-use-not-consented': 'l’utilisation en justice n’est pas consentie', 'h1-needs-consent': 'l’utilisation en justice n’est pas consentie', 'not-released': 'il n’est pas communiqué à cette partie', 'role-may-not': 'le rôle de ce siège ne le prévoit pas', 'originator-only': 'seule la partie d’origine en décide', 'needs-leader': 'seul un chef d’équipe en décide', 'judicial-only': 'la partie le réserve à ses sièges judiciaires', 'holder-only': 'seul son détenteur répond d’une copie',
    'originators-own': 'la partie l’a recueilli elle-même', 'not-restricted': 'rien n’empêche de le verser', 'in-quarantine': 'aucun administrateur ne l’a encore vérifié', 'not-in-quarantine': 'il n’attend pas de verdict', 'level-below-listed': 'il n’est pas communiqué à ce siège', 'level-below-readable': 'il n’est que signalé à ce siège, sans son contenu', 'level-below-held': 'l’original n’est pas communiqué à ce siège',
    'break-glass-closed': 'la glace ne peut y être brisée', 'not-to-hold': 'un responsable de la partie d’origine ordonne la conservation, ou un siège judiciaire qui l’a versé', 'not-to-lift': 'qui l’a ordonnée la lève', erased: 'le scellé est effacé', 'legal-hold': 'il est sous conservation judiciaire', 'joint-not-agreed': 'toutes les parties d’origine n’y ont pas consenti', 'not-to-agree': 'un responsable d’une autre partie d’origine y consent, et personne deux fois', 'keeper-releases': 'la partie qui le garde le communique', 'not-due': 'il n’est ni retiré ni échu pour réexamen', withdrawn: 'le scellé est retiré', 'purpose-not-released': 'il n’est pas communiqué pour la finalité indiquée', 'other-offence-needs-consent': 'l’usage pour une autre infraction n’est pas consenti', 'link-over': 'le lien avait expiré ou valait pour une autre session', 'acknowledge-h3': 'il n’a pas été pris acte des conditions de la partie d’origine (H3)',
    'judicial-seats-only': 'seuls les sièges judiciaires exportent pour la défense', 'auditors-only': 'seuls les auditeurs l’exportent', 'team-auditor-only': 'seul l’auditeur de toute l’équipe l’exporte', 'own-party-only': 'seuls les sièges de la partie l’exportent', 'leaders-and-auditors-only': 'seuls les responsables et les auditeurs l’exportent',
    'auditor-only': 'seul l’auditeur de toute l’équipe l’exporte', 'no-party': 'le siège ne relève d’aucune partie', 'outbound-gate-closed': 'rien n’est adressé aux pays tiers sans contrôle préalable', 'not-the-uploader': 'signe qui l’a apporté, ou un chef d’équipe', forbidden: 'ce n’est pas permis',
  },
} satisfies Translated<typeof source>;
