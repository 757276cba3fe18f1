export const exports = {
  exports: {
    title: 'Bundles', help: 'A zip that a court’s expert verifies offline, with Python and one file.',
    court: 'Court bundle of one exhibit', archive: 'Archive of the whole team', createCourt: 'Create court bundle', createArchive: 'Create archive', exhibit: 'Exhibit', exhibitHelp: 'Number or title', noExhibit: 'Choose the exhibit.', noMatch: 'No exhibit matches that you may see',
    queued: 'Queued', running: 'Being built', ready: 'Ready', failed: 'Failed',
    notCourt: 'A court bundle is made by the originator or the auditor of the team.', notArchive: 'The archive is made by the auditor of the team.', none: 'No bundle yet', noneHelp: 'Every export is an entry of its own in the ledger.',
    entries_one: '{{count}} entry', entries_other: '{{count}} entries', withheld_one: '{{count}} withheld', withheld_other: '{{count}} withheld', requested: 'Requested {{time}}', started: 'Bundle requested', startedHelp: 'It is built in the background and can be fetched from the Audit screen.', problem: 'It could not be made. Ask for it again; if that does not help, tell your host.', download: 'Download {{name}}', ofTeam: 'whole team', showAll: 'All bundles',
  },
};
