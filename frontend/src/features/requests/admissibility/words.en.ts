/** The admissibility of an exhibit, and its method record. */
export const admissibility = {
  admissibility: {
    title: 'Admissibility',
    none: 'No need is assessed yet. Add what the law of the country of a court needs for this exhibit.',
    add: 'Add need',
    reassess: 'Assess again',
    save: 'Save assessment',
    country: 'Country of the court',
    need: 'Need',
    needHelp: 'One need of the law of this country, in your words.',
    status: 'Status',
    paper: 'Exhibit that meets the need',
    metBy: 'Met by',
    forum: 'Court in {{country}}',
    earlier: 'Earlier: {{status}}, {{name}}: {{reason}}',
    noInformation: 'No information: the card of this country is empty on evidence and hearings.',
    use: 'Use as need',
    needCountry: 'Choose a country.',
    needNeed: 'Enter what the law needs.',
    needReason: 'Enter a reason.',
    record: 'Method record (PDF)',
    recordHelp:
      'For the defence: authorisation, notification, tool, hash values, and what was disclosed. Downloads are logged.',
  },
  admissibilityStatus: {
    open: 'Open',
    met: 'Met',
    not_needed: 'Not needed',
  },
  admissibilityTopic: {
    evidence_rules: 'Rules of evidence',
    hearing_rules: 'Rules for hearings',
    interception: 'Interception',
    disclosure: 'Disclosure',
  },
};
