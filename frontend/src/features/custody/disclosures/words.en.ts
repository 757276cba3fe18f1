export const disclosures = {
  disclosures: {
    title: 'Disclosed to proceedings',
    ours: 'Disclosed to proceedings by your party',
    others: 'Disclosed to proceedings by others, of what your party contributed',
    disclose: 'Disclose to a proceeding',
    discloseTitle: 'Disclose {{number}} to a proceeding',
    discloseHelp:
      'What it consists of is noted with the hash of each file. The originator sees to which court it went, when and on which schedule; the words of your justification are read by your own party and auditors.',
    court: 'Court',
    proceeding: 'Proceeding',
    file_number: 'File number of the court',
    schedule: 'Schedule',
    need: 'This is part of the receipt.',
    discloseYes: 'Record the disclosure',
    done: 'Disclosure recorded',
    by: 'by {{seat}},',
    receipt: 'Download the receipt',
    tellCourt: 'Recalled by its originator: tell the court.',
    recalled: 'Recalled since:',
  },
  schedule: { used: 'Used', unused: 'Unused', sensitive: 'Sensitive' },
};
