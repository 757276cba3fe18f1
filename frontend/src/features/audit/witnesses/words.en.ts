/** Witnesses: the parties' own programs that cosign the ledger's checkpoints. */
export const witnesses = {
  witnesses: {
    title: 'Witnesses', help: 'A party’s own program that remembers this ledger and cosigns each checkpoint only if it continues the last. If the host ever showed two ledgers, the witnesses would hold the proof.',
    none: 'No party has named a witness. Two people who never compare notes could be shown two ledgers.',
    cosigned: 'Cosigned', by: 'by {{by}} of {{of}}, up to {{entries}}', byNone: 'by none of {{of}} yet', nobody: 'by nobody: no party has a witness',
    upTo: 'up to {{entries}}', notYet: 'nothing cosigned yet', host: 'the host’s own: does not count', since: 'since',
    name: 'Name a witness', nameTitle: 'Name the witness of your party', nameHelp: 'Whoever runs it makes its key with “liaison witness init” and adds this ledger with “liaison witness add-log” and the key below. From the next checkpoint on it is asked.',
    logKey: 'Key of this ledger', vkey: 'Verifier key of the witness', vkeyHelp: 'As “liaison witness init” printed it', url: 'Address', urlHelp: 'https, up to before /add-checkpoint', needBoth: 'Both are needed.', named: 'Witness named',
    remove: 'Remove', removeOf: 'Remove the witness of {{party}}', removeTitle: 'Remove your party’s witness', removeHelp: 'It is asked no more; what it cosigned stays. Its key does not come back: a new one is named with a new key.', removed: 'Witness removed',
  },
  quorum: {
    none: 'No quorum is agreed', agreed_one: 'Quorum: {{count}} witness', agreed_other: 'Quorum: {{count}} witnesses',
    met: 'met up to {{entries}}', unmet: 'not met: too few witnesses have cosigned',
    metOf_one: 'the quorum of {{count}} is met up to {{entries}}', metOf_other: 'the quorum of {{count}} is met up to {{entries}}', unmetOf_one: 'the quorum of {{count}} is not met', unmetOf_other: 'the quorum of {{count}} is not met',
    policy: 'Policy for the verifier', agree: 'Enter the agreed quorum', done: 'Quorum entered',
    help: 'By how many parties’ witnesses each checkpoint is to be cosigned, as the agreement says; the host’s own does not count. An alarm sounds where that is not reached within ten minutes, and verifiers can demand it with the policy.',
    number: 'Witnesses', numberHelp: '0: none is demanded', needNumber: 'A whole number from 0 to 60.',
  },
  witnessFailure: {
    unreachable: 'cannot be reached', unknown: 'does not know this ledger: whoever runs it adds its key', refused: 'refuses', wrong: 'answers with no cosignature of its key',
    ahead: 'says that it has cosigned more than this ledger holds: ask whoever runs it', fork: 'says that it has cosigned another ledger: ask whoever runs it for its evidence',
  },
};
