import type { Translated } from '@/i18n/translated';
import type { tokens as source } from './words.en';

export const tokens = {
  tokens: {
    title: 'Jetons de scripts',
    help: 'Un script utilise un jeton au lieu de votre mot de passe. Il n’a jamais plus de droits que vous et prend fin avec votre compte. Révoquez tout jeton devenu inutile.',
    none: 'Aucun jeton. Les jetons que vous créez sont listés ici avec leur dernière utilisation.',
    make: 'Créer un jeton',
    makeHelp:
      'Le détenteur du jeton agit en votre nom, dans ses limites. Le jeton ne peut ni modifier votre compte, ni créer d’équipe, ni administrer.',
    name: 'Nom',
    nameHelp: 'Pour reconnaître le script, par exemple « Export de nuit »',
    needName: 'Donnez un nom au jeton.',
    scope: 'Portée',
    read: 'Lecture seule',
    readHelp: 'Listes, détails et journal d’audit. Aucun contenu des pièces, car chaque consultation est un acte.',
    write: 'Lecture et écriture',
    writeHelp: 'Tout ce que vous pouvez faire dans l’équipe, sauf l’abonnement aux calendriers.',
    team: 'Équipe',
    allTeams: 'Toutes mes équipes',
    formerTeam: 'une équipe dont vous n’êtes plus membre',
    days: 'Durée de validité en jours',
    daysHelp_one: 'Un jour au plus',
    daysHelp_other: '{{count}} jours au plus',
    needDays_one: 'Un jeton est valable un jour.',
    needDays_other: 'Saisissez un nombre de 1 à {{count}}.',
    networks: 'Réseaux',
    networksHelp:
      'Un par ligne, par exemple 192.0.2.0/24 ou 2001:db8::/32. Si le champ est vide, le jeton fonctionne partout.',
    everyNetwork: 'depuis tout réseau',
    until: 'valable jusqu’au {{time}}',
    used: 'dernière utilisation le {{time}} depuis {{address}}',
    unused: 'pas encore utilisé',
    made: 'Jeton {{name}}',
    madeHelp:
      'Copiez le jeton maintenant : il ne sera plus affiché. Le script l’envoie dans l’en-tête « Authorization: Bearer ».',
    token: 'Jeton',
    copy: 'Copier le jeton',
    kept: 'J’ai conservé le jeton',
    revoke: 'Révoquer',
    revokeOf: 'Révoquer le jeton {{name}}',
    revokeHelp: 'Le script est refusé immédiatement et ses connexions en direct se ferment dans la seconde.',
    revokeYes: 'Révoquer le jeton',
    revoked: 'Jeton révoqué',
    revokeAll: 'Révoquer tous les jetons',
    revokeAllHelp:
      'Tous vos scripts sont refusés immédiatement et leurs connexions en direct se ferment dans la seconde.',
    revokeAllYes: 'Révoquer les jetons',
    allRevoked: 'Tous les jetons révoqués',
  },
} satisfies Translated<typeof source>;
