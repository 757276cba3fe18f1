import terms from '@terms/states.en.json';

/** Fields of an entry, erased for good. */
export const fieldErasure = {
  fieldGround: terms.fieldGround,
  fieldErasure: {
    erase: 'Erase fields …',
    title: 'Erase fields of the entry at position {{position}}',
    erasedOn: 'erased on',
    certificate: 'certificate at position {{position}}',
    help: 'This cannot be undone. The values of these fields are deleted here for everybody, with the export packages kept here that contain them. Backups lose them when they expire. Copies that others exported or wrote down are not affected.',
    stands:
      'The entry, its time, its member code and the hashes of the fields remain, so that the audit log can still be verified. The same words in other entries and in the description of the exhibit are not changed. On an action day, they are deleted where they are still shown, and from the comment that contained them. Fields about jointly obtained exhibits wait for the agreement of each originator.',
    which: 'Fields',
    needField: 'Choose at least one field.',
    ground: 'Ground',
    basis: 'Legal basis',
    basisExample: 'for example: Directive (EU) 2016/680 Art. 16(2)',
    needBasis: 'Enter the legal provision.',
    reason: 'Reason (for the audit log of your party; do not repeat the erased values)',
    typePosition: 'Type {{position}} to confirm',
    needPosition: 'Enter the position of the entry as shown above.',
    erasing: 'The fields of the entry at position {{position}} are being erased',
    wanted: 'The erasure of fields of the entry at position {{position}} awaits confirmation by a second leader',
    queue: 'Fields of entries to be erased',
    ofEntry: 'Entry at position {{position}}',
    waits: 'An erasure of fields awaits confirmation by a second leader',
    decided: 'An erasure of fields is decided and will be carried out. A legal hold set meanwhile stops it.',
    awaits: 'An erasure of fields awaits the agreement of {{parties}}',
    agree: 'Agree to erasure',
    refuse: 'Reject erasure …',
    ofEntries: 'Of the entries at positions',
    agreeTitle: 'Agree to the erasure of fields of the entry at position {{position}}',
    agreeHelp:
      'Your party is a joint originator. {{seat}} proposes to erase these fields. They are erased when each party concerned has agreed.',
    confirmTitle: 'Confirm the erasure of fields of the entry at position {{position}}',
    giveUpTitle: 'Do not erase fields of the entry at position {{position}}',
    giveUpHelp:
      'The entry is not changed. The proposed erasure and your reason are recorded in the audit log for your party.',
  },
};
