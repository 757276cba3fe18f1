export const common = {
  common: {
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    copied: 'Copied',
    more: 'Load more',
    retry: 'Try again',
    loading: 'Loading',
    download: 'Download',
    reason: 'Reason',
    remove: 'Remove',
    details: 'Details',
    copyHash: 'Copy the whole hash',
    copyNumber: 'Copy the exhibit number',
    copiedAnnounce: 'Copied to the clipboard',
    /** Between a label and what it says. */
    colon: ': ',
    files_one: '{{count}} file',
    files_other: '{{count}} files',
  },
};
