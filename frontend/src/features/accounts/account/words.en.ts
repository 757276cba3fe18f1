export const account = {
  account: {
    title: 'Account and sessions',
    profile: 'Account', name: 'Name', email: 'E-mail', zone: 'Time zone', zoneHelp: 'Every time on the page is shown in this zone.', noZone: 'No zone has this name',
    saved: 'Saved',
    seats: 'Seats', noSeats: 'No seat yet',
    sessions: 'Sessions', sessionsHelp: 'Where you are signed in. End what you do not recognise; its pages, links and downloads end within a second.',
    current: 'this one', script: 'Access token of a script',
    unknown: 'Unknown device', device: '{{browser}} on {{system}}',
    address: 'from {{address}}', since: 'since {{time}}', seen: 'last seen {{age}}',
    end: 'End', endOf: 'End the session: {{device}}, {{address}}', endOthers: 'End all others', endOthersTitle: 'End all other sessions?', endOthersHelp: 'Everywhere else you are signed out at once; uploads that run there can be continued after signing in again. Tokens of scripts end too.', endOthersYes: 'End them', ended: 'Session ended', othersEnded: 'All other sessions ended', onlyThis: 'You are signed in here only.',
  },
};
