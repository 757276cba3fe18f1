/** What a reviewer has viewed before a verdict, and from how many files on a sample is enough. */
export const reviewed = {
  reviewState: {
    to_view: 'to view',
    pending: 'to view; its pages are being made',
    no_rendition: 'has no pages to view',
  },
  reviewed: {
    title: 'Files viewed',
    viewed_one: '{{count}} file viewed',
    viewed_other: '{{count}} files viewed',
    left_one: '{{count}} to view',
    left_other: '{{count}} to view',
    none_one: '{{count}} without pages',
    none_other: '{{count}} without pages',
    rest_one: '{{count}} not in your sample',
    rest_other: '{{count}} not in your sample',
    viewOne: 'No verdict yet: read the exhibit and view at least one of its files first.',
    viewAll_one: 'Not yet: {{count}} file is still to view.',
    viewAll_other: 'Not yet: {{count}} files are still to view.',
    notViewed: 'Not viewed',
    sample_one: 'Reviewers view every file, and of an exhibit with more than {{count}} file a sample of {{count}}.',
    sample_other: 'Reviewers view every file, and of an exhibit with more than {{count}} files a sample of {{count}}.',
    agree: 'Change the sample',
    agreeHelp:
      'Of an exhibit with more files, each reviewer views so many; the server draws them. The verdict names the files that were not viewed.',
    number: 'Files',
    needNumber: 'Enter a whole number from 10 to 10,000.',
    agreed: 'Sample recorded',
  },
};
