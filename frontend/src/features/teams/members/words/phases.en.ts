/** The phases of a team. */
export const phases = {
  phases: {
    trialBanner:
      'Trial phase: nothing new is registered, uploaded, given as a task or seated. Reading, consents, releases and disclosures go on.',
    move: 'Move to the trial phase',
    back: 'Take the operation up again',
    moveHelp:
      'From then on nothing new enters the team: no exhibit, no file, no task, no seat and no party. Reading, consents, releases, disclosures, reviews and erasures go on, and work on tasks that were given. An upload under way still ends.',
    backHelp: 'Exhibits, files, tasks, seats and parties enter again.',
    clause: 'Clause of the agreement',
    needClause: 'Name the clause that says so.',
    why: 'Why, for the whole team',
    moved: 'The team is in another phase',
  },
};
