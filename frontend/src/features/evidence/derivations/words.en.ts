import terms from '@terms/states.en.json';

/** Derived exhibits and the restrictions that they inherit. */
export const derivations = {
  derivations: {
    title: 'Derivation',
    from: 'Derived from',
    into: 'Derived exhibits',
    derive: 'Derive exhibit',
    section: 'Derived from other exhibits',
    withdrawn: 'withdrawn',
    help: 'A derived exhibit inherits the strictest markings, names and purposes of its sources. It follows a source that is recalled or withdrawn. The originators learn that an exhibit was derived, not its content.',
    add: 'Add source exhibit',
    how: 'How',
    remove: 'Remove this source',
    refused: 'No exhibit can be derived from this source',
    inherits: 'Inherited restrictions',
    marks: 'Markings, at least: {{handling}}, TLP:{{tlp}}.',
    text: 'Conditions to acknowledge: “{{text}}”',
    seats: 'In your party, only {{seats}} have access.',
    purposes: 'Your party may use it for: {{purposes}}.',
    bound: 'Sharing rules do not apply. A leader decides for each party, within the access that every source allows.',
    onlyTo: 'A source bears H2: only {{parties}} may get access.',
  },
  how: terms.how,
};
