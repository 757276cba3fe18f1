import type { teams as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const teams = {
  teams: {
    title: 'Mes équipes',
    nothing: 'Rien ne vous attend',
    waits_one: '{{count}} élément vous attend',
    waits_other: '{{count}} éléments vous attendent',
    unread_one: '{{count}} notification non lue',
    unread_other: '{{count}} notifications non lues',
    unreadMany: 'Plus de {{count}} notifications non lues',
    over: 'Plus rien n’y est inscrit',
    overdue_one: '{{count}} tâche en retard',
    overdue_other: '{{count}} tâches en retard',
    tasks_one: '{{count}} tâche ouverte',
    tasks_other: '{{count}} tâches ouvertes',
    undecided_one: '{{count}} fichier appelle une décision',
    undecided_other: '{{count}} fichiers appellent une décision',
    proposed_one: '{{count}} siège à confirmer',
    proposed_other: '{{count}} sièges à confirmer',
    ending_one: '{{count}} communication prend fin sous une semaine',
    ending_other: '{{count}} communications prennent fin sous une semaine',
    fresh_one: '{{count}} fait nouveau',
    fresh_other: '{{count}} faits nouveaux',
    freshMany: 'Plus de {{count}} faits nouveaux',
    nothingNew: 'Rien de nouveau',
    firstLook: 'Pas encore ouverte ici',
    signed: '{{entries}}, signature {{age}}',
    unsigned: 'Registre pas encore signé',
    code: 'Code à usage unique pour un siège',
    codeHelp: 'Le premier chef d’équipe d’une partie occupe son siège avec le code remis par le coordinateur.',
    codeNeeded: 'Indiquez le code.',
    codeWrong:
      'Ce code n’est pas valable, ou pas pour ce compte. Rien n’a été modifié. Demandez-en un autre au coordinateur.',
    redeem: 'Occuper le siège',
    redeemed: 'Le siège {{code}} est le vôtre.',
  },
} satisfies Translated<typeof source>;
