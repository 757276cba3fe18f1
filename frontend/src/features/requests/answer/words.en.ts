/** Registration of an answer, and proposed titles. */
export const requestAnswer = {
  requestAnswer: {
    register: 'Register answer',
    panel: 'Answer',
    state: 'State of the item with this answer',
    stays: 'The state stays',
    conditions: 'Limits of use',
    conditionsHelp:
      'Limits that the answer states. They apply to each exhibit that answers this item, and replace the limits that the item has.',
  },
  requestTitle: {
    EPOC: 'EPOC',
    EPOC_PR: 'EPOC-PR',
    EIO: 'EIO',
    of: '{{what}} of {{object}}',
    more_one: '{{about}} and {{count}} more',
    more_other: '{{about}} and {{count}} more',
  },
};
