export const exhibit = {
  exhibit: {
    facts: 'Provenance',     registered: 'Registered', registeredBy: 'by {{seat}}', acquired: 'Acquired', acquiredBy: 'Acquired by', place: 'Place', legalBasis: 'Legal basis', description: 'Description', handling: 'Handling', originator: 'Originator', level: 'Your level', hashes: 'Declared hashes', handlingText: 'To be acknowledged',
    ofMedium: 'of the medium', ofContainer: 'of the container',
    listedOnly: 'Released to you as listed: title, number, markings and sizes. Ask {{party}} for more.',
    open: 'Open', take: 'Take original', describe: 'Correct', withdraw: 'Withdraw', export: 'Export bundle', actions: 'More',
        back: 'All exhibits',
    withdrawnBanner: 'Withdrawn. The entry and its custody stay; other parties can no longer open it.',
    withdrawTitle: 'Withdraw {{number}}', withdrawHelp: 'Other parties keep seeing that it exists and that it is withdrawn; they can no longer open it. This cannot be undone. What was taken stays taken.', withdrawReason: 'Why it is withdrawn', withdrawYes: 'Withdraw the exhibit', withdrawn: '{{number}} withdrawn',
    describeTitle: 'Correct the description of {{number}}', describeHelp: 'The earlier words stay in the ledger; who may see the exhibit sees both.', describeReason: 'Why it is corrected', described: 'Correction recorded', unchanged: 'Nothing differs from what is recorded.',
    staleTitle: 'Somebody corrected it meanwhile', staleHelp: 'Nothing of yours was saved. For each field choose what shall stand, then save again.', staleTheirs: 'Recorded now', staleMine: 'Yours',
    needReason: 'State the reason: it stands in the ledger.',
        loading: 'Reading the exhibit',
  },
};
