export const aftermath = {
  aftermath: {
    results: 'Results', noResults: 'No result is on record that you see.', ofAction: 'Of the action', kind: 'What it is', count: 'How many', what: 'In words', record: 'Record', makeExhibit: 'Register an exhibit', makeTask: 'Make a task of it', untied: '{{number}} is registered, but not tied to the result', untiedHelp: 'Do not register it again: the exhibit is there. Until it is tied, the result shows none.', tie: 'Tie it again',
    media: 'Line for the press', mediaHelp: 'Every party approves the words and their embargo. Who changes them needs all of them anew.', noMedia: 'No line is written yet.', mediaText: 'The words', embargo: 'Embargo until', approve: 'Approve for my party', approved: 'approved', missing: 'still to approve: {{parties}}', write: 'Write the line', rewrite: 'Change it',
    debriefs: 'Debrief', noDebrief: 'nothing said yet', ownDebrief: 'What your party learned', debriefMeanwhile: 'Somebody of your party saved this meanwhile; saving yours replaces it', mediaMeanwhile: 'The line was changed meanwhile', mediaMeanwhileHelp: 'What is recorded now stands above; yours is kept here. Saving puts yours in its place, to be approved anew.',
  },
  resultKind: { search: 'Search', arrest: 'Arrest', seizure: 'Seizure', wallet: 'Wallet' },
  mediaState: { waits: 'waits for approval', embargoed: 'approved, under embargo', free: 'approved and free' },
};
