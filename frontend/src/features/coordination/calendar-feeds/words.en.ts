/** Calendar feeds: one's deadlines in one's own calendar. */
export const calendarFeeds = {
  calendarFeeds: {
    open: 'Subscribe to calendar',
    title: 'Your deadlines in your calendar',
    help: 'Create an address for each calendar in which you want to see your deadlines in this team. It lists tasks, answers, reviews and the end of your membership. Calendars refresh about once an hour.',
    leaves:
      'The provider of your calendar can read the entries. They contain only a number, for example “Task T-4F7K2P due”: no team, exhibit, title or person. Anyone with the address can read them. Revoke the address when a device is lost. It ends with your membership. The audit log records when addresses are created and revoked.',
    over: 'This team is closed. No address can be created any more. Active addresses show only the end of your membership.',
    standing: 'Active addresses',
    name: 'Calendar or device',
    nameHelp: 'For example: office telephone',
    needName: 'Enter the calendar or device.',
    make: 'Create address',
    made: 'Address for “{{name}}” created',
    once: 'Copy the address now. It is shown only once; the server keeps only its hash.',
    address: 'Calendar address',
    copy: 'Copy address',
    madeAt: 'Created',
    usedAt: 'last used',
    unused: 'not used yet',
    full: 'You have {{count}} addresses, the maximum. Revoke one to create another.',
    addresses_one: '{{count}} active address',
    addresses_other: '{{count}} active addresses',
    revoke: 'Revoke',
    revokeOf: 'Revoke the address for “{{name}}”',
    sure: 'The address stops working at once.',
    revokeNow: 'Revoke address',
  },
};
export const calendarFeedFacts = {
  'calendar_feed.made': 'created a calendar address',
  'calendar_feed.revoked': 'revoked a calendar address',
};
export const calendarFeedEntries = {
  'calendar_feed.made': 'Calendar address created',
  'calendar_feed.revoked': 'Calendar address revoked',
};
