/** Working hours of parties, and times to meet. */
export const hours = {
  hours: {
    working: 'working hours',
    off: 'outside hours',
    free: 'no working day',
    holiday: 'public holiday',
    stated: 'as its leader stated',
    usual: 'assumed: the party stated none',
    verify: 'Public holidays come from a general list: verify them with the country.',
    find: 'Find a time',
    findTitle: 'Find a time to meet',
    findHelp:
      'The best times from now on: first those within the working hours of most parties, then those nearest to the others’ hours, then the soonest. Each party’s time is read off its own clocks.',
    who: 'Who meets',
    lasts: 'How long',
    within: 'Within',
    minutes_one: '{{count}} min',
    minutes_other: '{{count}} min',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    slots: 'Times to meet, best first',
    all: 'all within working hours',
    some: '{{working}} of {{all}} within working hours',
    nobody: 'Choose who meets',
    none: 'Nobody of them works in that time',
    noneHelp: 'Choose other parties, or look further ahead.',
    assumed:
      'Where a party stated no hours, Monday to Friday from 9 to 17 is assumed. Public holidays come from a general list: verify them with the country.',
    own: 'Our hours',
    ownTitle: 'When we are at work',
    ownHelp:
      'On our own clocks ({{zone}}). The whole team reads this, and times to meet follow it; it is an entry of the ledger.',
    notStated: 'Nothing is stated yet: what you see is assumed.',
    daysOf: 'Working days',
    needDay: 'Choose at least one day.',
    begins: 'From',
    ends: 'Until',
    wrongClock: 'As 09:00',
    wrongEnd: 'After the beginning, on the same day',
    country: 'Public holidays of',
    countryHelp: 'Two letters, for example NL; empty: none',
    ahead: 'Next:',
    save: 'State them',
    set: 'Working hours stated',
  },
};
export const hoursFacts = { 'party.hours_set': 'stated when the party is at work' };
export const hoursEntries = { 'party.hours_set': 'Working hours stated' };
