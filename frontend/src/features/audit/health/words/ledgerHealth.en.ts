export const ledgerHealth = {
  ledgerHealth: {
    confirmed: 'Time stamp', noAuthority: 'No authority outside has stamped this ledger yet.', by_one: '{{count}} entry, by {{authority}}', by_other: '{{count}} entries, by {{authority}}',
    recomputed: 'Recomputed', notYet: 'Not yet', since: 'Since',
    promise: 'An entry that was promised is in no checkpoint, though its time is over.',
    sequencing: 'Entries get no position in the ledger any more. Nothing that was acknowledged is lost.',
    signing: 'No checkpoint can be signed at present. Nothing that was acknowledged is lost.',
    recomputation: 'The server has recomputed the ledger, and its rows differ from what was signed.',
    timestamp: 'A time-stamping authority has given no time stamp for long.',
    clock: 'The clock of the server differs from that of a time-stamping authority.',
    fixity: 'Stored files of the team are damaged.',
    quorum: 'Fewer witnesses than were agreed have cosigned what was published ten minutes ago.',
    witness: 'A witness has not cosigned for a while, or has cosigned something else.',
  },
};
