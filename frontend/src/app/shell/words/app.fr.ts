import type { app as source } from './app.en';
import type { Translated } from '@/i18n/translated';

export const app = {
  app: {
    name: 'Liaison',
    skip: 'Aller au contenu',
    navigation: 'Écrans',
    team: 'Équipe',
    teams: 'Mes équipes',
    allTeams: 'Toutes mes équipes',
    noTeams: 'Vous n’êtes encore membre d’aucune équipe',
    noTeamsHelp:
      'Un coordinateur propose {{email}} comme membre et un responsable de votre pays le confirme. L’équipe apparaît alors ici.',
    account: 'Compte et participation',
    seat: 'Membre {{code}}',
    language: 'Langue',
    signOut: 'Se déconnecter',
    demonstration: 'Démonstration : les personnes, les affaires et les fichiers sont inventés.',
    offline:
      'Pas de réseau. Vous voyez le dernier état chargé. Gardez cette page ouverte : votre saisie n’est pas perdue.',
    colour: 'Thème',
    light: 'Clair',
    dark: 'Sombre',
    auto: 'Comme l’appareil',
    zoneHelp: 'Les heures sont indiquées dans votre fuseau horaire, {{zone}}.',
    showFeed: 'Afficher l’activité',
    hideFeed: 'Masquer l’activité',
  },
} satisfies Translated<typeof source>;
