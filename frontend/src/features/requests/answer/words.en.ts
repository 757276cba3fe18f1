/** Registration of an answer, and proposed titles. */
export const requestAnswer = {
  requestAnswer: {
    register: 'Register answer',
    panel: 'Answer',
    state: 'State of the item with this answer',
    stays: 'The state stays',
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
