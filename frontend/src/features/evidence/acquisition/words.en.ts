/** Acquisition records: how an image was taken from its medium. */
export const acquisition = {
  acquisition: {
    title: 'Acquisition', record: 'Record', none: 'How it was taken from its medium is not recorded.',
    corrected_one: '{{count}} earlier record was corrected; custody has it.', corrected_other: '{{count}} earlier records were corrected; custody has them.',
    medium: 'Medium', make: 'Make', model: 'Model', serial: 'Serial number', capacity: 'Capacity', seal: 'Seal found', writeBlocker: 'Write blocker', tool: 'Tool', toolVersion: 'Version of the tool',
    examiner: 'Examiner (name or code)', function: 'Function', times: 'From – to', started: 'Begun at', ended: 'Ended at', zone: 'Zone of these times', badTime: 'A time that exists once in this zone is needed; else say it in UTC.',
    offset: 'Clock of the device ahead by', offsetHelp: 'In seconds; negative: it was behind', seconds_one: '{{count}} second', seconds_other: '{{count}} seconds', badSectors: 'Bad sectors', errors: 'Errors', notes: 'Notes', recorded: 'Recorded', because: 'Corrected, because:',
    hashes: 'Hashes that the tool told', hashesHelp: 'They are compared with the files that are stored here, and the outcome is shown beside them.',
    recordTitle: 'Acquisition of {{number}}', recordHelp: 'Written once, and read by who reads how the exhibit was obtained. Each value is a field of its own in custody, so that it can be withheld singly. A mistake is corrected by a new record.',
    correct: 'Correct', correctTitle: 'Correct the acquisition of {{number}}', correctHelp: 'A new record stands in the place of this one, which stays in custody.', reason: 'Why it is corrected', save: 'Record it', done: 'Recorded, and entered in custody.',
  },
  compared: {
    same: 'The tool’s SHA-256 is that of a file stored here.', differs: 'DIFFERS: no file stored here has this SHA-256.',
    of_the_medium: 'No file stored here has this SHA-256. It is of the medium: that of a container, such as E01, is another.', no_file: 'Nothing is stored here to compare it with.', not_compared: 'Not compared: only SHA-256 is computed here.',
  },
};
export const acquisitionFacts = { 'acquisition.recorded': 'recorded the acquisition of', 'acquisition.corrected': 'corrected the record of the acquisition of' };
export const acquisitionEntries = { 'acquisition.recorded': 'Acquisition recorded', 'acquisition.corrected': 'Record of the acquisition corrected' };
