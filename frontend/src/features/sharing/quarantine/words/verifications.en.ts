/** Quarantine: uploads of third countries, the decision about them, and the controller. */
export const verifications = {
  point: {
    agreement: 'The agreement allows the party to contribute it',
    lawful: 'Nothing suggests that it was obtained in breach of fundamental rights',
    limited: 'It is limited to what the team needs',
    conditions: 'Its conditions of use are stated and can be met',
    integrity: 'Its files are of the stated type and harmless',
  },
  verifications: {
    title: 'Review queues',
    help: 'Material that nobody uses before a review: uploads of third countries, and exhibits that may be privileged.',
    since: 'Waiting since',
    uploads: 'Upload approvals',
    exhibit: 'Exhibit',
    provider: 'Uploaded by',
    recordedBy: 'Recorded by {{name}}',
    noReviewer: 'You review nothing in this team',
    noReviewerHelp:
      'Administrators approve the uploads of third countries. Leaders appoint the privilege reviewers of their party.',
    decide: 'Decide',
    emptyHelp:
      'No upload awaits approval. Uploads of third countries and international judicial authorities are listed here until an administrator approves them (Reg. (EU) 2023/969, Art. 17(3) and 18).',
    controller: 'Controller',
    controllerIs: 'Controller of this data:',
    noController:
      'No controller is designated. These parties cannot upload, and no upload can be approved (Art. 23(2)).',
    designate: 'Record designation',
    designateNow: 'Record designation',
    designated: '{{code}} is the controller',
    designatedWaits: '{{code}} awaits confirmation by a leader of another party',
    confirmedBy: 'confirmed by {{name}}',
    confirmController: 'Confirm controller',
    controllerWaits:
      '{{code}} recorded their own designation as controller ({{clause}}). It takes effect once a leader of another party confirms it.',
    seat: 'Administrator',
    needSeat: 'Choose the administrator named in the agreement.',
    clause: 'Clause of the agreement',
    needClause: 'Enter the clause that designates the controller.',
    verdictTitle: 'Approve or reject {{number}}',
    verdictHelp:
      'After your decision you no longer see the exhibit. If you approve it, it is shared as its originator wished.',
    checklist: 'Checks',
    verdict: 'Decision',
    pass: 'Approve: every check passed',
    refuse: 'Reject: it is shared with nobody',
    reason: 'Reason (recorded, and read by the originator)',
    give: 'Record decision',
    needVerdict: 'Choose a decision.',
    needAll: 'To approve it, tick every check.',
    passedDone: '{{number}} approved',
    refusedDone: '{{number}} rejected',
    waitingBanner:
      'In quarantine: only your party and the administrators see it until an administrator approves it. It is shared with other parties afterwards.',
    yoursBanner: 'In quarantine: it awaits your decision. View it for this purpose only.',
    passedBanner: 'Approved as it is: no file can be added.',
    refusedBanner:
      'Rejected by an administrator: it is shared with nobody. The reason is in the custody. Register a corrected version as a new exhibit.',
    read: 'View files',
    readTitle: 'View {{number}} for approval',
    readHelp: 'Each access is recorded in custody with its reason. The original cannot be downloaded.',
  },
};
