/** How long exhibits are kept: reviews, transfers, legal holds, erasure. */
export const retention = {
  retentionMode: { POOL: 'Pool', TRANSFER: 'Transfer' },
  retentionModeHelp: { POOL: 'Pool: kept, and reviewed', TRANSFER: 'Transfer: erased after the last intended download, 28 days after the upload at the latest' },
  erasureGround: { withdrawn: 'It was withdrawn', review: 'Its review was due', taken: 'Every intended recipient has taken it', term: '28 days have passed since the upload' },
  dueBecause: { withdrawn: 'Withdrawn, not erased yet', review: 'Review due', transfer: 'Erased by' },
  retention: {
    title: 'Retention', rail: 'Retention', help: 'What your party contributed and is to keep, or to erase, now: reviews that are due within a month, what is withdrawn, and transfers about to end (LED Art. 5; Reg. (EU) 2023/969 Art. 21).',
    queue: 'What is to be decided', empty: 'Nothing is to be kept or erased now', emptyHelp: 'Reviews appear here a month before they are due.', waits: 'To keep or to erase',
    agreement: 'What the agreement says', noRule: 'The agreement says nothing here: exhibits are pooled and reviewed within 36 months.', within_one: 'reviewed within {{count}} month', within_other: 'reviewed within {{count}} months', enterRule: 'Enter a clause', enterNow: 'Enter it', entered: 'It holds for what is registered from now on',
    mode: 'Retention', asAgreed: 'As the agreement says', months: 'Reviewed within months', clause: 'Clause of the agreement', needClause: 'Name the clause that says so.',
    reviewOn: 'Next review', erasedBy: 'Erased by', afterUpload: '28 days after the first upload', orTaken: 'or as soon as every party to which the original is released has taken it', controller: 'Controller', ownController: 'The party itself',
    keep: 'Keep until …', keepTitle: 'Keep {{number}}', keepHelp: 'It stays in the pool until the next review. The decision stands in its custody.', keepReason: 'Why it is still needed', keepNow: 'Keep it', nextReview: 'Next review on', needDay: 'Choose the day of the next review.', kept: '{{number}} is kept',
    hold: 'Legal hold', holdTitle: 'Legal hold on {{number}}', holdHelp: 'Nothing erases the exhibit before the hold is lifted: no leader, no clock. The 28 days of a transfer stop counting too.', court: 'Court', fileNumber: 'File number there', holdReason: 'Why it must be kept', holdNow: 'Set the hold', held: 'A hold stands on {{number}}', needField: 'Needed: the ledger records it.',
    holds: 'Legal holds', onHold: 'A legal hold stands: nothing erases it.', onHoldTransfer: 'A legal hold stands: nothing erases it, the end of the 28 days included. Once it is lifted, what is due is erased at once.', lifted: 'Lifted', lift: 'Lift the hold', liftTitle: 'Lift the hold of {{court}}', liftHelp: 'From then on the exhibit can be erased. What is due already is erased at once, if it is for transfer.', liftReason: 'Why it is lifted', liftedNow: 'The hold on {{number}} is lifted',
    erase: 'Erase', eraseTitle: 'Erase {{number}}', eraseHelp: 'The keys of its files are destroyed: nobody can read them again, your party included. Its number, its custody and a certificate stay; who took a copy is asked to destroy it. Where its time is over, what its entries say of people and places is erased with it. This cannot be undone.', eraseReason: 'Why it is erased', eraseNow: 'Erase for good', typeNumber: 'Type {{number}} to confirm', needNumber: 'This is not its number.', erasing: '{{number}} is being erased',
    stubBanner: 'Erased. Its number, its custody and the certificate are what is left.', erasingBanner: 'Nobody reads it any more. Its keys are being destroyed; the certificate follows.', erasedBanner: 'The keys are destroyed. The certificate with the hash of each file stands in the custody.',
    ground: 'Ground', reason: 'Reason', decided: 'Decided', byClock: 'by the clock', destroyed: 'Keys destroyed', backups: 'Last backup expires',
  },
};
