import type { security as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const security = {
  security: {
    title: 'Connexion au compte',
    demonstration:
      'Ce compte de démonstration est partagé par plusieurs personnes. Son mot de passe reste inchangé. Une clé d’accès peut être ajoutée ; elle ne remplace rien.',
    demanded:
      'Les exploitants et les administrateurs d’une organisation ont besoin d’un second facteur. Ajoutez une clé d’accès ou configurez une application d’authentification ; l’administration reste fermée jusque-là.',
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
    noApp: 'Non configurée',
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
      'Chaque code remplace une fois l’application ou la clé d’accès, par exemple si le téléphone est perdu. Gardez-les là où personne d’autre ne les trouve. Ils ne s’affichent qu’une fois.',
    copyCodes: 'Copier les codes',
    codesKept: 'J’ai conservé les codes',
    codesLeft_one: 'Il reste un code',
    codesLeft_other: 'Il reste {{count}} codes',
    codesLeft_many: 'Il reste {{count}} codes',
    remove: 'Retirer l’application d’authentification',
    removeShort: 'Retirer',
    removeHelp:
      'Sans clé d’accès, la connexion ne demande ensuite que le mot de passe, et les codes de secours ne valent plus.',
    appRemoved: 'Application d’authentification retirée',
    renew: 'Créer de nouveaux codes de secours',
    renewShort: 'Créer de nouveaux codes',
    renewHelp: 'Les codes de secours actuels deviennent sans effet.',
    neededTitle: 'L’administration exige un second facteur',
    neededHelp:
      'Vous administrez des comptes. Un mot de passe seul n’y suffit pas. Une clé d’accès, sous « Compte et sessions », convient aussi.',
    signInAgain:
      'Vous avez un second facteur, mais cette session a commencé sans lui. Déconnectez-vous, puis reconnectez-vous.',
    passkeys: 'Clés d’accès',
    noPasskey: 'Aucune. Une clé d’accès vous connecte par l’empreinte, le visage ou un code PIN, sans mot de passe.',
    noPasskeysHere:
      'Ce navigateur n’a pas de clés d’accès à cette adresse. Ouvrez Liaison sous son nom, et non sous une adresse IP, dans un navigateur récent.',
    addPasskey: 'Ajouter une clé d’accès',
    passkeyHelp:
      'Le navigateur demande à votre appareil ou à votre clé de sécurité de créer une clé d’accès. Elle ne vaut qu’à cette adresse, si bien qu’une fausse page ne peut pas s’en servir.',
    passkeyFirst:
      'Le mot de passe seul n’ouvre ensuite plus rien, et vous recevez des codes de secours. Toutes les autres sessions et tous les jetons prennent fin.',
    passkeyName: 'Nom',
    passkeyNameHelp: 'Auquel vous reconnaissez l’appareil, par exemple « Portable du bureau »',
    needName: 'Nommez la clé d’accès.',
    notAnswered:
      'Aucune clé d’accès n’a été créée. La fenêtre du navigateur a été fermée, le délai est passé, ou l’appareil a déjà une clé d’accès pour ce compte.',
    passkeyAdded: 'Clé d’accès ajoutée',
    passkeyRemoved: 'Clé d’accès retirée',
    removePasskey: 'Retirer la clé d’accès {{name}}',
    removePasskeyHelp:
      'Elle ne permet plus de se connecter. Supprimez-la aussi sur l’appareil. Sans autre clé d’accès ni application d’authentification, le mot de passe seul suffit à nouveau.',
    lastUsed: 'Utilisée la dernière fois {{time}}',
    addedNeverUsed: 'Ajoutée {{time}}, pas encore utilisée',
    synchronised: 'copiée sur d’autres appareils de son propriétaire',
  },
} satisfies Translated<typeof source>;
