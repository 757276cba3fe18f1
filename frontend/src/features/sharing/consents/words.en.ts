/** Consents: asking for more, answering, and what follows from an answer. */
export const consents = {
  consents: {
    title: 'Consents', rail: 'Consents', why: 'What it is for', help: 'What parties ask of each other. Silence is a refusal: each request says when.',
    forUs: 'Waits for an answer of {{party}}', byUs: 'Asked by {{party}}, not answered yet', over: 'Answered and over',
    empty: 'Nothing is asked', emptyHelp: 'Ask for more at an exhibit that is released to you, or ask a party what it holds.',
    askParty: 'Ask a party', askPartyTitle: 'Ask what a party holds', askPartyHelp: 'They read your words and who asks; nothing else is disclosed. They answer by attaching an exhibit, refuse, or say nothing.',
    askMore: 'Ask for more', askMoreTitle: 'Ask {{party}} for more of {{number}}', askMoreHelp: 'The leaders of {{party}} answer. What they grant is exactly what you ask or less.',
    which: 'What you need', more: 'A higher level, more people or another purpose', court: 'Use in court', courtHelp: 'To export its custody for a court. H1 demands this consent.',
    party: 'Party', level: 'Level', purposes: 'Purposes beside those released', seats: 'Seats beside those named', seatsHelp: 'Of your party, where the release names seats: who needs it as well.', authorities: 'Authorities beside those named', authoritiesHelp: 'Of your party, where the release names authorities.', words: 'What you need it for', question: 'Your question', questionHelp: 'For example: what do you hold on this wallet, this number, this name?',
    due: 'Answer by', dueHelp: 'In your time, {{zone}}. Left empty: in seven days. Silence then is a refusal.', needWords: 'Say it in words: they decide upon them.', needParty: 'Choose a party.', needMore: 'Choose a level, a purpose, a seat or an authority.', badDue: 'Choose a moment between one hour and sixty days from now.',
    send: 'Send the request', sent: 'Request sent to {{party}}',
    answer: 'Answer', look: 'Look at it', answerTitle: 'Request of {{party}}', ownTitle: 'Request to {{party}}',
    asks: '{{party}} asks', asker: 'Asked by', requested: 'Asked', seen: 'Seen', notSeen: 'Not yet', answered: 'Answered', state: 'State', object: 'Exhibit', wants: 'Asks for', reason: 'Reason', until: 'Until', conditions: 'Conditions',
    grant: 'Grant', refuse: 'Refuse', refuseTitle: 'Refuse the request of {{party}}', refuseHelp: '{{party}} reads your reason. Nothing is opened.', refuseReason: 'Why it is refused', refused: 'Refused',
    attach: 'Exhibit that answers the question', attachLevel: 'How far it is released to {{party}}', needAttach: 'Choose one of your exhibits.', conditionsHelp: 'In words; {{party}} reads them. Left empty: granted without conditions.', untilHelp: 'In your time, {{zone}}. Left empty: without an end. Afterwards the release is again what it was.',
    then: 'If you grant it', thenLevel: '{{party}} will have the exhibit as: {{level}}.', thenPurposes: '{{party}} may also use it for: {{purposes}}.', thenNamed: 'In {{party}} it will be there for these as well: {{named}}.', thenCourt: '{{party}} may export its custody for a court. It gets no more of the exhibit than it has.', thenAttach: '{{party}} will have the exhibit that you attach.', thenNobody: 'No other party gains anything. You can withdraw the consent at any time; what was taken stays taken.',
    granted: 'Consent recorded', withdraw: 'Withdraw the consent', takeBack: 'Take the request back', withdrawTitle: 'Withdraw the consent to {{party}}', withdrawHelp: 'From now on {{party}} has what it had before the consent. What was taken stays taken.', takeBackTitle: 'Take back the request to {{party}}', takeBackHelp: 'The request ends; {{party}} reads your reason.', withdrawReason: 'Why', withdrawn: 'Withdrawn',
    wantsLevel: 'level {{level}}', wantsPurposes: 'for {{purposes}}', wantsCourt: 'use in court', wantsQuestion: 'what you hold', wantsSeats: 'for {{seats}}', notInForce: 'not in force: it waits, or was changed or ended since', due_: 'until', overdue: 'Its time is over', waits: 'Request to answer', staleHelp: 'Somebody answered meanwhile. Look again.',
  },
  consentState: { requested: 'Requested', seen: 'Seen', granted: 'Granted', granted_with_conditions: 'Granted with conditions', refused: 'Refused', expired: 'Expired: refused by silence', withdrawn: 'Withdrawn' },
};
