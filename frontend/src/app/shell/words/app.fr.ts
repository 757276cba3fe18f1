import type { app as source } from './app.en';
import type { Translated } from '@/i18n/translated';

export const app = {
  app: {
    name: 'Liaison',
    skip: 'Aller au contenu',
    evidence: 'Scellés',
    audit: 'Audit',
    more: 'Plus',
    navigation: 'Écrans',
    team: 'Équipe',
    teams: 'Mes équipes',
    allTeams: 'Ce que chacune attend de moi',
    noTeams: 'Vous n’avez encore de siège dans aucune équipe',
    noTeamsHelp:
      'Un coordinateur propose un siège pour {{email}} et un chef d’équipe de votre pays le confirme. Il apparaît ici dès que c’est fait.',
    account: 'Compte et siège',
    seat: 'Siège {{code}}',
    language: 'Langue',
    signOut: 'Se déconnecter',
    demonstration: 'Démonstration : les personnes, l’affaire et tous les fichiers sont inventés.',
    offline:
      'Cet ordinateur est hors ligne. Ce que vous voyez a été lu auparavant ; rien de ce que vous saisissez n’est perdu tant que cette page reste ouverte.',
    colour: 'Couleurs',
    light: 'Clair',
    dark: 'Sombre',
    auto: 'Comme le système',
    zoneHelp: 'Les heures sont indiquées dans votre fuseau, {{zone}}.',
    showFeed: 'Afficher l’activité',
    hideFeed: 'Masquer l’activité',
  },
} satisfies Translated<typeof source>;
