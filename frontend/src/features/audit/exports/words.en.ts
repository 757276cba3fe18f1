export const exports = {
  exports: {
    title: 'Bundles', help: 'A zip that somebody outside verifies offline, with Python and one file. Each is an entry of its own in the ledger.',
    make: 'New bundle', makeIt: 'Make the bundle', forWhom: 'For whom', needProfile: 'Choose for whom it is.',
    exhibit: 'Exhibit', addExhibit: 'Add an exhibit', chosen: 'Exhibits of the bundle', leaveOut: 'Leave out', exhibitHelp: 'Number or title', noExhibit: 'Choose the exhibit.', noMatch: 'No exhibit matches that you may see',
    ofWhom: 'Of', ofTeam: 'The whole team', language: 'Language of its words', zone: 'Time zone', proceeding: 'Proceeding', proceedingHelp: 'Court and file number, if there is one. It stands on the bundle.', reason: 'Reason', reasonHelp: 'For the ledger; your own party and its auditors read it.',
    preview: 'What it would hold', discloses_one: '{{count}} entry is disclosed,', discloses_other: '{{count}} entries are disclosed,', withholds_one: '{{count}} is withheld and stays provable.', withholds_other: '{{count}} are withheld and stay provable.', requests_one: '{{count}} request of the access log goes with it.', requests_other: '{{count}} requests of the access log go with it.',
    noEntries: 'Counts go with it, and no entry. A count below five is suppressed, and whatever would give it away.', nameless: 'People appear by the codes of their seats. Names, justifications, reasons and places are withheld.', fewFields: 'Of each: who, when, why and to whom. Nothing of the exhibits’ descriptions.', ownEntry: 'Making it adds an entry of its own.',
    howToCheck: 'How it is checked', copyCommand: 'Copy the command', howToCheckHelp: 'Unzip it, and in its folder, with Python 3.9 or later and no network:', howToTrust: 'It ends with status 0 only with --keys and the key from the team’s agreement; README.txt says how, also by hand.',
    queued: 'Queued', running: 'Being built', ready: 'Ready', failed: 'Failed', cancelled: 'Called off', expired: 'Removed: its time was over. Ask for it again.',
    soon: 'Its entry is written and signed first', written: '{{written}} of {{total}} entries', callOff: 'Call off', callOffThis: 'Call off {{name}}', keptUntil: 'Kept until', exhibits_one: '{{count}} exhibit', exhibits_other: '{{count}} exhibits',
    notYours: 'Your role in this team does not include bundles.', none: 'No bundle yet', noneHelp: 'What you ask for is kept here for some weeks.',
    entries_one: '{{count}} entry', entries_other: '{{count}} entries', withheld_one: '{{count}} withheld', withheld_other: '{{count}} withheld', started: 'Bundle requested', startedHelp: 'It is built in the background and can be fetched from the Audit screen.', download: 'Download {{name}}',
  },
  profile: {
    court: 'Court bundle of one exhibit', defence: 'Bundle for a defence', supervisory_authority: 'Log for a supervisory authority', member_state: 'Log of a party, for its State', statistics: 'Statistics', archive: 'Archive',
  },
  profileHelp: {
    court: 'The whole custody of one exhibit, with everything that you may read of it.', defence: 'The custody of exhibits in which people appear by their seats’ codes. By judicial seats.', supervisory_authority: 'Who consulted or disclosed what, when, why and to whom (Directive 2016/680, Art. 25). By auditors.', member_state: 'All acts of a party and its technical log (Regulation 2023/969, Art. 25).', statistics: 'How many entries of which sort; no entry and no small count.', archive: 'Everything that you may read of the ledger.',
  },
  /** Why a bundle was not made, by the code of its export; another code: as the first. */
  notMade: {
    'bundle-not-made': 'It could not be made. Ask for it again; if that does not help, tell your host.',
    'asker-gone': 'Not made: the seat that asked for it has ended or is suspended. Nothing was exported.',
    'role-may-not': 'Not made: your role does not include bundles any more. Nothing was exported.',
    'not-found': 'Not made: your party does not see the exhibit any more. Nothing was exported.',
    'originator-only': 'Not made: its originator, auditors, and who may use it in court export the custody of an exhibit. Nothing was exported.',
    'judicial-seats-only': 'Not made: only judicial seats export for a defence. Nothing was exported.',
    'auditors-only': 'Not made: only auditors export for a supervisory authority. Nothing was exported.',
    'team-auditor-only': 'Not made: only the auditor of the whole team exports this of the whole team. Nothing was exported.',
    'own-party-only': 'Not made: a party’s own seats export this, and nobody else. Nothing was exported.',
    'leaders-and-auditors-only': 'Not made: only leaders and auditors of the party export this. Nothing was exported.',
    'auditor-only': 'Not made: only the auditor of the whole team exports its archive. Nothing was exported.',
    'no-space': 'Not made: the server has no room for it at this moment. Ask for it again later; if that does not help, tell your host.',
    'fields-erased': 'Gone: fields of an entry that it held were erased since. Ask for the bundle again.',
    'h1-needs-consent': 'Not made: the exhibit bears H1, and its originator’s consent to its use in court is missing. Ask for it at the exhibit.',
  },
};
