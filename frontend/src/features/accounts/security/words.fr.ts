import type { security as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const security = {
  security: {
    title: 'Connexion au compte',
    demonstration:
      'Ce compte de démonstration est partagé par plusieurs personnes. Son mot de passe et son second facteur restent inchangés.',
    demanded:
      'Les exploitants ont besoin d’un second facteur. Configurez une application d’authentification ; l’administration reste fermée jusque-là.',
    passwordState: 'Au moins 15 caractères. Personne d’autre ne peut le voir ni le modifier sur cette page.',
    changePassword: 'Modifier le mot de passe',
    changePasswordHelp: 'Toutes les autres sessions et tous les jetons de votre compte prennent fin.',
    currentPassword: 'Mot de passe actuel',
    newPassword: 'Nouveau mot de passe',
    again: 'Nouveau mot de passe, une seconde fois',
    needNew: 'Saisissez le nouveau mot de passe.',
    notTheSame: 'Les deux nouveaux mots de passe diffèrent.',
    passwordChanged: 'Mot de passe modifié. Toutes les autres sessions ont pris fin.',
    app: 'Application d’authentification',
    noApp: 'Non configurée. La connexion ne demande que le mot de passe.',
    appSince: 'Configurée {{time}}. La connexion demande son code.',
    setUp: 'Configurer',
    setUpApp: 'Configurer une application d’authentification',
    appHelp:
      'Une application d’authentification sur votre téléphone affiche un nouveau code toutes les 30 secondes. La connexion demande ensuite le mot de passe et un code. Toutes les autres sessions prennent fin.',
    continue: 'Continuer',
    scan: 'Scannez ce code avec l’application, puis saisissez le code qu’elle affiche.',
    qr: 'Code QR pour l’application d’authentification',
    orType: 'Sans appareil photo, saisissez cette clé dans l’application :',
    copySecret: 'Copier la clé',
    firstCode: 'Code de l’application',
    firstCodeHelp: 'Six chiffres',
    needSixDigits: 'Saisissez les six chiffres que l’application affiche.',
    confirmApp: 'Confirmer',
    recoveryCodes: 'Codes de secours',
    codesHelp:
      'Chaque code remplace l’application une fois, par exemple si le téléphone est perdu. Conservez-les là où personne d’autre ne les trouve. Ils ne seront plus affichés.',
    copyCodes: 'Copier les codes',
    codesKept: 'J’ai conservé les codes',
    codesLeft_one: 'Il reste un code',
    codesLeft_other: 'Il reste {{count}} codes',
    codesLeft_many: 'Il reste {{count}} codes',
    remove: 'Retirer l’application d’authentification',
    removeShort: 'Retirer',
    removeHelp: 'La connexion ne demandera ensuite que le mot de passe. Les codes de secours deviennent sans effet.',
    appRemoved: 'Application d’authentification retirée',
    renew: 'Créer de nouveaux codes de secours',
    renewShort: 'Créer de nouveaux codes',
    renewHelp: 'Les codes de secours actuels deviennent sans effet.',
    neededTitle: 'Les exploitants ont besoin d’un second facteur',
    neededHelp: 'Un exploitant administre des comptes et des réglages. Un mot de passe seul n’y suffit pas.',
    signInAgain:
      'Votre application d’authentification est configurée, mais cette session a commencé sans elle. Déconnectez-vous, puis reconnectez-vous.',
  },
} satisfies Translated<typeof source>;
