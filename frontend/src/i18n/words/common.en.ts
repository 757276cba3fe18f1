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
    calendar: 'Open calendar',
    dateFormat: 'DD/MM/YYYY',
    dateTimeFormat: 'DD/MM/YYYY HH:MM',
    exactTimeFormat: 'DD/MM/YYYY HH:MM:SS.mmm',
    needDate: 'Enter a date as DD/MM/YYYY.',
    needDateTime: 'Enter a date and a time as DD/MM/YYYY HH:MM.',
    copyHash: 'Copy the whole hash',
    copyNumber: 'Copy the exhibit number',
    copiedAnnounce: 'Copied to the clipboard',
    /** Between a label and what it says. */
    colon: ': ',
    files_one: '{{count}} file',
    files_other: '{{count}} files',
  },
  thirdCountries: {
    notOffered:
      'Not offered: {{parties}}. Third countries receive only exhibits and legal requests, each with an attestation (Reg. (EU) 2023/969, Art. 17(2)).',
  },
};
