/** Exhibits that several parties obtained jointly, and the agreement of each party. */
export const joint = {
  joint: {
    with: 'Obtained jointly with',
    withHelp:
      'Each of these parties has full access at once. Other parties get access only after a leader of each has agreed. Each may recall it.',
    withNobody: 'Nobody: {{party, the}} alone',
    holds: 'Obtained it jointly: full access.',
    originators: 'jointly with',
    own: 'originator, jointly',
    agreementOf: 'the agreement of {{parties}}',
    needs: 'Obtained jointly: wider access begins after the approval of {{parties}}.',
    agree: 'Agree',
    agreed: 'Agreement recorded',
    refuse: 'Refuse',
    agreeTitle: 'Agree to the release to {{party, the}}',
    agreeCourtTitle: 'Agree to use in court by {{party, the}}',
    agreeHelp:
      '{{seat}} decided this for {{keeper, the}}. With your agreement it takes effect, unless another approval is missing.',
    refuseTitle: 'Refuse the release to {{party, the}}',
    refuseHelp: 'The release will not take effect, and {{keeper, the}} reads your reason. {{party, The}} is not told.',
    refused: 'Release refused',
    court: 'Use in court',
    courtNote: 'Consented to, not yet in force.',
    erasureWaits: 'It can be erased only with the agreement of {{parties}}.',
    agreeErasure: 'Agree to the erasure',
    agreeErasureTitle: 'Agree to the erasure of {{number}}',
    agreeErasureHelp:
      '{{keeper, The}} decides about the erasure. After it, nobody can view the exhibit, your party included.',
    agreeErasureReason: 'Why it may be erased',
    erasureAgreed: 'Agreement to the erasure recorded',
  },
};
