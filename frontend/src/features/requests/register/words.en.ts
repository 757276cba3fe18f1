/** Register of legal requests, for auditors. */
export const requestRegister = {
  requestRegister: {
    title: 'Register of requests',
    help: 'Legal requests and their states, as far as you may read their entries in the audit log.',
    filters: 'Filters of the register',
    number: 'Part of the number',
    anyParty: 'Any party',
    party: 'Party',
    anyInstrument: 'Any instrument',
    instrument: 'Instrument',
    period: 'Recorded between',
    anyTime: 'Any time',
    export: 'Export as CSV',
    empty: 'No request in the register',
    emptyHelp: 'Requests are listed here once a party drafts or registers one that you may know of.',
    nothing: 'No request matches these filters',
    recorded: 'recorded',
    itemMoved: 'Item {{item}}: {{former}} → {{state}}',
    told: '{{party}}: {{level}}',
  },
};
