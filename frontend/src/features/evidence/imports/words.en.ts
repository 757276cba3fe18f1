/** Importing a CASE document made by others. */
export const caseImport = {
  unmapped: { no_place: 'has no place here', no_exhibit: 'concerns no exhibit of the document', hash: 'is no hash that is known here', contradicts: 'is claimed with several values: none was taken' },
  caseImport: {
    open: 'Import CASE', title: 'Import a CASE document', look: 'Look at it', back: 'Back',
    help: 'A CASE/UCO document in JSON-LD, from a laboratory or another system. Its provenance records become exhibits of your party, its investigative actions entries of their custody, marked as claimed by the document. Nothing is made before you have seen what it would be.',
    file: 'Document', fileHelp: 'JSON-LD, up to 700 KB. Nothing that it refers to is fetched.', needFile: 'Choose the document.',
    common: 'The document does not say how your party obtained it. This stands at every exhibit; who may see them follows from your party’s standing rules.',
    nothingYet: 'Nothing is made yet', claimed: 'What the document says was done is recorded in its words and times, as its claim. The document itself is kept as an exhibit, with its hash.',
    known: 'This document was imported before: {{numbers}}',
    exhibits_one: '{{count}} exhibit would be made', exhibits_other: '{{count}} exhibits would be made', unmapped_one: '{{count}} statement has no place', unmapped_other: '{{count}} statements have no place', allMapped: 'Everything in the document has a place.',
    warnings_one: '{{count}} remark', warnings_other: '{{count}} remarks', confirm_one: 'Import {{count}} exhibit', confirm_other: 'Import {{count}} exhibits',
    done_one: '{{count}} exhibit was imported; the document is {{number}}', done_other: '{{count}} exhibits were imported; the document is {{number}}',
    claimedBy: 'Claimed by the document', sourceNumber: 'Number at the source', performer: 'Performed by', instrument: 'Instrument', location: 'Location', started: 'Begun', ended: 'Ended',
  },
};
