/** Working hours of parties, and times to meet. */
export const hours = {
  hours: {
    working: 'working hours',
    off: 'outside working hours',
    free: 'non-working day',
    holiday: 'public holiday',
    stated: 'set by a leader of the party',
    usual: 'default, because the party has set none',
    verify: 'Public holidays come from a general list. Check them with the country.',
    find: 'Find a meeting time',
    findTitle: 'Find a meeting time',
    findHelp:
      'Times within the working hours of most parties come first. Each time is also shown in the local time of each party.',
    who: 'Participants',
    lasts: 'Duration',
    within: 'Within',
    minutes_one: '{{count}} min',
    minutes_other: '{{count}} min',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    slots: 'Meeting times, best first',
    all: 'all within working hours',
    some: '{{working}} of {{all}} within working hours',
    nobody: 'Choose the participants',
    none: 'No party works in this period',
    noneHelp: 'Choose other parties or a longer period.',
    assumed:
      'For parties without working hours, Monday to Friday from 9:00 to 17:00 is assumed. Public holidays come from a general list. Check them with the country.',
    own: 'Working hours',
    ownTitle: 'Working hours of your party',
    ownHelp:
      'In the local time of your party ({{zone}}). The whole team can see the hours, and meeting times follow them. Changes are recorded in the audit log.',
    notStated: 'Your party has not set its hours. The default is shown.',
    daysOf: 'Working days',
    needDay: 'Choose at least one day.',
    begins: 'From',
    ends: 'To',
    wrongClock: 'Enter a time such as 09:00.',
    wrongEnd: 'Enter a time later than the start.',
    country: 'Public holidays of',
    countryHelp: 'Two letters, for example NL. Leave empty for none.',
    ahead: 'Next:',
    save: 'Save',
    set: 'Working hours saved',
  },
};
export const hoursFacts = { 'party.hours_set': 'set the working hours of the party' };
export const hoursEntries = { 'party.hours_set': 'Working hours set' };
