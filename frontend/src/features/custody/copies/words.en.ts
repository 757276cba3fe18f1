import terms from '@terms/states.en.json';

export const copies = {
  copies: {
    title: 'Copies',
    page: 'Copies and disclosures',
    help: 'A downloaded original is kept by a custodian under a national file number. It is not deleted by a recall: each holder is asked to destroy it or to say why it is kept.',
    askedOfUs: 'Recalled: your party must answer',
    owedToUs: 'Recalled by your party: no answer yet',
    held: 'Held by your party',
    given: 'Copies of your party’s exhibits held by others',
    empty: 'No copies',
    emptyHelp:
      'Downloaded originals are listed here with their custodian: those of your party, and those of its exhibits.',
    custodian: 'Custodian',
    custodianHelp: 'Person or office that keeps the copy',
    fileNumber: 'File no.',
    nationalFile: 'National file number',
    nationalFileHelp: 'Number of the case file to which the copy is added',
    needCustodian: 'Enter the custodian.',
    needFileNumber: 'Enter the national file number.',
    takenHelp:
      'The originator sees the custodian and the file number. After a recall you are asked whether the copy was destroyed.',
    takenBy: 'downloaded by {{seat}},',
    recalled: 'Recalled',
    recalledBy: 'Recalled by {{party, the}}',
    askedAt: 'since',
    waits: 'No answer yet',
    answer: 'Answer',
    answerTitle: 'Your copy of {{number}}',
    answerHelp:
      '{{party, The}} reads your answer, and it is added to the custody of the exhibit. If you keep the copy, you can report its destruction later.',
    what: 'Is the copy destroyed?',
    destroyed: 'It was destroyed',
    kept: 'It is kept',
    because: 'Reason for keeping it',
    how: 'Method of destruction',
    needAnswer: 'Choose an answer.',
    needBecause: 'Enter the reason for keeping it.',
    noteHelp: '{{party, The}} has left the team. Record what it told you about the copy, and your source.',
    fromWhat: 'Statement of the party, and your source',
    needWhat: 'Enter your source.',
    send: 'Record answer',
    answered: 'Answer recorded',
    owed_one: '{{count}} answer required',
    owed_other: '{{count}} answers required',
    out_one: '{{count}} copy held elsewhere',
    out_other: '{{count}} copies held elsewhere',
    recallAsks_one:
      '{{party, The}} holds one copy. Its holder is asked to destroy it or to say why it is kept. The holder reads your reason.',
    recallAsks_other:
      '{{party, The}} holds {{count}} copies. Each holder is asked to destroy the copy or to say why it is kept. The holders read your reason.',
    withdrawAsks_one:
      'Another party holds one copy. Its holder is asked to destroy it or to say why it is kept, and reads your reason.',
    withdrawAsks_other:
      'Other parties hold {{count}} copies. Each holder is asked to destroy the copy or to say why it is kept, and reads your reason.',
  },
  copyState: terms.copyState,
};
