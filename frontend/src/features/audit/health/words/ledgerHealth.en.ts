export const ledgerHealth = {
  ledgerHealth: {
    confirmed: 'Time stamp',
    noAuthority:
      'No time-stamping authority has stamped this log yet. The operator sets one with LIAISON_TIMESTAMP_AUTHORITIES.',
    by_one: '{{count}} entry, by {{authority}}',
    by_other: '{{count}} entries, by {{authority}}',
    recomputed: 'Recalculated',
    notYet: 'Not yet',
    since: 'Since',
    promise: 'A confirmed entry is missing from the signed log after its time limit.',
    sequencing: 'New entries get no position in the log. No confirmed entry is lost.',
    signing: 'The log cannot be signed at present. No confirmed entry is lost.',
    unanswered:
      'Signing waits: since the last start of the server, not every log co-signer has answered. This prevents that an older state of the log is signed. The log co-signers are listed on this page. No confirmed entry is lost.',
    recomputation: 'The stored log differs from its signed state.',
    timestamp: 'A time-stamping authority has not answered for a long time.',
    clock: 'The clock of the server differs from that of a time-stamping authority.',
    fixity: 'Stored files of the team are damaged.',
    quorum: 'Fewer log co-signers than agreed confirmed the state published ten minutes ago.',
    witness: 'A log co-signer has stopped confirming, or has confirmed another log.',
  },
};
