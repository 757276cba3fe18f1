import type { live as source } from './live.en';
import type { Translated } from '@/i18n/translated';

export const live = {
  live: {
    live: 'En direct',
    connecting: 'Connexion',
    waiting: 'Reconnexion',
    offline: 'Hors ligne',
    ended: 'Déconnecté',
    liveHelp: 'Chaque fait que votre siège peut connaître arrive ici dès son inscription.',
    connectingHelp: 'Le flux reprend là où il s’est arrêté ; rien n’est manqué.',
    waitingHelp: 'La connexion est rompue. La page réessaie d’elle-même et ne manque rien.',
    offlineHelp: 'Cet ordinateur n’a pas de réseau. Le flux reprendra là où il s’est arrêté.',
    endedHelp: 'La session a pris fin sur le serveur.',
    empty: 'Rien ne s’est encore passé que votre siège puisse connaître.',
    emptyOthers: 'Les faits les plus récents sont tous de votre siège.',
    emptyHelp:
      'Les faits apparaissent ici dans la seconde de leur inscription : nouveaux scellés, communications, consultations, fichiers.',
    title: 'Ce qui se passe',
    system: 'Le système',
    byClock: 'par échéance',
    unnamed: 'un scellé',
    gone: 'un scellé que vous ne voyez plus',
    you: 'Votre siège',
    fresh: 'nouveau',
    filter: 'Montrer',
    everything: 'Tout',
    others: 'Hors mon siège',
  },
} satisfies Translated<typeof source>;
