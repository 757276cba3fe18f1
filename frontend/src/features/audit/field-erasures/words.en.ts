/** Fields of an entry, erased for good. */
export const fieldErasure = {
  fieldGround: {
    subject_request: 'The person concerned asked for it',
    not_necessary: 'No longer necessary',
    unlawful: 'Should never have been recorded',
    time_limit: 'The time limit is over',
  },
  fieldErasure: {
    erase: 'Erase fields …',
    title: 'Erase fields of the entry at position {{position}}',
    erasedOn: 'erased on',
    certificate: 'certificate at position {{position}}',
    help: 'This cannot be undone. What these fields say is deleted here for everybody, with the bundles kept here that hold it; backups lose it when they expire. What others have exported or written down already, this does not reach.',
    stands:
      'The entry itself, its time, its seat and the hashes of the fields stand, so that the ledger still verifies. The same words in other entries, and in the exhibit’s present description, are not touched; on an action day they go where they still read so, and from the comment that said them. What several parties obtained waits for a word of each.',
    which: 'Which fields',
    needField: 'Choose at least one field.',
    ground: 'Ground',
    basis: 'Legal basis',
    basisExample: 'for example: Directive (EU) 2016/680 Art. 16(2)',
    needBasis: 'Name the provision that this rests on.',
    reason: 'Why (kept in the ledger, for your party; do not repeat what is erased)',
    typePosition: 'Type {{position}} to confirm',
    needPosition: 'Type the position of the entry as it stands above.',
    erasing: 'The fields of the entry at position {{position}} are being erased',
    wanted: 'The erasure of fields of the entry at position {{position}} waits for a second leader',
    queue: 'Fields of entries to be erased',
    ofEntry: 'Entry at position {{position}}',
    waits: 'An erasure of fields waits for a second leader',
    decided: 'An erasure of fields is decided and about to be done; a legal hold set since would stop it',
    awaits: 'An erasure of fields waits for a word of {{parties}}',
    agree: 'Agree to the erasure',
    refuse: 'Refuse it …',
    ofEntries: 'Of the entries at positions',
    agreeTitle: 'Agree to the erasure of fields of the entry at position {{position}}',
    agreeHelp:
      'Your party obtained what this entry is about too. {{seat}} wants these fields erased; they are once each party concerned has agreed.',
    confirmTitle: 'Confirm the erasure of fields of the entry at position {{position}}',
    giveUpTitle: 'Do not erase fields of the entry at position {{position}}',
    giveUpHelp:
      'The entry stays as it is. That an erasure was meant, and your reason, stand in the ledger for your party.',
  },
};
