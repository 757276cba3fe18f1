/** Quarantine: what came from beyond the Union, the verdict on it, and the controller. */
export const verifications = {
  point: {
    agreement: 'The party may contribute it under the agreement', lawful: 'Nothing suggests that it was obtained in breach of fundamental rights', limited: 'It is limited to what the team needs',
    conditions: 'Its conditions of use are stated and can be kept', integrity: 'Its files are what they claim to be, and harmless',
  },
  verifications: {
    title: 'Verification', rail: 'Verify', help: 'What third countries and international judicial authorities upload reaches nobody before an administrator has verified it (Reg. (EU) 2023/969, Art. 17(3) and 18).',
    since: 'since', decide: 'Give a verdict', empty: 'Nothing waits for a verdict', emptyHelp: 'What such a party registers appears here at once.',
    controller: 'Controller', controllerIs: 'Controller of this data:', noController: 'No controller is designated: such parties cannot upload, and nothing is verified (Art. 23(2)).', designate: 'Enter a designation', designateNow: 'Enter it', designated: '{{code}} is the controller', designatedWaits: '{{code}} waits to be confirmed by a leader of another party', confirmedBy: 'confirmed by', confirmController: 'Confirm the controller', controllerWaits: '{{code}} entered their own seat as the controller ({{clause}}). A leader of another party confirms it; until then it does not count.',
    seat: 'Administrator', needSeat: 'Choose the administrator whom the agreement designates.', clause: 'Clause of the agreement', needClause: 'Name the clause that designates the controller.',
    verdictTitle: 'Verdict on {{number}}', verdictHelp: 'With the verdict the exhibit leaves your sight. What its provider wanted for other parties takes effect, or is given up.', checklist: 'What is in order', verdict: 'Verdict',
    pass: 'Let it in: every point is in order', refuse: 'Refuse it: it reaches nobody', reason: 'Reason, for its provider and the ledger', give: 'Give the verdict', needVerdict: 'Choose a verdict.', needAll: 'It is let in only when every point is in order.',
    passedDone: '{{number}} is verified', refusedDone: '{{number}} is refused',
    waitingBanner: 'In quarantine: until an administrator has verified it, only your party and the administrators know of it. What you wanted for others waits.', yoursBanner: 'In quarantine: it waits for an administrator’s verdict. Read it for that, and for nothing else.',
    passedBanner: 'Verified as it is: nothing is added to it any more.', refusedBanner: 'Refused by an administrator; it reaches nobody. The reason stands in the custody. Register what is corrected as an exhibit of its own.',
    read: 'Read it', readTitle: 'Read {{number}} to verify it', readHelp: 'Every reading is an entry in the custody, with its reason. The original is not given out.',
  },
};
