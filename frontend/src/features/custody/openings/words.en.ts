export const openings = {
  openings: {
    openTitle: 'Open {{number}}', takeTitle: 'Take the original of {{number}}',
    help: 'The originator sees who opened it, when and for which purpose. The words of your justification are read by your own party and auditors.',
    mine: 'Your party is the originator; the opening is recorded all the same.',
    purpose: 'Purpose', justification: 'Justification', justificationHelp: 'What you need it for, so that somebody else understands it in two years',
    needJustification: 'State why: the law asks for it at every opening.', needPurpose: 'Choose a purpose.',
    acknowledge: 'I have read this and will act on it', needAcknowledge: 'Acknowledge the text first.',
    openNow: 'Open', takeNow: 'Take',     pages: 'Page {{page}} of {{count}}', previous: 'Previous page', next: 'Next page', filesOf: 'Files in this opening', noRendition: 'No rendition of this file', noRenditionHelp: 'Its kind cannot be shown in the browser. Who holds it may take the original.', renewing: 'Fetching the page', pageFailed: 'The page could not be fetched.', ended: 'This opening has ended: it was revoked, or eight hours have passed. What you were reading is gone from here on purpose.',
    takeReady: 'Recorded. Each link can be started within a minute and is renewed as long as this window is open.', noFiles: 'No file of this exhibit can be opened now.', zoomIn: 'Larger', zoomOut: 'Smaller', purposeIs: 'Purpose: {{purpose}}', showing: '{{name}}, page {{page}}', closeViewer: 'Close the viewer',
    rows: 'Rows are cut for reading. Not every row is a line of the file.',   },
};
