export const watch = {
  watch: {
    title: 'The ledger of this team does not add up',
    what: 'Nothing that you entered is lost. Do not rely on new entries; tell the auditor of the team and the host, and keep what the button copies.',
    copy: 'Copy the proof',
    unreadable: 'The checkpoint that the server gave cannot be read as a signed note.',
    key: 'The server names another signing key than the one that this browser has seen before.',
    epoch:
      'The host lost entries of this ledger that had been signed. It goes on in a new epoch, under a new key for which the former one vouches; this browser has seen {{size}} entries of the former.',
    epochWhat:
      'Audit shows the first entry of the new epoch: it says what was lost, and why. Copy the proof, look whether your last acts are still there, and then rely on the new epoch.',
    renewedTitle: 'The ledger of this team has a new key',
    renewed:
      'It goes on in a new epoch, under a new key for which the former one vouches. The {{size}} entries that this browser has seen are all in it.',
    renewedWhat:
      'Audit shows the first entry of the new epoch: it says why. Look whether your last acts are there, and then rely on the new key.',
    goOn: 'I have read it: rely on the new epoch',
    signature: 'The checkpoint is not signed by the key of this ledger.',
    shrunk: 'The server shows a smaller ledger than before: this browser has seen {{size}} entries, signed.',
    forked: 'The server shows another ledger of {{size}} entries than the one that this browser has seen, signed.',
    inconsistent:
      'The new checkpoint does not contain the ledger of {{size}} entries that this browser has seen, signed.',
    promiseSignature: 'An act was acknowledged with a promise that the key of this ledger did not sign.',
    promiseBroken_one: 'An entry that the server promised is in no checkpoint, though its time is over.',
    promiseBroken_other: '{{count}} entries that the server promised are in no checkpoint, though their time is over.',
    good: 'Examined in this browser: signed by the key of this ledger',
    contains: ', and it contains the {{size}} entries that this browser saw at {{time}}',
    first: '; it is the first that this browser sees',
    waiting_one: '{{count}} entry of yours waits for its checkpoint',
    waiting_other: '{{count}} entries of yours wait for their checkpoint',
    unable: 'This browser cannot check signatures (Ed25519). The checkpoint is shown, not examined.',
    examining: 'Being examined …',
    included: 'Recomputed in this browser, and included in the checkpoint of {{size}} entries',
    recomputed: 'Recomputed in this browser; the next checkpoint will include it',
    notIncluded: 'NOT in the checkpoint where the server says it is',
    all_one: 'It is included in the checkpoint of {{size}} entries.',
    all_other: 'All {{count}} are included in the checkpoint of {{size}} entries.',
    some: '{{count}} of {{all}} are included in the checkpoint of {{size}} entries; the rest follows.',
  },
};
