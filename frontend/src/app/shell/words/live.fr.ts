import type { live as source } from './live.en';
import type { Translated } from '@/i18n/translated';

export const live = {
  live: {
    live: 'En direct',
    connecting: 'Connexion',
    waiting: 'Reconnexion',
    offline: 'Pas de réseau',
    ended: 'Déconnecté',
    liveHelp: 'Les événements que vous pouvez connaître apparaissent ici dès leur enregistrement.',
    connectingHelp: 'La page se connecte. Les événements survenus entre-temps sont chargés ensuite.',
    waitingHelp: 'La liaison est interrompue. La page se reconnecte d’elle-même et charge les événements manqués.',
    offlineHelp: 'Cet appareil n’a pas de réseau. Les événements manqués seront chargés à son retour.',
    endedHelp: 'Votre session a pris fin. Connectez-vous de nouveau.',
    empty: 'Aucun événement pour l’instant',
    emptyOthers: 'Les derniers événements sont tous les vôtres.',
    emptyHelp:
      'Les événements que vous pouvez connaître figurent ici : nouvelles pièces, communications, consultations, fichiers.',
    title: 'Activité',
    system: 'Liaison',
    byClock: 'automatiquement',
    unnamed: 'une pièce',
    gone: 'une pièce non communiquée',
    you: 'Vous',
    fresh: 'nouveau',
    filter: 'Afficher',
    everything: 'Tous les événements',
    others: 'Masquer mes actions',
  },
} satisfies Translated<typeof source>;
