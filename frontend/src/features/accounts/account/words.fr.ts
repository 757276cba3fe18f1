import type { account as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const account = {
  account: {
    title: 'Compte et sessions',
    profile: 'Compte',
    name: 'Nom',
    email: 'Adresse électronique',
    zone: 'Fuseau horaire',
    zoneHelp: 'Toutes les heures de la page sont indiquées dans ce fuseau.',
    noZone: 'Aucun fuseau de ce nom',
    saved: 'Enregistré',
    seats: 'Sièges',
    noSeats: 'Aucun siège',
    sessions: 'Sessions',
    sessionsHelp:
      'Où vous êtes connecté. Mettez fin à ce que vous ne reconnaissez pas ; ses pages, liens et téléchargements s’arrêtent dans la seconde.',
    current: 'celle-ci',
    script: 'Jeton d’accès d’un script',
    unknown: 'Appareil inconnu',
    device: '{{browser}} sous {{system}}',
    address: 'adresse {{address}}',
    since: 'ouverte le {{time}}',
    seen: 'dernière activité {{age}}',
    end: 'Mettre fin',
    endOf: 'Mettre fin à la session : {{device}}, {{address}}',
    endOthers: 'Mettre fin à toutes les autres',
    endOthersTitle: 'Mettre fin à toutes les autres sessions ?',
    endOthersHelp:
      'Partout ailleurs, vous êtes déconnecté sur-le-champ ; les versements qui y sont en cours peuvent reprendre après reconnexion. Les jetons des scripts prennent fin aussi.',
    endOthersYes: 'Y mettre fin',
    ended: 'Session terminée',
    othersEnded: 'Toutes les autres sessions sont terminées',
    onlyThis: 'Vous n’êtes connecté qu’ici.',
  },
} satisfies Translated<typeof source>;
