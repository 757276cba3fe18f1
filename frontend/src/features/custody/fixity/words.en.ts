/** Fixity: whether stored files still have the hashes of their receipt. */
export const fixity = {
  fixity: {
    title: 'Integrity of the stored files',
    next: 'next check',
    verified: 'Every stored file was read anew and has the hash of its receipt,',
    never: 'Compared with its hash when it was received, and not since.',
    failed: 'Stored files are damaged',
    failedHelp:
      'Their bytes differ from what was received, or cannot be read. Custody says which; the operator is alarmed and restores them from a backup. Rely on nothing that was read from here since the last good check.',
    waits: 'You have ordered a check. What it finds will be an entry in custody. Ordered',
    order: 'Order a check',
    orderHelp: 'Every stored file is read anew and compared. You see no content, only the verdict.',
    checked_one: '{{count}} file read anew',
    checked_other: '{{count}} files read anew',
    damaged_one: '{{count}} file damaged',
    damaged_other: '{{count}} files damaged',
    software: 'By',
    alarm: 'Stored files damaged',
  },
};
