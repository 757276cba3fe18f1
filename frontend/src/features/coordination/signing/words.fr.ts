import type { signing as source, signingAsked as askedSource, signingRefused as refusedSource } from './words.en';
import type { Translated } from '@/i18n/translated';

export const signing = {
  signing: {
    title: 'Signatures sous les décisions',
    help: 'Une partie peut signer les décisions avec une clé à elle, qui ne vient jamais sur ce serveur : un tribunal le vérifie hors ligne, quel que soit l’exploitant.',
    keys: 'Clés',
    none: 'Aucune partie n’a désigné de clé',
    name: 'Désigner une clé',
    nameTitle: 'Désigner une clé de votre partie',
    nameHelp:
      'La clé privée reste chez vous. Créez les deux avec ces commandes et collez le contenu de public.pem. Comparez l’empreinte par une autre voie avant que d’autres ne s’y fient.',
    called: 'Nom de la clé',
    calledHelp: 'Un bureau ou un appareil. Aucun nom de personne : il reste au registre.',
    needCalled: 'Donnez-lui un nom.',
    pem: 'Clé publique (PEM)',
    needPem: 'Collez la clé publique, avec sa première et sa dernière ligne.',
    named: 'Clé désignée',
    fingerprint: 'Empreinte',
    publicKey: 'Clé publique',
    namedBy: 'désignée par {{seat}}',
    revokedBy: 'révoquée par {{seat}} : {{reason}}',
    revoked: 'révoquée',
    inForce: 'en vigueur',
    revoke: 'Révoquer',
    revokeOf: 'Révoquer la clé {{name}}',
    revokeTitle: 'Révoquer {{name}} ?',
    revokeHelp:
      'Elle ne signe plus rien désormais et n’est jamais désignée de nouveau. Ce qu’elle a signé reste signé. Si c’est votre dernière clé, ce que votre partie exige attend que vous en désigniez une autre.',
    didRevoke: 'Clé révoquée',
    more: 'Autres clés',
    commands: 'Commandes',
    demands: 'Ce que chaque partie exige',
    change: 'Modifier',
    changeTitle: 'Quelles décisions votre partie signe-t-elle ?',
    changeHelp:
      'Cela vaut pour les décisions à venir et n’exige rien des autres parties. Une décision est consignée aussitôt, et indiquée comme en attente de votre signature jusqu’à son arrivée.',
    choose: 'Votre partie',
    keyless:
      'N’a aucune clé en vigueur : personne ne peut signer pour elle avant qu’un chef d’équipe n’en désigne une.',
    same: 'C’est déjà ce que votre partie exige.',
    changed: 'Cela vaut désormais',
    scope: {
      none: 'n’exige aucune signature de sa part',
      own: 'signe les décisions de ses propres sièges',
      all: 'signe toute décision à laquelle elle prend part',
    },
    state: {
      signed: 'Signée',
      awaits: 'En attente de signature',
      erased: 'Mots effacés avant que tous aient signé',
      not_demanded: 'Aucune signature exigée',
    },
    awaitsOf: 'de {{parties}}',
    keyRevoked: 'clé révoquée depuis',
    details: 'Signatures',
    sign: 'Signer pour {{party}}',
    signTitle: 'Signer cette décision pour {{party}}',
    signHelp:
      'Enregistrez le fichier, signez-le là où se trouve votre clé, et apportez la signature. Elle est vérifiée ici avant d’être inscrite.',
    statement: 'Ce qui est signé, octet par octet',
    save: 'Enregistrer le fichier',
    command: 'Avec openssl',
    file: 'Choisir le fichier de la signature',
    paste: 'Signature, en base64',
    pasteHelp: 'Le fichier de 64 octets, ou son base64.',
    needSignature: 'Apportez la signature.',
    notSignature: 'Ce fichier n’est pas une signature Ed25519 : il ne contient ni 64 octets ni leur base64.',
    bring: 'Apporter la signature',
    done: 'Signée et inscrite',
    waiting_one: '{{count}} décision attend la signature de votre partie',
    waiting_other: '{{count}} décisions attendent la signature de votre partie',
    waitingMore: 'Plus de {{count}} décisions attendent la signature de votre partie',
  },
} satisfies Translated<{ signing: (typeof source)['signing'] }>;

export const signingAsked = {
  'GET signing keys': 'les clés de signature',
  'POST signing keys': 'désigner une clé de signature',
  'POST signing keys {signing_key} revocation': 'révoquer une clé de signature',
  'GET signing demands': 'les décisions que signent les parties',
  'PUT signing demand': 'décider quelles décisions signe sa partie',
  'GET signing awaiting': 'les décisions en attente de signature',
  'GET channels {channel} messages {message} statement': 'ce qui est signé sous une décision',
  'POST channels {channel} messages {message} signatures': 'signer une décision',
} satisfies Translated<typeof askedSource>;

export const signingRefused = {
  'beyond-the-union':
    'Une partie hors de l’Union ne prend pas part à ce qui est décidé ici : elle ne signe rien. Rien n’a été modifié.',
  'channel-changed':
    'Le canal a été clos, ou ce qu’une partie exige de signer a changé à l’instant. Rien n’a été consigné : relisez.',
  'demanded-already': 'C’est déjà ce que votre partie exige. Rien n’a été modifié.',
  'key-named-already':
    'Votre partie a déjà désigné cette clé ; une clé révoquée n’est jamais désignée de nouveau. Rien n’a été modifié.',
  'key-revoked': 'Cette clé est déjà révoquée. Rien n’a été modifié.',
  'keys-full': 'Votre partie a autant de clés qu’elle peut en avoir : révoquez-en une d’abord. Rien n’a été modifié.',
  'no-key': 'Votre partie n’a aucune clé en vigueur : un chef d’équipe en désigne une d’abord. Rien n’a été modifié.',
  'not-your-key': 'Les chefs d’équipe d’une partie révoquent ses clés. Rien n’a été modifié.',
  'nothing-to-sign': 'Les mots de cette décision ont été effacés. Rien n’a été signé.',
  'signed-already': 'Votre partie l’a déjà signée, avec une clé en vigueur. Rien n’a été signé.',
} satisfies Translated<typeof refusedSource>;
