export const copies = {
  copies: {
    title: 'Copies', rail: 'Copies', page: 'Copies and disclosures', help: 'Who took an original keeps it under a national file number. What was taken stays taken: a recall asks each holder what became of it.',
    askedOfUs: 'Recalled: your party has to answer', owedToUs: 'Recalled by your party: not answered yet', held: 'Held by your party', given: 'Held by others of what your party contributed',
    empty: 'No copy is out', emptyHelp: 'Originals that are taken, by your party or of its exhibits, appear here with who keeps them.',
    custodian: 'Custodian', custodianHelp: 'Who keeps the copy: a person or an office', fileNumber: 'File no.', nationalFile: 'National file number', nationalFileHelp: 'The number of the file or case to which the copy goes',
    needCustodian: 'Say who keeps the copy.', needFileNumber: 'Give the number of the national file.', takenHelp: 'The originator sees who keeps the copy and under which number. If it is recalled, you are asked whether it was destroyed.',
    takenBy: 'taken by {{seat}},', recalled: 'Recalled', recalledBy: 'Recalled by {{party}}', askedAt: 'since', waits: 'Not answered yet', waitsFor: 'Recalled copy: answer for it',
    answer: 'Answer', answerTitle: 'Your copy of {{number}}', answerHelp: '{{party}} reads your answer, and it stands in the custody of the exhibit. What is kept can be destroyed and reported later.',
    what: 'What became of the copy?', destroyed: 'It was destroyed', kept: 'It is kept, because …', because: 'Why it is kept', how: 'How it was destroyed', needAnswer: 'Choose one.', needBecause: 'Say why it is kept.', noteHelp: '{{party}} has left the team. Note what it told you of the copy, and from what you know it.', fromWhat: 'From what you know it, and what it said', needWhat: 'Say from what you know it.', send: 'Record the answer', answered: 'Answer recorded',
    owed_one: '{{count}} answer is owed', owed_other: '{{count}} answers are owed', out_one: '{{count}} copy is out', out_other: '{{count}} copies are out',
    recallAsks_one: 'One copy is out with {{party}}. Its holder will be asked: destroyed, or kept, because. They read your reason.', recallAsks_other: '{{count}} copies are out with {{party}}. Each holder will be asked: destroyed, or kept, because. They read your reason.',
    withdrawAsks_one: 'One copy is out with another party. Its holder will be asked what became of it, and reads your reason.', withdrawAsks_other: '{{count}} copies are out with other parties. Each holder will be asked what became of it, and reads your reason.',
  },
  copyState: { out: 'Out', destroyed: 'Destroyed', kept: 'Kept' },
};
