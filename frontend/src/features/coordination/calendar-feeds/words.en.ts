/** Calendar feeds: one's deadlines in one's own calendar. */
export const calendarFeeds = {
  calendarFeeds: {
    open: 'Subscribe',
    title: 'Your deadlines in your calendar',
    help: 'Make an address for each calendar that is to show your deadlines in this team: due tasks, the end of your seat, answers and reviews that wait. A calendar asks again about once an hour.',
    leaves:
      'Who keeps your calendar reads it too. So it says “Task T-4F7K2P due” and no more: no team, no exhibit, no title, no person. Whoever has an address reads the same: revoke it when a device is lost. It ends with your seat by itself. Making and revoking are entries of the ledger that you and your auditors read.',
    over: 'This team is closed: no address is made any more. Those that stand tell the end of your seat, if it has one, and can be revoked.',
    standing: 'Addresses that stand',
    name: 'What reads it',
    nameHelp: 'For example: office telephone',
    needName: 'Say which calendar or device it is for.',
    make: 'Make an address',
    made: 'Address for “{{name}}” made',
    once: 'Copy it now: it is shown this once, and only its hash is kept.',
    address: 'Address of the calendar',
    copy: 'Copy address',
    madeAt: 'Made',
    usedAt: 'last read',
    unused: 'not read yet',
    full: 'You have {{count}} addresses, as many as a seat may have. Revoke one to make another.',
    addresses_one: '{{count}} address stands',
    addresses_other: '{{count}} addresses stand',
    revoke: 'Revoke',
    revokeOf: 'Revoke the address for “{{name}}”',
    sure: 'It leads nowhere from then on.',
    revokeNow: 'Revoke it',
  },
};
export const calendarFeedFacts = {
  'calendar_feed.made': 'made an address for a calendar',
  'calendar_feed.revoked': 'revoked an address for a calendar',
};
export const calendarFeedEntries = {
  'calendar_feed.made': 'Calendar address made',
  'calendar_feed.revoked': 'Calendar address revoked',
};
