/** Parties' own signatures: keys, what each party demands, and how a decision stands with them. */
export const signing = {
  signing: {
    title: 'Signatures under decisions',
    help: 'A party can sign decisions with a key of its own, which never comes to this server: a court verifies that offline, whoever runs the server.',
    keys: 'Keys',
    none: 'No party has named a key',
    name: 'Name a key',
    nameTitle: 'Name a key of your party',
    nameHelp:
      'The private key stays with you. Make both with these commands, and paste what public.pem holds. Compare the fingerprint by another way before others rely on it.',
    called: 'What the key is called',
    calledHelp: 'An office or a device. No names of persons: it stays in the ledger.',
    needCalled: 'Say what it is called.',
    pem: 'Public key (PEM)',
    needPem: 'Paste the public key, with its first and last line.',
    named: 'Key named',
    fingerprint: 'Fingerprint',
    publicKey: 'Public key',
    namedBy: 'named by {{seat}}',
    revokedBy: 'revoked by {{seat}}: {{reason}}',
    revoked: 'revoked',
    inForce: 'in force',
    revoke: 'Revoke',
    revokeOf: 'Revoke the key {{name}}',
    revokeTitle: 'Revoke {{name}}?',
    revokeHelp:
      'It signs nothing from here on, and is never named again. What it signed stays signed. If it is your last key, what your party demands waits until you name another.',
    didRevoke: 'Key revoked',
    more: 'More keys',
    commands: 'Commands',
    demands: 'What each party demands',
    change: 'Change',
    changeTitle: 'Which decisions does your party sign?',
    changeHelp:
      'It holds for decisions from now on, and asks nothing of other parties. A decision is on record at once, and shown as awaiting your signature until that comes.',
    choose: 'Your party signs',
    keyless: 'Has no key in force: nobody can sign for it until a leader names one.',
    same: 'That is what your party demands already.',
    changed: 'It holds from now on',
    scope: {
      none: 'demands no signature of its own',
      own: 'signs the decisions of its own seats',
      all: 'signs every decision that it takes part in',
    },
    state: {
      signed: 'Signed',
      awaits: 'Awaits signature',
      erased: 'Words erased before all had signed',
      not_demanded: 'No signature demanded',
    },
    awaitsOf: 'of {{parties}}',
    keyRevoked: 'key revoked since',
    details: 'Signatures',
    sign: 'Sign for {{party}}',
    signTitle: 'Sign this decision for {{party}}',
    signHelp:
      'Save the file, sign it where your key is, and bring the signature. It is looked at here before it is entered.',
    statement: 'What is signed, byte for byte',
    save: 'Save the file',
    command: 'With openssl',
    file: 'Choose the signature’s file',
    paste: 'Signature (base64)',
    pasteHelp: 'The file of 64 bytes, or its base64.',
    needSignature: 'Bring the signature.',
    notSignature: 'This file is no Ed25519 signature: it has neither 64 bytes nor their base64.',
    bring: 'Bring the signature',
    done: 'Signed and entered',
    waiting_one: '{{count}} decision awaits your party’s signature',
    waiting_other: '{{count}} decisions await your party’s signature',
    waitingMore: 'More than {{count}} decisions await your party’s signature',
  },
};

export const signingFacts = {
  'decision.signed': 'brought a signature under a decision',
  'signing.key_named': 'named a signing key',
  'signing.key_revoked': 'revoked a signing key',
  'signing.demanded': 'decided which decisions its party signs',
};

export const signingEntries = {
  'decision.signed': 'Decision signed',
  'signing.key_named': 'Signing key named',
  'signing.key_revoked': 'Signing key revoked',
  'signing.demanded': 'Which decisions a party signs',
};

export const signingAsked = {
  'GET signing keys': 'the signing keys',
  'POST signing keys': 'name a signing key',
  'POST signing keys {signing_key} revocation': 'revoke a signing key',
  'GET signing demands': 'which decisions parties sign',
  'PUT signing demand': 'decide which decisions one’s party signs',
  'GET signing awaiting': 'the decisions that await a signature',
  'GET channels {channel} messages {message} statement': 'what is signed under a decision',
  'POST channels {channel} messages {message} signatures': 'sign a decision',
};

export const signingRefused = {
  'beyond-the-union':
    'A party beyond the Union takes no part in what is decided here: it signs nothing. Nothing was changed.',
  'channel-changed':
    'The channel was closed, or what a party demands to sign was changed, a moment before. Nothing was recorded: read it anew.',
  'demanded-already': 'That is what your party demands already. Nothing was changed.',
  'key-named-already':
    'Your party named this key before; one that was revoked is never named again. Nothing was changed.',
  'key-revoked': 'This key was revoked already. Nothing was changed.',
  'keys-full': 'Your party has as many keys as it may: revoke one first. Nothing was changed.',
  'no-key': 'Your party has no key in force: a leader names one first. Nothing was changed.',
  'not-your-key': 'A party’s own leaders revoke its keys. Nothing was changed.',
  'nothing-to-sign': 'The words of this decision were erased. Nothing was signed.',
  'signed-already': 'Your party has signed it already, with a key in force. Nothing was signed.',
};
