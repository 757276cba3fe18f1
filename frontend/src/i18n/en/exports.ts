export const exports = {
  exports: {
    title: 'Bundles', help: 'A zip that a court’s expert verifies offline, with Python and one file.',
    createCourt: 'Create court bundle', createArchive: 'Create archive', exhibit: 'Exhibit', exhibitHelp: 'Number or title', noExhibit: 'Choose the exhibit.', noMatch: 'No exhibit matches that you may see',
    queued: 'Queued', running: 'Being built', ready: 'Ready', failed: 'Failed', cancelled: 'Called off', expired: 'Removed: its time was over. Ask for it again.',
    soon: 'Its entry is written and signed first', written: '{{written}} of {{total}} entries', callOff: 'Call off', callOffThis: 'Call off {{name}}', keptUntil: 'Kept until', exhibits_one: '{{count}} exhibit', exhibits_other: '{{count}} exhibits',
    notCourt: 'A court bundle is made by the originator or the auditor of the team.', notArchive: 'The archive is made by the auditor of the team.', none: 'No bundle yet', noneHelp: 'Every export is an entry of its own in the ledger.',
    entries_one: '{{count}} entry', entries_other: '{{count}} entries', withheld_one: '{{count}} withheld', withheld_other: '{{count}} withheld', requested: 'Requested {{time}}', started: 'Bundle requested', startedHelp: 'It is built in the background and can be fetched from the Audit screen.', download: 'Download {{name}}', ofTeam: 'whole team', showAll: 'All bundles',
  },
  profile: {
    court: 'Court bundle of one exhibit', defence: 'Bundle for a defence', supervisory_authority: 'Log for a supervisory authority', member_state: 'Log of a party, for its State', statistics: 'Statistics', archive: 'Archive',
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
    'fields-erased': 'Gone: fields of an entry that it held were erased since. Ask for the bundle again.',
    'h1-needs-consent': 'Not made: the exhibit bears H1, and its originator’s consent to its use in court is missing. Ask for it at the exhibit.',
  },
};
