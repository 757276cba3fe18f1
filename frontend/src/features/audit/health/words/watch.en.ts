export const watch = {
  watch: {
    title: 'The audit log of this team is inconsistent',
    what: 'Nothing that you entered is lost. Do not rely on new entries. Tell the auditor of the team and the operator, and send them the copied proof.',
    copy: 'Copy proof',
    unreadable: 'The signed state of the log cannot be read.',
    key: 'The server states another signing key than the one that this browser knows.',
    epoch:
      'Signed entries of this log were lost. The log continues under a new key, which the former key confirms. This browser has seen {{size}} entries of the former log.',
    epochWhat:
      'The Audit page shows the first entry under the new key, with what was lost and why. Copy the proof and check whether your last acts are still there.',
    renewedTitle: 'The audit log of this team has a new key',
    renewed:
      'The log continues under a new key, which the former key confirms. All {{size}} entries that this browser has seen are included.',
    renewedWhat:
      'The Audit page shows the first entry under the new key, with the reason. Check whether your last acts are there.',
    goOn: 'I have checked it: accept the new key',
    signature: 'The state of the log is not signed with its key.',
    shrunk: 'The server shows fewer entries than before: this browser has seen {{size}} signed entries.',
    forked: 'The server shows another log of {{size}} entries than the signed one that this browser has seen.',
    inconsistent: 'The new state does not contain the {{size}} signed entries that this browser has seen.',
    promiseSignature: 'The confirmation of an act is not signed with the key of this log.',
    promiseBroken_one: 'An entry that the server confirmed is missing from the log after its time limit.',
    promiseBroken_other: '{{count}} entries that the server confirmed are missing from the log after their time limit.',
    good: 'Log verified in this browser: signed with the key of this log',
    contains: ', and it contains the {{size}} entries that this browser saw on {{time}}',
    first: '; this is the first state that this browser has seen',
    waiting_one: '{{count}} entry of yours is waiting to be signed',
    waiting_other: '{{count}} entries of yours are waiting to be signed',
    unable: 'This browser cannot check signatures (Ed25519). The state is shown without a check.',
    examining: 'Checking …',
    included: 'Checked in this browser: included in the signed log of {{size}} entries',
    recomputed: 'Checked in this browser; the next signed state will include it',
    notIncluded: 'NOT in the signed log at the position that the server states',
    all_one: 'The entry is included in the signed log of {{size}} entries.',
    all_other: 'All {{count}} entries are included in the signed log of {{size}} entries.',
    some: '{{count}} of {{all}} entries are included in the signed log of {{size}} entries. The others follow.',
  },
};
