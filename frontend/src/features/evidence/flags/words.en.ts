import terms from '@terms/states.en.json';

/** Potentially exculpatory material: flags, and the decision of the originator. */
export const flags = {
  flags: {
    title: 'Potentially exculpatory',
    flag: 'Mark as potentially exculpatory',
    flagTitle: 'Mark {{number}} as potentially exculpatory',
    flagHelp:
      'You may mark it although the handling code forbids you to disclose it (Directive 2012/13/EU, Art. 7(2)). Leaders of {{party, the}} are alerted until one decides. The mark cannot be removed and remains in custody.',
    exonerates: 'Exculpatory content',
    exoneratesHelp: 'The person, the accusation and the part of the exhibit concerned',
    need: 'Required. The originator decides on this text.',
    flagYes: 'Mark exhibit',
    done: 'Marked. The originator is notified.',
    by: 'marked by {{seat}},',
    waits: 'Awaits the decision of {{party, the}}.',
    decided: 'decided by {{seat}},',
    decide: 'Decide',
    decideTitle: 'Decide about the mark on {{number}}',
    decideHelp:
      'Your party discloses the exhibit, consents to its use in court by {{party, the}}, or refuses. The decision and its reason remain in custody and cannot be changed.',
    what: 'Decision of your party',
    needDecision: 'Choose one.',
    because: 'Reason',
    becauseHelp: 'Court and date of the disclosure, conditions of the consent, or reason of the refusal',
    decideYes: 'Record decision',
    answered: 'Decision recorded',
  },
  flagDecision: terms.flagDecision,
};
