export const exports = {
  exports: {
    title: 'Bundles', help: 'A zip that a court’s expert verifies offline, with Python and one file.',
    court: 'Court bundle of one exhibit', archive: 'Archive of the whole team', createCourt: 'Create court bundle', createArchive: 'Create archive', exhibit: 'Exhibit', exhibitHelp: 'Number or title', noExhibit: 'Choose the exhibit.', noMatch: 'No exhibit matches that you may see',
    queued: 'Queued', running: 'Being built', ready: 'Ready', failed: 'Failed',
    notCourt: 'A court bundle is made by the originator or the auditor of the team.', notArchive: 'The archive is made by the auditor of the team.', none: 'No bundle yet', noneHelp: 'Every export is an entry of its own in the ledger.',
    entries_one: '{{count}} entry', entries_other: '{{count}} entries', withheld_one: '{{count}} withheld', withheld_other: '{{count}} withheld', requested: 'Requested {{time}}', started: 'Bundle requested', startedHelp: 'It is built in the background and can be fetched from the Audit screen.', download: 'Download {{name}}', ofTeam: 'whole team', showAll: 'All bundles',
  },
  /** Why a bundle was not made, by the code of its export; another code: as the first. */
  notMade: {
    'bundle-not-made': 'It could not be made. Ask for it again; if that does not help, tell your host.',
    'asker-gone': 'Not made: the seat that asked for it has ended or is suspended. Nothing was exported.',
    'role-may-not': 'Not made: your role does not include bundles any more. Nothing was exported.',
    'not-found': 'Not made: your party does not see the exhibit any more. Nothing was exported.',
    'originator-only': 'Not made: its originator, auditors, and who may use it in court export the custody of an exhibit. Nothing was exported.',
    'auditor-only': 'Not made: only the auditor of the whole team exports its archive. Nothing was exported.',
    'fields-erased': 'Gone: fields of an entry that it held were erased since. Ask for the bundle again.',
    'h1-needs-consent': 'Not made: the exhibit bears H1, and its originator’s consent to its use in court is missing. Ask for it at the exhibit.',
  },
};
