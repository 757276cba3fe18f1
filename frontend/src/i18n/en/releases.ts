export const releases = {
  releases: {
    byConsent: 'By consent',
    title: 'Who may see it',
    own: 'originator',
    edit: 'Decide for {{party}}',
    readOnly: 'Your party sees only what was released to itself.',
    change: 'Change', release: 'Release', recall: 'Recall',
    since: 'by {{seat}}, {{time}}',
    pending: 'not yet', lapsed: 'ended', effective: 'now',
    level: 'Level', from: 'From', until: 'Until', zone: 'Times in {{zone}}', seats: 'Named seats', seatsHelp: 'Nobody named: leaders and members of the party, its coordinator and auditor as listed.', authorities: 'Authorities', authoritiesHelp: 'None chosen: every authority of the party.', purposes: 'Purposes', purposesHelp: 'None chosen: every agreed purpose but another offence, which is named expressly.', basis: 'Basis', basisHelp: 'Clause of the agreement, or consent',
    redNeedsSeats: 'TLP:RED demands named seats.', strictNeedsOne: 'TLP:AMBER+STRICT demands exactly one authority.', untilBeforeFrom: 'The end lies before the beginning.', pastUntil: 'The end lies in the past.',
    preview: 'What changes', noChange: 'Nothing changes.', save: 'Save the decision', saved: 'Decision recorded', recallTitle: 'Recall the release to {{party}}', recallHelp: 'From this moment {{party}} sees nothing: open pages, links and running downloads end. What was taken stays taken, and custody says by whom.', recallReason: 'Why it is recalled', recallYes: 'Recall the release', recalled: 'Release recalled', confirmRecall: 'I know that {{party}} is told of the recall.',
    staleHelp: 'Somebody decided for this party meanwhile. What is recorded now is shown; your entries are kept below.',
    more: 'Conditions',
  },
};
