import type { exports as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const exports = {
  exports: {
    title: 'Dossiers',
    help: 'Une archive zip qu’un tiers vérifie hors ligne, avec Python et un seul fichier. Chacun fait l’objet d’une inscription au registre.',
    make: 'Nouveau dossier',
    makeIt: 'Constituer le dossier',
    forWhom: 'Pour qui',
    needProfile: 'Choisissez pour qui.',
    exhibit: 'Scellé',
    addExhibit: 'Ajouter un scellé',
    chosen: 'Scellés du dossier',
    leaveOut: 'Retirer',
    exhibitHelp: 'Numéro ou titre',
    noExhibit: 'Choisissez le scellé.',
    noMatch: 'Aucun scellé visible pour vous ne correspond',
    ofWhom: 'De',
    ofTeam: 'Toute l’équipe',
    language: 'Langue de ses textes',
    zone: 'Fuseau horaire',
    proceeding: 'Procédure',
    proceedingHelp: 'Juridiction et numéro de dossier, s’il y en a. Ils figurent sur le dossier.',
    reason: 'Motif',
    reasonHelp: 'Pour le registre ; votre partie et ses auditeurs le lisent.',
    preview: 'Ce qu’il contiendrait',
    discloses_one: '{{count}} inscription communiquée,',
    discloses_other: '{{count}} inscriptions communiquées,',
    withholds_one: '{{count}} non communiquée, qui reste prouvable.',
    withholds_other: '{{count}} non communiquées, qui restent prouvables.',
    requests_one: '{{count}} requête du journal d’accès l’accompagne.',
    requests_other: '{{count}} requêtes du journal d’accès l’accompagnent.',
    noEntries:
      'Des nombres l’accompagnent, et aucune inscription. Un nombre inférieur à cinq est omis, comme ce qui le révélerait.',
    nameless:
      'Les personnes figurent par le code de leur siège. Noms, justifications, motifs et lieux ne sont pas communiqués.',
    fewFields: 'De chacune : qui, quand, pourquoi et à qui. Rien de la description des scellés.',
    ownEntry: 'Le constituer ajoute une inscription.',
    howToCheck: 'Comment le vérifier',
    copyCommand: 'Copier la commande',
    howToCheckHelp: 'Décompressez-le et, dans son dossier, avec Python 3.9 ou plus récent et sans réseau :',
    howToTrust:
      'Il ne se termine avec le code 0 qu’avec --keys et la clé de l’accord de l’équipe ; README.txt explique comment, aussi à la main.',
    queued: 'En attente',
    running: 'En cours',
    ready: 'Prêt',
    failed: 'Échec',
    cancelled: 'Annulé',
    expired: 'Supprimé : son délai est passé. Demandez-le de nouveau.',
    soon: 'Son inscription est d’abord écrite et signée',
    written: '{{written}} inscriptions sur {{total}}',
    callOff: 'Annuler',
    callOffThis: 'Annuler : {{name}}',
    keptUntil: 'Conservé jusqu’au',
    exhibits_one: '{{count}} scellé',
    exhibits_other: '{{count}} scellés',
    notYours: 'Votre rôle dans cette équipe ne prévoit pas de dossiers.',
    none: 'Aucun dossier',
    noneHelp: 'Ce que vous demandez est conservé ici quelques semaines.',
    entries_one: '{{count}} inscription',
    entries_other: '{{count}} inscriptions',
    withheld_one: '{{count}} non communiquée',
    withheld_other: '{{count}} non communiquées',
    started: 'Dossier demandé',
    startedHelp: 'Il est constitué en arrière-plan et se retire à l’écran Audit.',
    download: 'Télécharger {{name}}',
  },
  profile: {
    court: 'Dossier d’audience d’un scellé',
    defence: 'Dossier pour la défense',
    supervisory_authority: 'Journal pour une autorité de contrôle',
    member_state: 'Journal d’une partie, pour son État',
    statistics: 'Statistiques',
    archive: 'Archive',
  },
  profileHelp: {
    court: 'Tout l’historique d’un scellé, avec tout ce que vous pouvez en lire.',
    defence: 'L’historique de scellés où les personnes figurent par le code de leur siège. Par les sièges judiciaires.',
    supervisory_authority:
      'Qui a consulté ou communiqué quoi, quand, pourquoi et à qui (directive 2016/680, art. 25). Par les auditeurs.',
    member_state: 'Tous les actes d’une partie et son journal technique (règlement 2023/969, art. 25).',
    statistics: 'Combien d’inscriptions de quelle sorte ; aucune inscription, aucun petit nombre.',
    archive: 'Tout ce que vous pouvez lire du registre.',
  },
  notMade: {
    'bundle-not-made':
      'Il n’a pas pu être constitué. Demandez-le de nouveau ; si cela persiste, prévenez votre hébergeur.',
    'asker-gone': 'Non constitué : le siège qui l’a demandé a pris fin ou est suspendu. Rien n’a été exporté.',
    'role-may-not': 'Non constitué : votre rôle ne prévoit plus de dossiers. Rien n’a été exporté.',
    'not-found': 'Non constitué : votre partie ne voit plus le scellé. Rien n’a été exporté.',
    'originator-only':
      'Non constitué : la partie d’origine, les auditeurs et qui peut l’utiliser en justice exportent l’historique d’un scellé. Rien n’a été exporté.',
    'judicial-seats-only':
      'Non constitué : seuls les sièges judiciaires exportent pour la défense. Rien n’a été exporté.',
    'auditors-only':
      'Non constitué : seuls les auditeurs exportent pour une autorité de contrôle. Rien n’a été exporté.',
    'team-auditor-only':
      'Non constitué : seul l’auditeur de toute l’équipe exporte cela pour toute l’équipe. Rien n’a été exporté.',
    'own-party-only': 'Non constitué : seuls les sièges de la partie exportent cela. Rien n’a été exporté.',
    'leaders-and-auditors-only':
      'Non constitué : seuls les responsables et les auditeurs de la partie exportent cela. Rien n’a été exporté.',
    'auditor-only': 'Non constitué : seul l’auditeur de toute l’équipe en exporte l’archive. Rien n’a été exporté.',
    'no-space':
      'Non constitué : le serveur n’a pas la place nécessaire en ce moment. Demandez-le de nouveau plus tard ; si cela persiste, prévenez votre hébergeur.',
    'fields-erased':
      'Supprimé : des champs d’une inscription qu’il contenait ont été effacés depuis. Demandez-le de nouveau.',
    'h1-needs-consent':
      'Non constitué : le scellé porte H1 et la partie d’origine n’a pas consenti à son utilisation en justice. Demandez-le depuis le scellé.',
  },
} satisfies Translated<typeof source>;
