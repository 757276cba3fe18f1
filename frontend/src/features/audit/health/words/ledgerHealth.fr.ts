import type { ledgerHealth as source } from './ledgerHealth.en';
import type { Translated } from '@/i18n/translated';

export const ledgerHealth = {
  ledgerHealth: {
    confirmed: 'Horodatage',
    noAuthority: 'Aucune autorité extérieure n’a encore horodaté ce registre.',
    by_one: '{{count}} inscription, par {{authority}}',
    by_other: '{{count}} inscriptions, par {{authority}}',
    by_many: '{{count}} d’inscriptions, par {{authority}}',
    recomputed: 'Recalculé',
    notYet: 'Pas encore',
    since: 'Depuis',
    promise: 'Une inscription promise ne figure dans aucun point de contrôle, bien que son délai soit passé.',
    sequencing:
      'Les inscriptions ne reçoivent plus de position dans le registre. Rien de ce qui a été confirmé n’est perdu.',
    signing: 'Aucun point de contrôle ne peut être signé pour le moment. Rien de ce qui a été confirmé n’est perdu.',
    recomputation: 'Le serveur a recalculé le registre : ses lignes diffèrent de ce qui a été signé.',
    timestamp: 'Une autorité d’horodatage n’a pas répondu depuis longtemps.',
    clock: 'L’horloge du serveur diffère de celle d’une autorité d’horodatage.',
    fixity: 'Des fichiers conservés de l’équipe sont endommagés.',
    quorum: 'Moins de témoins que convenu ont cosigné ce qui a été publié il y a dix minutes.',
    witness: 'Un témoin ne cosigne plus depuis un moment, ou a cosigné autre chose.',
  },
} satisfies Translated<typeof source>;
