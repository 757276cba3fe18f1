/** Gates: what a release waits for, and what opens them. */
export const gates = {
  gate: {
    verification: 'the verification by an administrator',
    attestation: 'the uploader’s attestation',
    second_leader: 'a second leader',
    clearance: 'the filter seat’s clearance',
    joint: 'the other originators',
  },
  transferBasis: {
    adequacy: 'Adequacy decision (Art. 36)',
    safeguards: 'Appropriate safeguards (Art. 37)',
    derogation: 'Derogation (Art. 38)',
  },
  gates: {
    waits: 'Waits for {{gates}}',
    waitsNote: 'Decided, and not released yet: {{party}} knows nothing of it.',
    saved: 'Decided. It waits for {{gates}}, and {{party}} knows nothing of it until then.',
    attest: 'Sign the attestation',
    attestTitle: 'Attestation for {{party}}',
    attestHelp:
      'Reg. (EU) 2023/969, Art. 17(2): what goes to {{party}} is limited to what is required. With your signature the release takes effect, unless something else stands before it.',
    necessity: 'Why it is needed there',
    proportionality: 'Why not less of it',
    basis: 'Basis of the transfer (Directive (EU) 2016/680, Chapter V)',
    record: 'The decision, the safeguards, or the ground',
    needed: 'Say it in a sentence.',
    signed: 'Attestation signed',
    giveUp: 'Give it up',
    giveUpTitle: 'Give up the release to {{party}}',
    giveUpHelp: 'It will not take effect. {{party}} never learns that it was meant to.',
    giveUpReason: 'Why it is given up',
    givenUp: 'Release given up',
  },
};
