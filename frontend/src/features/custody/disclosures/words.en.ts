import terms from '@terms/states.en.json';

export const disclosures = {
  disclosures: {
    title: 'Disclosures to proceedings',
    ours: 'Disclosed by your party',
    others: 'Exhibits of your party disclosed by others',
    disclose: 'Disclose to a proceeding',
    discloseTitle: 'Disclose {{number}} to a proceeding',
    discloseHelp:
      'The hash of each file is recorded. The originator sees the court, the date and the schedule. Your justification is read only by your own party and by auditors.',
    court: 'Court',
    proceeding: 'Proceeding',
    file_number: 'Court file number',
    schedule: 'Schedule',
    need: 'Required: it is part of the receipt.',
    discloseYes: 'Record disclosure',
    done: 'Disclosure recorded',
    by: 'by {{seat}},',
    receipt: 'Download receipt',
    tellCourt: 'Recalled by its originator: inform the court.',
    recalled: 'Recalled since:',
  },
  schedule: terms.schedule,
};
