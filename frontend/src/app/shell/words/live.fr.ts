import type { live as source } from './live.en';
import type { Translated } from '@/i18n/translated';

export const live = {
  live: {
    live: 'En direct',
    connecting: 'Connexion',
    waiting: 'Reconnexion',
    offline: 'Hors ligne',
    ended: 'Déconnecté',
    liveHelp: 'Les nouvelles inscriptions que vous pouvez lire apparaissent dès leur enregistrement.',
    connectingHelp: 'Connexion au canal en direct. Aucune inscription n’est perdue.',
    waitingHelp:
      'La connexion a été interrompue. La page se reconnecte automatiquement, et aucune inscription n’est perdue.',
    offlineHelp: 'Cet appareil n’a pas de connexion. Les nouvelles inscriptions apparaîtront à son retour.',
    endedHelp: 'La session est terminée. Connectez-vous de nouveau.',
    system: 'Liaison',
    unnamed: 'une pièce',
    gone: 'une pièce que vous ne voyez plus',
    you: 'Vous',
    fresh: 'nouveau',
  },
} satisfies Translated<typeof source>;
