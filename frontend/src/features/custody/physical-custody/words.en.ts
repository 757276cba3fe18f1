/** Physical custody: where the thing itself is, and what is done with it. */
export const physicalCustody = {
  where: {
    title: 'Where it is', nothing: 'Nothing is recorded of the thing itself yet. Begin with its seizure or collection.', who: 'In the hands of', seal: 'Seal', noSeal: 'none', way: 'What was done with it, the last first', all_one: 'The {{count}} act', all_other: 'All {{count}} acts',
    recordAct: 'Record an act', actTitle: '{{act}}: {{number}}', record: 'Record', recorded: 'Recorded', need: 'Needed.', byHelp: 'Left empty: you',
    late: 'It happened earlier', wrongMoment: 'It happened at another time', when: 'When it happened', source: 'Known from', needWhen: 'Say one moment that the clocks there show.', toCome: 'This moment is still to come.', remarks: 'Remarks',
    photographHelp: 'A file of this exhibit that shows the seal; its hash stands in the entry.', noPhotograph: 'Upload a photograph to this exhibit first.', intactYes: 'It was whole', intactNo: 'It was broken',
    offer: 'Hand over', offerTitle: 'Hand over {{number}}', offerYes: 'Offer it', offered: 'Offered. It stays where it is until that seat says that it has it.', offerHelp: 'The other seat says itself that it has it; until then nothing else is recorded. All who read the exhibit will read both names.',
    giver: 'Handed over by', receiver: 'Received by', needReceiver: 'Choose who receives it.', noReceiver: 'No other seat here could receive it.', due: 'To be answered within', hours_one: '{{count}} hour', hours_other: '{{count}} hours',
    waits: 'A hand-over waits for its answer', overdue: 'A hand-over was not answered in time', fromTo: '{{giver}} ({{from}}) → {{to}} ({{seat}})', dueBy: 'to be answered by', placeNow: 'Where it is now', sealIs: 'It bears the seal', waitsFor: 'Hand-over: confirm',
    correct: 'Put right', correctTitle: 'Put right an act on {{number}}', correctYes: 'Record the correction', correctHelp: 'The entry stays as it is. A new one names it and says what was wrong.', wrong: 'What was wrong, and what is right', mends: 'How the thing stands is wrong too', stands: 'How it stands', takenBack: 'It is back with our party', corrected: 'put right since',
  },
  step: { seized: 'Seized', collected: 'Collected', sealed: 'Sealed', unsealed: 'Seal opened', transported: 'Transported', stored: 'Stored', checked_out: 'Checked out', checked_in: 'Checked in', produced: 'Produced in court', returned: 'Returned', destroyed: 'Destroyed', incident: 'Incident' },
  stepHelp: {
    seized: 'Taken under compulsion. Whoever is named has it in hand from then on.', collected: 'Handed in, found or picked up. Whoever is named has it in hand from then on.', sealed: 'Under a seal with a number of its own.', unsealed: 'The seal was opened: why, and whether it was whole until then.',
    transported: 'Carried to another place. Whoever is named has it in hand.', stored: 'Put in a store: with whom, and where exactly.', checked_out: 'Taken out of its store for a time, and expected back.', checked_in: 'Brought back to a store.', produced: 'Shown to a court.',
    returned: 'Given back for good, against a receipt. Nothing follows but a correction.', destroyed: 'Destroyed for good, with a receipt. Not while a legal hold stands.', incident: 'What was changed or went wrong, by whom and why.',
  },
  actField: { by: 'By whom', from_whom: 'From whom', to_whom: 'To whom', custodian: 'Custodian', place: 'Place', from_place: 'From', seal: 'Number of the seal', intact: 'Was the seal whole?', photograph: 'Photograph of the seal', why: 'Why', what: 'What was changed, or happened', court: 'Court', proceeding: 'Proceeding', file_number: 'File number', method: 'How', witnessed_by: 'Witnessed by', receipt: 'Receipt', giver: 'Handed over by', to_seat: 'To', due_at: 'To be answered by', occurred: 'Happened', remarks: 'Remarks' },
  standing: { held: 'In hand', stored: 'Stored', out: 'Checked out', returned: 'Returned', destroyed: 'Destroyed' },
  timeSource: { observed: 'I was there', report: 'A written report', device: 'A device’s clock', told: 'Somebody told me' },
  handover: { received: 'I have it', refused: 'I do not take it', withdrawn: 'Withdraw it' },
  handoverTitle: { received: 'You have {{number}} in hand', refused: 'You do not take {{number}}', withdrawn: 'Withdraw the hand-over of {{number}}' },
};
