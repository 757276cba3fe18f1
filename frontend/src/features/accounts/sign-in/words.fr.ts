import type { signIn as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const signIn = {
  signIn: {
    title: 'Connexion',
    intro:
      'L’espace de travail d’une équipe commune d’enquête. Chaque accès à un contenu est enregistré avec la finalité que vous indiquez.',
    email: 'Adresse électronique',
    password: 'Mot de passe',
    submit: 'Se connecter',
    needEmail: 'Indiquez l’adresse électronique de votre compte.',
    needPassword: 'Indiquez votre mot de passe.',
    code: 'Code de votre application d’authentification, ou code de secours',
    codeHelp: 'Six chiffres, ou quatre groupes de lettres et de chiffres',
    needCode: 'Saisissez le code de votre application, ou un code de secours.',
    wrongCode: 'Ce code est inexact ou a déjà servi. Saisissez le code que l’application affiche maintenant.',
    byPasskey: 'Se connecter avec une clé d’accès',
    noPasskeyUsed:
      'Aucune clé d’accès n’a servi. La fenêtre du navigateur a été fermée, ou cet appareil n’a pas de clé d’accès pour ce site. Connectez-vous avec votre mot de passe.',
    wrongPasskey: 'Cette clé d’accès n’a pas été acceptée. Réessayez, ou connectez-vous avec votre mot de passe.',
    lostApp:
      'Si vous avez une clé d’accès, connectez-vous avec elle. Sans application, clé d’accès ni code de secours, demandez aux administrateurs de votre organisation de récupérer votre compte. Sans organisation, adressez-vous à l’exploitant de cette installation.',
    otherAccount: 'Autre compte',
    wrong:
      'L’adresse électronique ou le mot de passe est inexact. Vérifiez les deux. Si vous avez oublié le mot de passe, adressez-vous aux administrateurs de votre organisation. Sans organisation, adressez-vous à l’exploitant de cette installation.',
    throttled:
      'Trop de tentatives. Réessayez dans {{wait}}, ou utilisez un navigateur ou un réseau depuis lequel vous vous êtes déjà connecté.',
    ended:
      'Votre session a pris fin. Reconnectez-vous. Saisissez de nouveau les formulaires non enregistrés ; les téléversements peuvent reprendre.',
    still: 'Cet ordinateur est toujours connecté',
    stillHelp:
      'Le serveur n’a pas pu être joint : la session se poursuit. Liaison réessaie ; laissez cette page ouverte jusqu’à ce que cet avis disparaisse.',
    stopped_one:
      'Un téléversement a été arrêté. La partie reçue est conservée : connectez-vous, ouvrez la pièce et choisissez le même fichier.',
    stopped_other:
      '{{count}} téléversements ont été arrêtés. Les parties reçues sont conservées : connectez-vous, ouvrez les pièces et choisissez les mêmes fichiers.',
    stopped_many:
      '{{count}} téléversements ont été arrêtés. Les parties reçues sont conservées : connectez-vous, ouvrez les pièces et choisissez les mêmes fichiers.',
    demonstration: 'Comptes de démonstration',
    demonstrationHelp:
      'Sélectionnez un compte pour vous connecter. Ouvrez une fenêtre privée pour être connecté en même temps en tant que personne d’un autre pays.',
    as: 'Se connecter en tant que {{name}}',
    showPassword: 'Afficher le mot de passe',
    noParty: 'Ensemble de l’équipe',
    noSeat: 'Membre d’aucune équipe',
  },
} satisfies Translated<typeof source>;
