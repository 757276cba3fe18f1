/** Integrity checks: whether stored files still have the recorded hash. */
export const fixity = {
  fixity: {
    title: 'Integrity check',
    next: 'next check',
    verified: 'Every stored file was read again and has its recorded hash,',
    never: 'The hash was checked on receipt. No later check yet.',
    differing_one: '{{count}} file differs from its declared hash. Checks do not cover it before a leader decides.',
    differing_other:
      '{{count}} files differ from their declared hashes. Checks do not cover them before a leader decides.',
    failed: 'Stored files are damaged',
    failedHelp:
      'Their content differs from what was received, or cannot be read. Custody names the files. The operator was alerted and restores them from a backup. Do not rely on copies made here since the last successful check.',
    waits: 'You ordered a check. Its result will be added to custody. Ordered',
    order: 'Order integrity check',
    orderHelp: 'Every stored file is read again and compared. You see the result, not the content.',
    checked_one: '{{count}} file checked',
    checked_other: '{{count}} files checked',
    damaged_one: '{{count}} file damaged',
    damaged_other: '{{count}} files damaged',
    software: 'Software',
  },
};
