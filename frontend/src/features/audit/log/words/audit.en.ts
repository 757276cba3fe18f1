export const audit = {
  audit: {
    title: 'Audit', ledger: 'Ledger', entries: 'Entries', list: 'List of entries', checkpoint: 'Latest checkpoint',
    searchEntries: 'Search the entries', words: 'Words in the entries', wordsHelp: 'Names, titles, places, reasons, hashes: whatever is disclosed to you, without case and accents',
    kind: 'Kind of entry', party: 'Acting party', seat: 'Acting seat', exhibit: 'Exhibit number or title', anyKind: 'Any kind', anyParty: 'Any party', anySeat: 'Any seat', anything: 'Any exhibit', ofTeam: 'of the whole team',
    period: 'Days in {{zone}}', from: 'From', to: 'To',
    position: 'Position', at: 'Time', what: 'What', who: 'Who', about: 'About', checked: 'Verified here',
    receipt: 'Receipt', takeReceipt: 'Download the receipt', noReceipt: 'Not yet: the next checkpoint brings it.', receiptHelp: 'It proves to others, offline, that this entry is in the signed ledger.',
    shownSoFar_one: '{{count}} shown so far, newest first', shownSoFar_other: '{{count}} shown so far, newest first', shownAll_one: '{{count}} entry', shownAll_other: '{{count}} entries',
    older: 'Older entries', empty: 'No entries', emptyHelp: 'The ledger of this team is empty, or no entry is disclosed to your seat.', nothing: 'No entry that you may read matches these filters', notYet: 'Nothing found so far',
    beginning: 'That is the beginning of the ledger.', nothingOlder: 'Nothing older matches.', passed: 'Searched back to position {{position}}.', further: 'Search further back',
    export: 'CSV of these', exportHelp: 'The entries shown here, as a table',
    origin: 'Origin', size: 'Size', root: 'Root', signature: 'Signature', entriesIn_one: '{{count}} entry', entriesIn_other: '{{count}} entries', noCheckpoint: 'No checkpoint is published yet.', unreadable: 'The checkpoint cannot be read as a signed note. Report this: it should never happen.', copyNote: 'Copy the signed note', checkpointHelp: 'What the server has committed itself to. Keep a copy: a later one must contain it.',
    roles: 'Roles', profile: 'Profile',
  },
  kindGroup: { exhibits: 'Exhibits and files', releases: 'Releases', uses: 'Use and refusals', custody: 'The thing itself', consents: 'Consents', tasks: 'Tasks', messages: 'Messages', operations: 'Action days', team: 'Team' },
  refusal: {
    because: 'Refused:', once: 'Once, at {{at}}', times_one: '{{count}} time, from {{first}} to {{last}}', times_other: '{{count}} times, from {{first}} to {{last}}',
    more_one: 'and {{count}} more', more_other: 'and {{count}} more',
  },
  /** What was tried: an act, or the permission that its door asks for, with an underscore for the colon. */
  tried: {
    list: 'See', describe: 'Correct the description of', open: 'Open', take: 'Take the original of', disclose: 'Disclose to a proceeding', derive: 'Derive from', close: 'close as perhaps privileged', filter: 'filter', flag: 'Flag as possibly exculpatory', release: 'Decide who may see', withdraw: 'Withdraw', bundle: 'Export a bundle of',
    erase: 'Erase', evidence_erase: 'Erase', retention_decide: 'Decide how long to keep', holds_set: 'Set or lift a legal hold on', emergencies_begin: 'Break the glass of', verify: 'Give a verdict on', evidence_verify: 'Give a verdict on', evidence_read: 'Read', evidence_describe: 'Correct the description of', evidence_withdraw: 'Withdraw', evidence_open: 'Open', evidence_disclose: 'Disclose to a proceeding', copies_answer: 'Answer for a copy of', files_upload: 'Add a file to', files_decide: 'Decide about a file of',
    releases_read: 'Read the releases of', releases_attest: 'Sign for a release of', releases_grant: 'Decide who may see', exports_make: 'Export a bundle of', tasks_assign: 'Give a task about', tasks_work: 'Work on a task about', ledger_read: 'Read the custody of',
  },
  /** Why it was refused, told of somebody else. */
  denied: {
    'court-use-not-consented': 'use in court is not consented to', 'h1-needs-consent': 'use in court is not consented to', 'not-released': 'it is not released to this party', 'role-may-not': 'the role of this seat does not include it', 'originator-only': 'only the originator decides it', 'needs-leader': 'only a leader decides it', 'judicial-only': 'the party reserves it to its judicial seats', 'holder-only': 'only its holder answers for a copy',
    'originators-own': 'the party obtained it itself', 'not-restricted': 'nothing keeps it from being disclosed', 'in-quarantine': 'no administrator has verified it yet', 'not-in-quarantine': 'it does not wait for a verdict', 'level-below-listed': 'it is not released to this seat', 'level-below-readable': 'it is released to this seat as listed only, not its content', 'level-below-held': 'the original is not released to this seat',
    'break-glass-closed': 'the glass cannot be broken there', 'not-to-hold': 'a leader of the originator sets a hold, or a judicial seat that disclosed it', 'not-to-lift': 'who set the hold lifts it', erased: 'the exhibit is erased', 'legal-hold': 'a legal hold stands', 'joint-not-agreed': 'not every originator has agreed', 'not-to-agree': 'a leader of another originator agrees, and nobody twice', 'keeper-releases': 'the party that keeps it releases it', 'not-due': 'it is neither withdrawn nor due for review', withdrawn: 'the exhibit is withdrawn', 'purpose-not-released': 'it is not released for the stated purpose', 'other-offence-needs-consent': 'use for another offence is not consented to', 'link-over': 'the link had run out or was made for another session', 'acknowledge-h3': 'the originator’s conditions (H3) were not acknowledged',
    'judicial-seats-only': 'only judicial seats export for a defence', 'auditors-only': 'only auditors export it', 'team-auditor-only': 'only the auditor of the whole team exports it', 'own-party-only': 'only the party’s own seats export it', 'leaders-and-auditors-only': 'only leaders and auditors export it',
    'auditor-only': 'only the auditor of the whole team exports it', 'no-party': 'the seat belongs to no party', 'outbound-gate-closed': 'nothing is addressed to third countries past their gate', 'not-the-uploader': 'whoever brought it signs, or a leader', forbidden: 'it is not allowed',
  },
};
