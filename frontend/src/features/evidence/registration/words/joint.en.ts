/** What parties obtained jointly: who they are, and what each of them agrees to. */
export const joint = {
  joint: {
    with: 'Obtained jointly with',
    withHelp:
      'Each of them holds it from the first moment. Nobody else gets it before a leader of each has agreed; each recalls it at once.',
    withNobody: 'Nobody: {{party}} alone',
    holds: 'Obtained it jointly and holds it.',
    originators: 'jointly with',
    own: 'originator, jointly',
    agreementOf: 'the agreement of {{parties}}',
    needs: 'It was obtained jointly: whoever gains by this has it once {{parties}} agreed.',
    agree: 'Agree',
    agreed: 'Agreed',
    refuse: 'Refuse',
    agreeTitle: 'Agree to the release to {{party}}',
    agreeCourtTitle: 'Agree to use in court by {{party}}',
    agreeHelp:
      '{{seat}} decided it for {{keeper}}, which keeps the exhibit. With your word it takes effect, unless something else stands before it.',
    refuseTitle: 'Refuse the release to {{party}}',
    refuseHelp: 'It will not take effect, and {{keeper}} reads why. {{party}} never learns that it was meant to.',
    refused: 'Release refused',
    court: 'Use in court',
    courtNote: 'Consented to, and not in force yet.',
    waitsRelease: 'Release to {{party}} to agree to',
    waitsCourt: 'Use in court by {{party}} to agree to',
    erasureWaits: 'No leader erases it before {{parties}} agreed.',
    agreeErasure: 'Agree to its erasure',
    agreeErasureTitle: 'Agree that {{number}} is erased',
    agreeErasureHelp:
      '{{keeper}} keeps it and decides. Once it is erased nobody reads it any more, your party included.',
    agreeErasureReason: 'Why it may be erased',
    erasureAgreed: 'Agreed to the erasure',
  },
};
