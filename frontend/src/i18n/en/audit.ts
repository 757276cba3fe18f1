export const audit = {
  audit: {
    title: 'Audit', entries: 'Entries', list: 'List of entries', checkpoint: 'Latest checkpoint', exports: 'Exports',
    kind: 'Kind of entry', party: 'Party', exhibit: 'Exhibit number or id', anyKind: 'Any kind', anyParty: 'Any party', anything: 'Any exhibit',
    position: 'Position', at: 'Time', what: 'What', who: 'Who', about: 'About', chain: 'No.',
    undisclosed: 'not disclosed to you', undisclosedHelp: 'Only its commitment is known to you.', showUndisclosed: 'Show undisclosed entries',
    searched: 'Searched {{done}} of {{total}} positions.', older: 'Older entries', empty: 'No entries', emptyHelp: 'The ledger of this team is empty, or no entry is disclosed to your seat.', nothing: 'No entry matches these filters', beginning: 'That is the beginning of the ledger.',
origin: 'Origin', size: 'Size', root: 'Root', signature: 'Signature', signedBy: 'Signed by', entriesIn: '{{count}} entries', noCheckpoint: 'No checkpoint is published yet.', unreadable: 'The checkpoint cannot be read as a signed note. Report this: it should never happen.', copyNote: 'Copy the signed note', checkpointHelp: 'What the server has committed itself to. Keep a copy: a later one must contain it.',
    entry: 'Entry at position {{position}}', roles: 'Roles', profile: 'Profile', disclosedOnly: 'Entries that your seat may read, newest first. The ledger counts all; the others exist for you as commitments.', expand: 'Show entry {{position}} as recorded', openExhibit: 'Open the exhibit',
  },
};
