/** Parties' own signatures: keys, what each party demands, and how a decision stands with them. */
export const signing = {
  signing: {
    what: 'What you sign',
    for: 'Signed for',
    recordedBy: 'Recorded by',
    channel: 'Channel',
    entry: 'Audit log',
    relation: 'Relation',
    statementHelp:
      'The file names the decision and contains the hash of its text. So the signature covers exactly this text.',
    title: 'Signatures under decisions',
    help: 'A party can sign decisions with its own key, which never reaches this server. A court can verify the signatures offline.',
    keys: 'Keys',
    none: 'No party has registered a key',
    name: 'Register key',
    nameTitle: 'Register a key of your party',
    nameHelp:
      'The private key stays with you. Create both keys with these commands and paste the content of public.pem. Have the other parties compare the fingerprint through another channel.',
    called: 'Name of the key',
    calledHelp: 'An office or a device, not a person. The name stays in the audit log.',
    needCalled: 'Enter a name for the key.',
    pem: 'Public key (PEM)',
    needPem: 'Paste the public key, including its first and last line.',
    named: 'Key registered',
    fingerprint: 'Fingerprint',
    publicKey: 'Public key',
    namedBy: 'registered by {{seat}}',
    revokedBy: 'revoked by {{seat}}: {{reason}}',
    revoked: 'revoked',
    inForce: 'active',
    revoke: 'Revoke key',
    revokeOf: 'Revoke the key {{name}}',
    revokeTitle: 'Revoke {{name}}?',
    revokeHelp:
      'The key can no longer sign and cannot be registered again. Existing signatures stay valid. If it is your last key, decisions await your signature until you register another.',
    didRevoke: 'Key revoked',
    more: 'Load more keys',
    commands: 'Commands',
    demands: 'Required signatures',
    change: 'Edit',
    changeTitle: 'Which decisions must your party sign?',
    changeHelp:
      'This applies to future decisions of your party only. A decision is recorded at once and marked as awaiting signature until your party signs it.',
    choose: 'Your party',
    keyless: 'No active key: nobody can sign for this party until a leader registers one.',
    same: 'This setting already has that value.',
    changed: 'Setting saved',
    scope: {
      none: 'signs no decisions',
      own: 'signs the decisions of its own members',
      all: 'signs every decision of its channels',
    },
    state: {
      signed: 'Signed',
      awaits: 'Awaiting signature',
      erased: 'Text erased before all parties signed',
      not_demanded: 'No signature required',
    },
    awaitsOf: 'of {{parties}}',
    keyRevoked: 'key revoked later',
    details: 'Signatures',
    sign: 'Sign for {{party}}',
    signTitle: 'Sign this decision for {{party}}',
    signHelp:
      'Check the decision below. Then download the file, sign it with your key and upload the signature. The server verifies it.',
    statement: 'Content of the file to sign',
    save: 'Download file',
    command: 'Command with openssl',
    file: 'Upload signature file',
    paste: 'Signature (base64)',
    pasteHelp: 'The 64-byte signature file, or its base64 text.',
    needSignature: 'Upload or paste the signature.',
    notSignature: 'This file is not an Ed25519 signature: it contains neither 64 bytes nor their base64 text.',
    bring: 'Save signature',
    done: 'Signature recorded',
    waiting_one: '{{count}} decision awaits your party’s signature',
    waiting_other: '{{count}} decisions await your party’s signature',
    waitingMore: 'More than {{count}} decisions await your party’s signature',
  },
};

export const signingFacts = {
  'decision.signed': 'signed a decision',
  'signing.key_named': 'registered a signing key',
  'signing.key_revoked': 'revoked a signing key',
  'signing.demanded': 'changed the decisions that its party signs',
};

export const signingEntries = {
  'decision.signed': 'Decision signed',
  'signing.key_named': 'Signing key registered',
  'signing.key_revoked': 'Signing key revoked',
  'signing.demanded': 'Required signatures changed',
};

export const signingAsked = {
  'GET signing keys': 'the signing keys',
  'POST signing keys': 'register a signing key',
  'POST signing keys {signing_key} revocation': 'revoke a signing key',
  'GET signing demands': 'the required signatures',
  'PUT signing demand': 'change the required signatures of the party',
  'GET signing awaiting': 'decisions awaiting signature',
  'GET channels {channel} messages {message} statement': 'the file to sign for a decision',
  'POST channels {channel} messages {message} signatures': 'sign a decision',
};

export const signingRefused = {
  'beyond-the-union':
    'Parties outside the EU do not take part in these decisions and do not sign them. Nothing was changed.',
  'channel-changed':
    'The channel or the required signatures changed a moment ago. Read it again. Nothing was recorded.',
  'demanded-already': 'This setting already has that value. Nothing was changed.',
  'key-named-already':
    'Your party has already registered this key. A revoked key cannot be registered again. Nothing was changed.',
  'key-revoked': 'This key is already revoked. Nothing was changed.',
  'keys-full': 'Your party has the maximum number of keys. Revoke one first. Nothing was changed.',
  'no-key': 'Your party has no active key. A leader must register one first. Nothing was changed.',
  'not-your-key': 'Only leaders of the party can revoke its keys. Nothing was changed.',
  'nothing-to-sign': 'The text of this decision was erased. Nothing was signed.',
  'signed-already': 'Your party has already signed this decision with an active key. Nothing was signed.',
};
