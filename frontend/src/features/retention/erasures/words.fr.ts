import type { erasureWish as source } from './words.en';
import type { Translated } from '@/i18n/translated';

/** Un effacement décidé par un responsable et qui en attend un second. */
export const erasureWish = {
  erasureWish: {
    title: 'Un effacement attend un second responsable',
    toConfirm: 'Effacement à confirmer',
    confirm: 'Confirmer…',
    turnDown: 'Le refuser',
    giveUp: 'Y renoncer',
    confirmTitle: 'Confirmer l’effacement de {{number}}',
    confirmHelp: 'Décidé par {{seat}}. Par votre parole il est accompli, définitivement.',
    confirmedBy: 'Confirmé',
    turnDownTitle: 'Refuser l’effacement de {{number}}',
    giveUpTitle: 'Renoncer à l’effacement de {{number}}',
    giveUpHelp:
      'Le scellé reste tel qu’il est. Qu’un effacement était prévu, et votre motif, figurent dans sa traçabilité pour votre partie.',
    givenUp: '{{number}} n’est pas effacé',
    want: 'Décider, et mettre en attente',
    waits: 'Votre partie exige un second responsable : rien ne change avant qu’un autre ne confirme.',
    wanted: 'L’effacement de {{number}} attend un second responsable',
  },
} satisfies Translated<typeof source>;
