import { physicalCustody } from '@/features/custody/physical-custody/words.en';

export const custody = {
  ...physicalCustody,
  custody: {
    title: 'Custody', empty: 'No entry yet', intro: 'Every act on this exhibit, in order. Each entry names the one before it, so that an omitted one leaves a gap.',
    withheld: 'An entry that is not disclosed to your party', withheldHelp: 'It exists and stands in its place; what it says is read by the parties concerned.',
    withheldMany_one: '{{count}} entry not disclosed to your party', withheldMany_other: '{{count}} entries not disclosed to your party',
    chain: 'No. {{n}}', position: 'Position {{position}} in the ledger', pending: 'being placed in the ledger',
    justification: 'Justification', purposeLabel: 'Purpose', raw: 'As recorded', canonical: 'Canonical text', commitment: 'Commitment', salt: 'Salt', led: 'Act in law', fields: 'Disclosed fields', fieldsWithheld_one: '{{count}} field is withheld from you', fieldsWithheld_other: '{{count}} fields are withheld from you',
    differs: 'Does NOT match its commitment',     whole_one: 'Checked in this browser: {{count}} entry matches its commitment.', whole_other: 'Checked in this browser: {{count}} entries match their commitments.', linked: 'Each names the one before it, wherever you may read both.', broken: 'The chain is broken at no. {{numbers}}.', worth: 'The server supplies this page’s code too. The independent check is the exported bundle with verify.py.',
    system: 'System', oldest: 'Oldest first', newest: 'Newest first', order: 'Order',
    toParty: 'to {{party}}, {{level}}',   },
};
