/** Approvals for which a release waits. */
export const gates = {
  gate: {
    verification: 'approval by an administrator',
    attestation: 'the attestation of the uploading member',
    second_leader: 'a second leader',
    clearance: 'the privilege review',
    joint: 'the other originators',
  },
  transferBasis: {
    adequacy: 'Adequacy decision (Art. 36)',
    safeguards: 'Appropriate safeguards (Art. 37)',
    derogation: 'Derogation (Art. 38)',
  },
  gates: {
    waits: 'Waits for {{gates}}',
    waitsNote: 'Decided, not yet in effect. {{party, The}} is not told before.',
    saved: 'Decided. It waits for {{gates}}. {{party, The}} is not told before.',
    attest: 'Sign attestation',
    attestTitle: 'Attestation for {{party, the}}',
    attestHelp:
      'Reg. (EU) 2023/969, Art. 17(2): data for {{party, the}} are limited to what is required. Your signature puts the release into effect, unless another approval is missing.',
    necessity: 'Why the data are needed there',
    proportionality: 'Why less would not be enough',
    basis: 'Basis of the transfer (Directive (EU) 2016/680, Chapter V)',
    record: 'Decision, safeguards or ground',
    needed: 'Enter a sentence.',
    signed: 'Attestation signed',
    giveUp: 'Cancel release',
    giveUpTitle: 'Cancel the release to {{party, the}}',
    giveUpHelp: 'It does not take effect. {{party, The}} is not told that it was planned.',
    giveUpReason: 'Reason for cancelling',
    givenUp: 'Release cancelled',
  },
};
