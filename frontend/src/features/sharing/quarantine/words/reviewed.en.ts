/** Files that a reviewer must view before a decision, and the size of the sample. */
export const reviewed = {
  reviewState: {
    to_view: 'to view',
    pending: 'to view; preview in preparation',
    viewed_in_part: 'viewed, but the preview shows only a part of the file',
    no_rendition: 'no preview',
  },
  reviewed: {
    title: 'Files viewed',
    viewed_one: '{{count}} file viewed',
    viewed_other: '{{count}} files viewed',
    left_one: '{{count}} to view',
    left_other: '{{count}} to view',
    none_one: '{{count}} without preview',
    none_other: '{{count}} without preview',
    rest_one: '{{count}} not in your sample',
    rest_other: '{{count}} not in your sample',
    pages_one: ', {{viewed}} of {{count}} page viewed',
    pages_other: ', {{viewed}} of {{count}} pages viewed',
    viewOne: 'View at least one page of the exhibit before you decide.',
    viewAll_one: 'View {{count}} more file before you decide.',
    viewAll_other: 'View {{count}} more files before you decide.',
    notViewed: 'Not viewed',
    sample_one:
      'Reviewers view every file. If an exhibit has more than {{count}} file, they view a sample of {{count}}.',
    sample_other:
      'Reviewers view every file. If an exhibit has more than {{count}} files, they view a sample of {{count}}.',
    agree: 'Change sample',
    agreeHelp:
      'If an exhibit has more files, each reviewer views this number, chosen at random by the server. The decision names the files that were not viewed.',
    number: 'Files',
    needNumber: 'Enter a whole number from 10 to 10,000.',
    agreed: 'Sample recorded',
  },
};
