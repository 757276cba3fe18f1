import type { signIn as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const signIn = {
  signIn: {
    title: 'Connexion',
    intro:
      'L’espace de travail d’une équipe commune d’enquête. Ce que vous y consultez est inscrit, avec la finalité que vous indiquez.',
    email: 'Adresse électronique',
    password: 'Mot de passe',
    submit: 'Se connecter',
    needEmail: 'Indiquez l’adresse électronique de votre compte.',
    needPassword: 'Indiquez votre mot de passe.',
    wrong:
      'Adresse et mot de passe ne correspondent à aucun compte qui puisse se connecter ici. Vérifiez les deux ; si vous avez oublié le mot de passe, votre hébergeur en définit un nouveau.',
    throttled:
      'Trop de tentatives. Réessayez dans {{wait}}, ou utilisez un navigateur ou un réseau depuis lequel vous vous êtes déjà connecté.',
    ended:
      'Votre session a pris fin. Reconnectez-vous ; ce que vous aviez saisi dans un formulaire est à saisir de nouveau, les versements peuvent reprendre.',
    still: 'Cet ordinateur est toujours connecté',
    stillHelp:
      'Le serveur n’a pas pu être joint : la session se poursuit. Une nouvelle tentative a lieu d’elle-même ; laissez cette page ouverte jusqu’à ce que cet avis disparaisse.',
    stopped_one:
      'Un versement était en cours et a été arrêté. Ce qui est arrivé est conservé : connectez-vous, ouvrez la pièce et choisissez le même fichier.',
    stopped_other:
      '{{count}} versements étaient en cours et ont été arrêtés. Ce qui est arrivé est conservé : connectez-vous, ouvrez les pièces et choisissez les mêmes fichiers.',
    stopped_many:
      '{{count}} versements étaient en cours et ont été arrêtés. Ce qui est arrivé est conservé : connectez-vous, ouvrez les pièces et choisissez les mêmes fichiers.',
    demonstration: 'Comptes de démonstration',
    demonstrationHelp:
      'Un clic suffit pour se connecter. Ouvrez une seconde fenêtre, privée, pour être en même temps quelqu’un d’un autre pays.',
    as: 'Se connecter comme {{name}}',
    showPassword: 'Montrer le mot de passe',
    noParty: 'Toute l’équipe',
    noSeat: 'Sans siège',
  },
} satisfies Translated<typeof source>;
