/** The briefing: what happened while one was away. A hand-over is of a thing; this is of the case. */
export const briefing = {
  briefing: {
    title: 'While you slept',
    since: 'Since when', sinceMark: 'Since I last read it', sinceWorkday: 'Since our working day ended', behind: 'Behind {{time}}', neverRead: 'Never read yet: behind {{time}}',
    read: 'I have read this', marked: 'Marked as read up to here',
    newNotes_one: '{{count}} new note', newNotes_other: '{{count}} new notes', newActs_one: '{{count}} act', newActs_other: '{{count}} acts', newMoved_one: '{{count}} deadline moved', newMoved_other: '{{count}} deadlines moved',
    notes: 'Notes for the next ones', noNotes: 'Nobody left a note. Write what the next zone should know when your day ends.', write: 'Write a note', writeNow: 'Leave it', written: 'Note left, on the record', to: 'For whom', toTeamChoice: 'The team', toOwn: 'My party',
    toTeam: 'to the team', toParty: 'to {{party}} alone', text: 'What should they know?', textHelp: 'On the record: an entry of the ledger. To the team: leaders, members and coordinators of every party of the Union, and of yours; third countries’ gate is not passed.', needText: 'Write what they should know.', erased: 'Erased',
    deadlines: 'Deadlines', noDeadlines: 'None was moved, and none of yours is due within a day.', moved: 'Moved by {{seat}}', noDeadline: 'none', near: 'Due within a day', passed: 'Passed',
    happened: 'What others did', quiet: 'Nothing since', quietHelp: 'What others do from now on appears here.', team: 'The team and its parties',
  },
};
export const briefingFacts = { 'briefing.note_written': 'left a note for the next ones' };
export const briefingEntries = { 'briefing.note_written': 'Note left' };
