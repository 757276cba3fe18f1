import type { teams as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const teams = {
  teams: {
    title: 'Mes équipes',
    unread_one: '{{count}} notification non lue',
    unread_other: '{{count}} notifications non lues',
    unreadMany: 'Plus de {{count}} notifications non lues',
    over: 'Close ; consultation seule',
    fresh_one: '{{count}} événement nouveau',
    fresh_other: '{{count}} événements nouveaux',
    freshMany: 'Plus de {{count}} événements nouveaux',
    nothingNew: 'Rien de nouveau',
    firstLook: 'Pas encore ouverte dans ce navigateur',
    signed: '{{entries}}, journal vérifié {{age}}',
    unsigned: 'Journal d’audit pas encore signé',
    code: 'Code à usage unique d’une équipe',
    codeHelp: 'Le coordinateur ou un responsable vous a remis ce code. Il vous fait membre de l’équipe.',
    codeNeeded: 'Indiquez le code.',
    codeWrong:
      'Code inexact ou expiré, ou destiné à un autre compte. Demandez-en un nouveau à la personne qui vous l’a remis.',
    redeem: 'Rejoindre l’équipe',
    redeemed: 'Vous êtes désormais membre : {{code}}.',
  },
} satisfies Translated<typeof source>;
