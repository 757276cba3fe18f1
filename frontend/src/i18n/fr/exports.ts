import type { exports as source } from '../en/exports';
import type { Translated } from '../translated';

export const exports = {
  exports: {
    title: 'Dossiers', help: 'Une archive zip que l’expert d’une juridiction vérifie hors ligne, avec Python et un seul fichier.',
    createCourt: 'Constituer le dossier d’audience', createArchive: 'Constituer l’archive', exhibit: 'Scellé', exhibitHelp: 'Numéro ou titre', noExhibit: 'Choisissez le scellé.', noMatch: 'Aucun scellé visible pour vous ne correspond',
    queued: 'En attente', running: 'En cours', ready: 'Prêt', failed: 'Échec', cancelled: 'Annulé', expired: 'Supprimé : son délai est passé. Demandez-le de nouveau.',
    soon: 'Son inscription est d’abord écrite et signée', written: '{{written}} inscriptions sur {{total}}', callOff: 'Annuler', callOffThis: 'Annuler : {{name}}', keptUntil: 'Conservé jusqu’au', exhibits_one: '{{count}} scellé', exhibits_other: '{{count}} scellés',
    notCourt: 'Le dossier d’audience est constitué par la partie d’origine ou par l’auditeur de l’équipe.', notArchive: 'L’archive est constituée par l’auditeur de l’équipe.', none: 'Aucun dossier', noneHelp: 'Chaque export fait l’objet d’une inscription au registre.',
    entries_one: '{{count}} inscription', entries_other: '{{count}} inscriptions', withheld_one: '{{count}} non communiquée', withheld_other: '{{count}} non communiquées', requested: 'Demandé {{time}}', started: 'Dossier demandé', startedHelp: 'Il est constitué en arrière-plan et se retire à l’écran Audit.', download: 'Télécharger {{name}}', ofTeam: 'toute l’équipe', showAll: 'Tous les dossiers',
  },
  profile: {
    court: 'Dossier d’audience d’un scellé', defence: 'Dossier pour la défense', supervisory_authority: 'Journal pour une autorité de contrôle', member_state: 'Journal d’une partie, pour son État', statistics: 'Statistiques', archive: 'Archive',
  },
  notMade: {
    'bundle-not-made': 'Il n’a pas pu être constitué. Demandez-le de nouveau ; si cela persiste, prévenez votre hébergeur.',
    'asker-gone': 'Non constitué : le siège qui l’a demandé a pris fin ou est suspendu. Rien n’a été exporté.',
    'role-may-not': 'Non constitué : votre rôle ne prévoit plus de dossiers. Rien n’a été exporté.',
    'not-found': 'Non constitué : votre partie ne voit plus le scellé. Rien n’a été exporté.',
    'originator-only': 'Non constitué : la partie d’origine, les auditeurs et qui peut l’utiliser en justice exportent l’historique d’un scellé. Rien n’a été exporté.',
    'judicial-seats-only': 'Non constitué : seuls les sièges judiciaires exportent pour la défense. Rien n’a été exporté.',
    'auditors-only': 'Non constitué : seuls les auditeurs exportent pour une autorité de contrôle. Rien n’a été exporté.',
    'team-auditor-only': 'Non constitué : seul l’auditeur de toute l’équipe exporte cela pour toute l’équipe. Rien n’a été exporté.',
    'own-party-only': 'Non constitué : seuls les sièges de la partie exportent cela. Rien n’a été exporté.',
    'leaders-and-auditors-only': 'Non constitué : seuls les responsables et les auditeurs de la partie exportent cela. Rien n’a été exporté.',
    'auditor-only': 'Non constitué : seul l’auditeur de toute l’équipe en exporte l’archive. Rien n’a été exporté.',
    'fields-erased': 'Supprimé : des champs d’une inscription qu’il contenait ont été effacés depuis. Demandez-le de nouveau.',
    'h1-needs-consent': 'Non constitué : le scellé porte H1 et la partie d’origine n’a pas consenti à son utilisation en justice. Demandez-le depuis le scellé.',
  },
} satisfies Translated<typeof source>;
