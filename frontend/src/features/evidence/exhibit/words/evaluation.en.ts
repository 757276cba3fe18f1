/** How a provider assesses an exhibit: the codes of Regulation (EU) 2016/794 Art. 29, in words. */
export const evaluation = {
  evaluation: {
    title: 'Evaluation',
    source: 'Source',
    information: 'Information',
    change: 'Evaluate anew',
    changeTitle: 'Evaluate {{number}}',
    help: 'You as its provider assess it; nobody else changes that. The earlier evaluation stays in the ledger.',
    reason: 'Why it is evaluated anew',
    save: 'Record the evaluation',
    saved: 'Evaluation recorded',
    original: 'Assessed in another scheme',
    originalHelp: 'Kept as it was made; nothing is converted.',
    scheme: 'Scheme',
    value: 'Value',
    bothParts: 'Name both the scheme and its value.',
    originally: '{{scheme}}: {{value}}',
    by: 'by {{party}}',
  },
  evaluationSource: {
    A: 'reliable in all instances',
    B: 'reliable in most instances',
    C: 'unreliable in most instances',
    X: 'reliability cannot be assessed',
  },
  evaluationInformation: {
    '1': 'accuracy not in doubt',
    '2': 'known personally to the source',
    '3': 'corroborated by what is recorded',
    '4': 'neither known to the source nor corroborated',
  },
};
