/** Preserved data that lapses. */
export const expiring = {
  expiring: {
    title: 'Expiring data',
    help: 'Data that a provider or authority keeps for your requests, and the time after which it may be gone.',
    empty: 'No expiring data',
    emptyHelp:
      'Preserved data is listed here with the end of its preservation. It appears once an item of a request is recorded as preserved. Open items appear if the card of their provider says for how many days such data is kept.',
    stopped: 'Stopped',
    oldest: 'Oldest data',
    keeps_one: '{{provider}} keeps {{category}} for {{count}} day',
    keeps_other: '{{provider}} keeps {{category}} for {{count}} days',
    card: 'Provider card:',
    preserved: 'A preservation request for this identifier is linked.',
    within_one: '{{count}} within 14 days',
    within_other: '{{count}} within 14 days',
    passed_one: '{{count}} deadline passed',
    passed_other: '{{count}} deadlines passed',
    all: 'All expiring data',
    nothing: 'The request was withdrawn. Nothing stops the lapse.',
  },
  expiringHeads: {
    left: 'Time left',
    data: 'Data',
    expires: 'Expires',
    rule: 'Rule',
    stops: 'What to do',
  },
  expiringOwn: {
    preservation: 'Request preservation of the data before this day.',
    dispatch: 'Send this preservation request before this day.',
    production: 'Request production of the data before it expires.',
    extension: 'Request production of the data, or extend its preservation, before it expires.',
    passed: 'The deadline has passed. Ask the holder whether the data still exists, and request it.',
  },
  expiringOthers: {
    preservation: '{{party, The}} has to request preservation of the data.',
    dispatch: '{{party, The}} has to send its preservation request.',
    production: '{{party, The}} has to request production of the data.',
    extension: '{{party, The}} has to request production of the data or extend its preservation.',
  },
};
