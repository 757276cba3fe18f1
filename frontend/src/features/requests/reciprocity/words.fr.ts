import type { reciprocity as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const reciprocity = {
  reciprocity: {
    title: 'Réciprocité',
    help: 'Demandes entre votre partie et chaque autre pays, et délai de première réponse. Seules comptent les demandes de votre partie.',
    empty: 'Aucune demande émise ou reçue',
    emptyHelp:
      'Un pays figure ici dès que votre partie lui adresse une demande, ou enregistre une demande qui en provient.',
    noRecord: 'Aucune donnée',
    noAnswer: 'Pas encore de réponse',
    none: 'Aucune',
  },
  reciprocityHeads: {
    country: 'Pays',
    direction: 'Sens',
    sent: 'Demandes',
    answered: 'Répondues',
    median: 'Délai médian de première réponse',
    longest: 'Délai le plus long',
    open: 'En cours',
    oldest: 'Plus ancienne en cours',
  },
  reciprocityDirection: {
    outgoing: 'Émises par votre partie',
    incoming: 'Reçues par votre partie',
  },
} satisfies Translated<typeof source>;
