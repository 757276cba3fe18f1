/** Labels: printed with a number and a code, and found again. */
export const labels = {
  labels: {
    item: 'Print labels',
    title: 'Labels for {{number}}',
    help: 'A label bears the number, a code and its QR code, and never a title: it lies about where anybody reads it. Whoever may see the exhibit is led there; for everybody else it is a code that nobody made. Custody says how many were made.',
    copies: 'How many',
    badCopies: 'Between 1 and {{most}}',
    paper: 'Paper',
    single: 'Label printer, 70 × 36 mm',
    sheet: 'A4 sheet, 24 labels',
    print: 'Make and print',
    find: 'Find by label',
    findHelp: 'The code on the label, or the exhibit’s number',
    go: 'Find',
    none: 'Nothing that you may see bears this',
    noneHelp: 'Look whether it was read rightly. What does not exist and what you may not see are one answer here.',
    blanks: 'Blank labels',
    blanksTitle: 'Blank labels for a search',
    blanksHelp:
      'Each bears a code of its own and leads nowhere until a thing is registered under it, at the search or here; then it is that thing’s label for good. Only your party’s people can do that. The ledger says how many were printed, and no code.',
    ways: 'What to do',
    wayPrint: 'Print',
    wayLost: 'Printed, and lost',
    lostHelp:
      'What your party printed and nothing bears. A label that was lost is declared void: nothing is ever registered under it, and it counts no more. Who of your party may print labels reads so on scanning it; for everybody else it stays a code that nobody made.',
    begins: 'Code begins with',
    badBegins: 'No code of a label begins so',
    noBlanks: 'Nothing was printed that nothing bears',
    noBlanksHelp: 'Blank labels that your party prints appear here until a thing is registered under them.',
    noSuch: 'No blank label begins so',
    printedBy: 'Printed by {{seat}}',
    voidedBy: 'Void, by {{seat}}',
    void: 'Declare void',
    voidOf: 'Declare {{code}} void',
    voidTitle: 'Declare the label {{code}} void?',
    voidHelp:
      'Nothing is ever registered under it. Your party’s entries say which label, by whom and why. This cannot be taken back; if it is found, print another all the same.',
    voidWhy: 'Why, for your party',
    voidSure: 'It cannot be taken back',
    didVoid: 'The label {{code}} is void',
    isVoid: 'This label was declared void',
    isVoidHelp: 'By {{seat}}: {{reason}}',
    made_one: '{{count}} label',
    made_other: '{{count}} labels',
  },
};
export const labelFacts = {
  'evidence.labelled': 'made labels for',
  'label.blanks_made': 'printed blank labels',
  'label.voided': 'declared a blank label void',
};
export const labelEntries = {
  'evidence.labelled': 'Labels made',
  'label.blanks_made': 'Blank labels printed',
  'label.voided': 'Blank label void',
};
