/** The phases of a team. */
export const phases = {
  phases: {
    trialBanner:
      'Trial phase: no new exhibits, files, tasks or members. Reading, consent requests, releases and disclosures continue.',
    move: 'Begin the trial phase',
    back: 'Return to the operational phase',
    moveHelp:
      'From then on there is no new evidence: no exhibit, file, task, member or party can be added. Reading, consent requests, releases, disclosures, reviews and erasures continue, and so does work on existing tasks. A running upload is completed.',
    backHelp: 'Exhibits, files, tasks, members and parties can be added again.',
    clause: 'Clause of the agreement',
    needClause: 'Enter the clause that allows this.',
    why: 'Reason (visible to the whole team)',
    moved: 'Phase changed',
  },
};
