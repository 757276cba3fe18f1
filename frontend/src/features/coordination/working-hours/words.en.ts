/** Working hours of parties, and meeting times. */
export const hours = {
  hours: {
    working: 'working hours',
    off: 'outside working hours',
    free: 'not a working day',
    holiday: 'public holiday',
    stated: 'entered by its leader',
    usual: 'assumed: not entered',
    verify: 'Public holidays come from a general list. Check them with the country.',
    find: 'Find a meeting time',
    findTitle: 'Find a meeting time',
    findHelp:
      'Times within the working hours of most parties come first, then those nearest to them, then the soonest.',
    who: 'Parties',
    lasts: 'Duration',
    within: 'Within',
    minutes_one: '{{count}} min',
    minutes_other: '{{count}} min',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    slots: 'Meeting times, best first',
    all: 'within the working hours of all',
    some: 'within the working hours of {{working}} of {{all}}',
    nobody: 'Choose parties',
    none: 'None of these parties works in this period',
    noneHelp: 'Choose other parties or a longer period.',
    assumed:
      'If a party entered no hours, Monday to Friday, 9:00 to 17:00, is assumed. Public holidays come from a general list: check them with the country.',
    own: 'Working hours',
    ownTitle: 'Working hours of your party',
    ownHelp:
      'In your time zone ({{zone}}). The whole team sees them, and meeting times use them. The change is recorded in the audit log.',
    notStated: 'No hours entered yet. The hours shown are assumed.',
    daysOf: 'Working days',
    needDay: 'Choose at least one day.',
    begins: 'From',
    ends: 'Until',
    wrongClock: 'Enter a time, for example 09:00.',
    wrongEnd: 'Enter a time after the beginning.',
    country: 'Country of public holidays',
    countryHelp: 'Two letters, for example NL. Leave empty for none.',
    ahead: 'Next:',
    save: 'Save',
    set: 'Working hours saved',
  },
};
export const hoursFacts = { 'party.hours_set': 'changed the working hours of the party' };
export const hoursEntries = { 'party.hours_set': 'Working hours' };
