import type { Translated } from '@/i18n/translated';
import type { ledgerHealth as source } from './ledgerHealth.en';

export const ledgerHealth = {
  ledgerHealth: {
    confirmed: 'Horodatage',
    noAuthority:
      'Aucune autorité n’a encore horodaté ce journal. L’exploitant en indique une par LIAISON_TIMESTAMP_AUTHORITIES.',
    by_one: '{{count}} inscription, par {{authority}}',
    by_other: '{{count}} inscriptions, par {{authority}}',
    recomputed: 'Recalculé',
    notYet: 'Pas encore',
    since: 'Depuis',
    promise: 'Une inscription confirmée manque au journal signé après son délai.',
    sequencing: 'Les nouvelles inscriptions ne reçoivent pas de position. Aucune inscription confirmée n’est perdue.',
    signing: 'Le journal ne peut pas être signé actuellement. Aucune inscription confirmée n’est perdue.',
    unanswered:
      'La signature attend : depuis le dernier démarrage du serveur, un cosignataire du journal n’a pas répondu. Ainsi, aucun état antérieur du journal n’est signé. Les cosignataires figurent sur cette page. Aucune inscription confirmée n’est perdue.',
    recomputation: 'Le journal enregistré diffère de son état signé.',
    timestamp: 'Une autorité d’horodatage ne répond plus depuis longtemps.',
    clock: 'L’horloge du serveur diffère de celle d’une autorité d’horodatage.',
    fixity: 'Des fichiers conservés de l’équipe sont endommagés.',
    quorum: 'Moins de cosignataires que convenu ont confirmé l’état publié il y a dix minutes.',
    witness: 'Un cosignataire du journal ne confirme plus, ou a confirmé un autre journal.',
  },
} satisfies Translated<typeof source>;
