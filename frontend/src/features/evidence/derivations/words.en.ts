/** What is derived from what, and what it inherits. */
export const derivations = {
  derivations: {
    title: 'Derivation',
    from: 'Derived from',
    into: 'Derived exhibits',
    derive: 'Derive an exhibit',
    section: 'Derived from',
    withdrawn: 'withdrawn',
    help: 'What is derived takes the strictest of all its parents: markings, names, purposes. It goes to other parties no further than each parent does, and follows a parent that is narrowed, recalled or withdrawn. The originator of each parent learns that something was derived, not what.',
    add: 'Add a parent',
    how: 'How',
    remove: 'Not from this exhibit',
    refused: 'This cannot be derived from.',
    inherits: 'What it inherits',
    marks: 'Markings, at least: {{handling}}, TLP:{{tlp}}.',
    text: 'It must be acknowledged: “{{text}}”',
    seats: 'Of your party only {{seats}} may see it.',
    purposes: 'Your party may use it for: {{purposes}}.',
    bound:
      'No standing rule releases it: a leader decides for each party, as far as every parent’s originator released that parent there.',
    onlyTo: 'A parent bears H2: it may go back to {{parties}} and to nobody else.',
  },
  how: {
    copy: 'Copy',
    extract: 'Extract',
    translation: 'Translation',
    transcript: 'Transcript',
    redaction: 'Redaction',
    analysis: 'Analysis',
    combination: 'Combination',
  },
};
