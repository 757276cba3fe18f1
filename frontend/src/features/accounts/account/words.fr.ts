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
    noZone: 'Aucun fuseau horaire de ce nom',
    saved: 'Enregistré',
    seats: 'Participations',
    noSeats: 'Membre d’aucune équipe',
    sessions: 'Sessions',
    sessionsHelp:
      'Appareils et scripts connectés avec votre compte. Fermez toute session que vous ne reconnaissez pas ; ses pages et téléchargements s’arrêtent dans la seconde.',
    current: 'session actuelle',
    unfamiliar: 'nouvel appareil ou réseau',
    script: 'Jeton d’accès d’un script',
    unknown: 'Appareil inconnu',
    device: '{{browser}} sous {{system}}',
    address: 'adresse {{address}}',
    since: 'ouverte le {{time}}',
    seen: 'dernière activité {{age}}',
    end: 'Fermer',
    endOf: 'Fermer la session : {{device}}, {{address}}',
    endOthers: 'Fermer toutes les autres sessions',
    endOthersTitle: 'Fermer toutes les autres sessions ?',
    endOthersHelp:
      'Vous êtes déconnecté partout ailleurs immédiatement. Les téléversements en cours peuvent reprendre après reconnexion. Les jetons des scripts prennent fin aussi.',
    endOthersYes: 'Fermer les sessions',
    ended: 'Session fermée',
    othersEnded: 'Toutes les autres sessions sont fermées',
    onlyThis: 'Vous n’êtes connecté qu’ici.',
  },
} satisfies Translated<typeof source>;
