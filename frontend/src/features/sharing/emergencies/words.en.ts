/** Break-glass: emergency openings, their review, and what a party allows. */
export const emergency = {
  emergency: {
    title: 'Break the glass', help: 'For a life-threatening case alone. If its originator allows it to your party, you may open the exhibit for one hour, for the purpose “Imminent threat”. A leader of the originator is told at once, reads your reason, and reviews it within 24 hours.',
    number: 'Exhibit number', numberHelp: 'As somebody told it to you, for example NL-2026-ABCD1234', needNumber: 'Enter the number of the exhibit.', reason: 'Whose life is threatened, and how the exhibit helps', begin: 'Break the glass', sure: 'A life is in danger, and nobody who decides can be asked in time',
    begun: 'You may open {{number}} until {{time}}. Choose the purpose “Imminent threat”.',
    list: 'Emergency openings', none: 'Nobody broke the glass.', until: 'until', due: 'Review due', waits: 'Waits for its review', review: 'Review it', reviewTitle: 'Review the emergency opening of {{number}}', reviewHelp: 'What was not justified is over at this instant, and the party cannot break the glass of this exhibit again.', reviewNow: 'Give the verdict', reviewed: 'Verdict recorded', verdict: 'Verdict', finding: 'What you found', needVerdict: 'Choose one.',
    allowTitle: 'Who may break the glass', allowHelp: 'In a life-threatening case a leader or member of the party may then open an exhibit of yours that is not released to it, for one hour, for imminent threat alone. A leader of your party is told at once and reviews it within 24 hours. It goes past no gate, no named seats and no withdrawal.',
    allowed: 'Allowed: {{level}}', off: 'Not allowed', decide: 'Decide', decideTitle: 'May {{party}} break the glass?', decideNow: 'Record the decision', decided: 'Decision recorded', howFar: 'How far', clause: 'Clause of the agreement, or order', needClause: 'Name the clause or order.',
    inAlarm: 'Review it below',
  },
  emergencyVerdict: { justified: 'Justified', not_justified: 'Not justified' },
};
