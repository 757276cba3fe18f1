/** Privilege review: the reviewers, the exhibits under review, and the decision. */
export const filtering = {
  filtering: {
    team: 'Privilege reviewers of your party: {{seats}}. Only they view potentially privileged material before the decision.',
    nobody:
      'Your party has no privilege reviewer. Exhibits marked as potentially privileged stay closed until one is appointed.',
    change: 'Appoint privilege reviewers',
    title: 'Privilege reviewers',
    help: 'Appoint members who do not work on the investigation. Leaders cannot be reviewers, and nobody reviews their own uploads.',
    queue: 'Privilege review',
    queueEmpty:
      'No exhibit awaits your decision. Exhibits that are marked as potentially privileged are listed here for the reviewers of your party.',
    reviewers: 'Privilege reviewers of your party: {{names}}.',
    open: 'Open exhibit',
    seats: 'Reviewers',
    done: 'Privilege reviewers recorded',
    flag: 'Mark as potentially privileged',
    flagTitle: 'Mark {{number}} as potentially privileged',
    flagHelp:
      'Its content is closed for everybody at once, including the originator, until a privilege reviewer decides. Mark exhibits that may contain correspondence with a lawyer or material that nobody here should see.',
    flagged: '{{number}} is closed',
    closed:
      'Closed: it may contain privileged or abusive material. Nobody can view, download or share it until a privilege reviewer decides.',
    privileged: 'A privilege reviewer found it privileged. Its content stays closed. It can be withdrawn.',
    cleared: 'A privilege reviewer cleared it. No file can be added.',
    yours: 'Closed: it awaits your decision as privilege reviewer. View it for this purpose only.',
    read: 'View files',
    readTitle: 'View {{number}} for the privilege review',
    readHelp: 'Each access is recorded in custody with its reason. The original cannot be downloaded.',
    decide: 'Decide',
    verdictTitle: 'Privilege review of {{number}}',
    verdictHelp:
      'If cleared, it is shared as decided before. If privileged, it stays closed, and waiting releases are cancelled.',
    verdict: 'Decision',
    clear: 'Cleared: nothing privileged or abusive',
    keep: 'Privileged: it stays closed',
    needVerdict: 'Choose a decision.',
    reason: 'Reason, without privileged content',
    give: 'Record decision',
    given: 'Decision recorded',
  },
};
