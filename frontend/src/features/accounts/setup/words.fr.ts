import type { setup as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const setup = {
  setup: {
    title: 'Mettre Liaison en service',
    steps: 'Étapes',
    account: 'Compte de l’exploitant',
    services: 'Messagerie et stockage',
    accountHelp:
      'Cette installation n’a aucun compte. Le serveur a affiché un code de mise en service dans sa console au démarrage.',
    code: 'Code de mise en service',
    codeHelp: 'Les majuscules et les traits d’union sont sans importance.',
    needCode: 'Saisissez le code affiché dans la console du serveur.',
    wrongCode:
      'Ce n’est pas le code de mise en service. Saisissez celui que le serveur a affiché à son dernier démarrage.',
    name: 'Prénom et nom',
    needName: 'Indiquez votre nom.',
    email: 'Adresse électronique',
    needEmail: 'Indiquez une adresse électronique.',
    password: 'Mot de passe',
    passwordHelp: 'Au moins 15 caractères. Quatre mots sans rapport entre eux conviennent.',
    needPassword: 'Indiquez un mot de passe.',
    create: 'Créer le compte',
    created: 'Votre compte est créé et vous êtes connecté en qualité d’exploitant',
    createdHelp:
      'Le code de mise en service n’est plus valable. Vérifiez la messagerie et le stockage maintenant, ou plus tard sous Administration.',
    finish: 'Ouvrir l’administration',
    next: 'Invitez ensuite les personnes qui créent les équipes.',
    closed: 'La mise en service n’est pas ouverte',
    closedHelp:
      'L’installation a déjà un compte, ou vous avez ouvert cette page depuis une autre machine. Connectez-vous, ou ouvrez sur cette machine l’adresse affichée par le serveur.',
    signIn: 'Se connecter',
  },
} satisfies Translated<typeof source>;
