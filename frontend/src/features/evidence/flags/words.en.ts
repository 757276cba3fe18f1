/** Exculpatory material: what was flagged, and what its originator decided. */
export const flags = {
  flags: {
    title: 'May exonerate',
    flag: 'Flag as possibly exculpatory',
    flagTitle: 'Flag {{number}} as possibly exculpatory',
    flagHelp:
      'The handling code keeps you from disclosing this yourself, not from saying that it may exonerate somebody (Directive 2012/13/EU, Art. 7(2)). Leaders of {{party}} are alarmed until one of them decides. A flag is never taken away, whatever becomes of the exhibit, and stands in its custody.',
    exonerates: 'May exonerate',
    exoneratesHelp: 'Whom or of what, and which part of it shows that',
    need: 'Needed: the originator decides on these words.',
    flagYes: 'Set the flag',
    done: 'Flagged. Its originator is told.',
    by: 'flagged by {{seat}},',
    waits: 'Waits for the decision of {{party}}.',
    decided: 'decided by {{seat}},',
    decide: 'Decide',
    decideTitle: 'Flag on {{number}}: your decision',
    decideHelp:
      'Your party discloses it, consents to its use in court by {{party}}, or refuses. The decision and its reason stand in custody and are not changed any more.',
    what: 'What does your party do?',
    needDecision: 'Choose one.',
    because: 'Why, and how',
    becauseHelp: 'To which court it was disclosed and when; on which conditions you consent; or why it is refused',
    decideYes: 'Record the decision',
    answered: 'Decision recorded',
    waitsFor: 'May exonerate: decide',
  },
  flagDecision: {
    disclosed: 'We disclosed it to the proceeding ourselves',
    consented: 'We consent to its use in court',
    refused: 'Refused',
  },
};
