import type { signing as source, signingAsked as askedSource, signingRefused as refusedSource } from './words.en';
import type { Translated } from '@/i18n/translated';

export const signing = {
  signing: {
    what: 'Ce que vous signez',
    for: 'Signée pour',
    recordedBy: 'Enregistrée par',
    channel: 'Canal',
    entry: 'Journal d’audit',
    relation: 'Lien',
    statementHelp:
      'Le fichier désigne la décision et contient l’empreinte de son texte. La signature porte donc exactement sur ce texte.',
    title: 'Signatures sous les décisions',
    help: 'Une partie peut signer les décisions avec sa propre clé, qui ne parvient jamais à ce serveur. Une juridiction peut vérifier les signatures hors ligne.',
    keys: 'Clés',
    none: 'Aucune partie n’a enregistré de clé',
    name: 'Enregistrer une clé',
    nameTitle: 'Enregistrer une clé de votre partie',
    nameHelp:
      'La clé privée reste chez vous. Créez les deux clés avec ces commandes et collez le contenu de public.pem. Faites comparer l’empreinte par les autres parties au moyen d’une autre voie.',
    called: 'Nom de la clé',
    calledHelp: 'Un service ou un appareil, pas une personne. Le nom reste au journal d’audit.',
    needCalled: 'Saisissez un nom de clé.',
    pem: 'Clé publique (PEM)',
    needPem: 'Collez la clé publique, y compris sa première et sa dernière ligne.',
    named: 'Clé enregistrée',
    fingerprint: 'Empreinte',
    publicKey: 'Clé publique',
    namedBy: 'enregistrée par {{seat}}',
    revokedBy: 'révoquée par {{seat}} : {{reason}}',
    revoked: 'révoquée',
    inForce: 'active',
    revoke: 'Révoquer la clé',
    revokeOf: 'Révoquer la clé {{name}}',
    revokeTitle: 'Révoquer {{name}} ?',
    revokeHelp:
      'La clé ne peut plus signer ni être enregistrée de nouveau. Les signatures existantes restent valables. Si c’est votre dernière clé, les décisions attendent votre signature jusqu’à l’enregistrement d’une autre.',
    didRevoke: 'Clé révoquée',
    more: 'Afficher d’autres clés',
    commands: 'Commandes',
    demands: 'Signatures requises',
    change: 'Modifier',
    changeTitle: 'Quelles décisions votre partie doit-elle signer ?',
    changeHelp:
      'Ce réglage vaut pour les décisions à venir de votre seule partie. Une décision est consignée aussitôt et reste en attente de signature jusqu’à ce que votre partie la signe.',
    choose: 'Votre partie',
    keyless:
      'Aucune clé active : personne ne peut signer pour cette partie avant qu’un responsable n’en enregistre une.',
    same: 'Ce réglage a déjà cette valeur.',
    changed: 'Réglage enregistré',
    scope: {
      none: 'ne signe aucune décision',
      own: 'signe les décisions de ses propres membres',
      all: 'signe toute décision de ses canaux',
    },
    state: {
      signed: 'Signée',
      awaits: 'En attente de signature',
      erased: 'Texte effacé avant la signature de toutes les parties',
      not_demanded: 'Aucune signature requise',
    },
    awaitsOf: 'de {{parties}}',
    keyRevoked: 'clé révoquée depuis',
    details: 'Signatures',
    sign: 'Signer pour {{party}}',
    signTitle: 'Signer cette décision pour {{party}}',
    signHelp:
      'Vérifiez la décision ci-dessous. Téléchargez ensuite le fichier, signez-le avec votre clé et téléversez la signature. Le serveur la vérifie.',
    statement: 'Contenu du fichier à signer',
    save: 'Télécharger le fichier',
    command: 'Commande avec openssl',
    file: 'Téléverser le fichier de signature',
    paste: 'Signature, en base64',
    pasteHelp: 'Le fichier de signature de 64 octets, ou son texte en base64.',
    needSignature: 'Téléversez ou collez la signature.',
    notSignature: 'Ce fichier n’est pas une signature Ed25519 : il ne contient ni 64 octets ni leur texte en base64.',
    bring: 'Enregistrer la signature',
    done: 'Signature consignée',
    waiting_one: '{{count}} décision attend la signature de votre partie',
    waiting_other: '{{count}} décisions attendent la signature de votre partie',
    waitingMore: 'Plus de {{count}} décisions attendent la signature de votre partie',
  },
} satisfies Translated<{ signing: (typeof source)['signing'] }>;

export const signingAsked = {
  'GET signing keys': 'les clés de signature',
  'POST signing keys': 'enregistrer une clé de signature',
  'POST signing keys {signing_key} revocation': 'révoquer une clé de signature',
  'GET signing demands': 'les signatures requises',
  'PUT signing demand': 'modifier les signatures requises de la partie',
  'GET signing awaiting': 'les décisions en attente de signature',
  'GET channels {channel} messages {message} statement': 'le fichier à signer pour une décision',
  'POST channels {channel} messages {message} signatures': 'signer une décision',
} satisfies Translated<typeof askedSource>;

export const signingRefused = {
  'beyond-the-union':
    'Les parties hors de l’Union ne prennent pas part à ces décisions et ne les signent pas. Rien n’a été modifié.',
  'channel-changed': 'Le canal ou les signatures requises ont changé à l’instant. Relisez. Rien n’a été consigné.',
  'demanded-already': 'Ce réglage a déjà cette valeur. Rien n’a été modifié.',
  'key-named-already':
    'Votre partie a déjà enregistré cette clé. Une clé révoquée ne peut pas l’être de nouveau. Rien n’a été modifié.',
  'key-revoked': 'Cette clé est déjà révoquée. Rien n’a été modifié.',
  'keys-full': 'Votre partie a le nombre maximal de clés. Révoquez-en une d’abord. Rien n’a été modifié.',
  'no-key': 'Votre partie n’a aucune clé active. Un responsable doit d’abord en enregistrer une. Rien n’a été modifié.',
  'not-your-key': 'Seuls les responsables de la partie peuvent révoquer ses clés. Rien n’a été modifié.',
  'nothing-to-sign': 'Le texte de cette décision a été effacé. Rien n’a été signé.',
  'signed-already': 'Votre partie a déjà signé cette décision avec une clé active. Rien n’a été signé.',
} satisfies Translated<typeof refusedSource>;
