import type { erasureWish as source } from './words.en';
import type { Translated } from '@/i18n/translated';

/** Un effacement décidé par un responsable et qui en attend un second. */
export const erasureWish = {
  erasureWish: {
    title: 'Effacement en attente d’un second responsable',
    confirm: 'Confirmer…',
    turnDown: 'Refuser',
    giveUp: 'Annuler l’effacement',
    confirmTitle: 'Confirmer l’effacement de {{number}}',
    confirmHelp: '{{seat}} a décidé l’effacement. Votre confirmation efface définitivement la pièce.',
    confirmedBy: 'Confirmé',
    turnDownTitle: 'Refuser l’effacement de {{number}}',
    giveUpTitle: 'Annuler l’effacement de {{number}}',
    giveUpHelp:
      'La pièce reste en l’état. L’effacement envisagé et votre motif figurent dans sa traçabilité pour votre partie.',
    givenUp: '{{number}} n’est pas effacée',
    want: 'Demander la confirmation',
    waits: 'Votre partie exige un second responsable. Rien ne change avant sa confirmation.',
    wanted: 'L’effacement de {{number}} attend un second responsable',
  },
} satisfies Translated<typeof source>;
