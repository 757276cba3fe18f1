/** Review of the reference data. */
export const referenceReview = {
  referenceReview: {
    title: 'Review',
    help: 'Contradicted values come first, then those with an old verification, then those with a weak source. Within each, the most used come first. A new verification removes a value from this list.',
    kind: 'Kind',
    allKinds: 'All kinds',
    reason: 'Reason',
    allReasons: 'All reasons',
    open: 'Open record',
    inUse: 'In use',
    reports_one: '{{count}} open report',
    reports_other: '{{count}} open reports',
    empty: 'No values to review',
    emptyHelp: 'Values with a contradiction, an old verification, a weak source or a report are listed here.',
    noMatch: 'No value has this kind and reason',
    noMatchHelp: 'Change the filters.',
  },
  reviewReason: {
    reported: 'Reported as wrong',
    contradicted: 'Contradicted by another source',
    stale: 'Verified more than a year ago',
    stale_test: 'Test call more than a year ago',
    general: 'General knowledge',
    secondary: 'Secondary source',
  },
};
