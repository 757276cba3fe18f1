/** Four eyes: for what a party demands a second leader, and the second leader's word. */
export const fourEyes = {
  fourEyes: {
    acts: { release: 'releases', recall: 'recalls', erase: 'erasures' }, none: 'One leader of your party decides a release, a recall or an erasure.', stands: 'Your party demands a second leader for {{acts}}, as {{seat}} decided. A withdrawal, and what the clock erases, wait for nobody.',
    proposed: '{{seat}} proposes to demand a second leader for {{acts}} only. It stands once another leader agrees.', proposedNone: '{{seat}} proposes to demand a second leader for nothing any more. It stands once another leader agrees.',
    change: 'Change', agree: 'Agree', keep: 'Keep it as it is', title: 'Four eyes', help: 'What is chosen here is decided by one leader and confirmed by another. More stands at once; less stands once another leader says the same. A withdrawal of an exhibit waits for nobody, and neither does the end of a transfer, which the clock erases.',
    choose: 'A second leader confirms', choices: { release: 'Releases, and whatever gives more than before', recall: 'Recalls, and whatever takes an exhibit from somebody', erase: 'Erasures, of what is withdrawn or due' }, nothingChanged: 'Choose something else than stands.',
    agreeTitle: 'Agree to fewer demands', keepTitle: 'Keep what is demanded', keepHelp: 'The proposal ends, and everything stands as it did.', done: 'Decision recorded', toPropose: 'Another leader of your party has to agree to less.',
    rule: 'A second leader confirms each release', ruleHelp: 'What this rule gives waits for a leader who neither registered the exhibit nor decided the rule.', byRule: 'by two leaders',
    recall: 'Recall', recallNote: '{{party}} still has it until then.', because: 'Why: {{reason}}', recallWaits: 'The recall waits for a second leader. {{party}} has the exhibit until then; withdraw it if that is too late.',
    confirm: 'Confirm', confirmTitle: 'Confirm the release to {{party}}', confirmHelp: '{{seat}} decided it. With your word it takes effect, unless something else stands before it.',
    confirmRecallTitle: 'Confirm the recall from {{party}}', confirmRecallHelp: '{{seat}} decided it: {{reason}} With your word the exhibit does not exist for {{party}} any more.', confirmed: 'Confirmed', giveUpRecallTitle: 'Give up the recall from {{party}}', giveUpRecallHelp: '{{party}} keeps the exhibit, and never learns that a recall was meant.', recallGivenUp: 'Recall given up',
    waitsRelease: 'Release to {{party}} to confirm', waitsRecall: 'Recall from {{party}} to confirm', decidedBy: 'Decided by {{seat}}',
  },
};
