export const teams = {
  teams: {
    title: 'My teams',
    unread_one: '{{count}} unread notification',
    unread_other: '{{count}} unread notifications',
    unreadMany: 'More than {{count}} unread notifications',
    over: 'Closed; read only',
    fresh_one: '{{count}} new event',
    fresh_other: '{{count}} new events',
    freshMany: 'More than {{count}} new events',
    nothingNew: 'Nothing new',
    firstLook: 'Not opened in this browser yet',
    signed: '{{entries}}, log verified {{age}}',
    unsigned: 'Audit log not signed yet',
    code: 'One-time code of a team',
    codeHelp: 'The coordinator or a leader gave you this code. You become a member of the team with it.',
    codeNeeded: 'Enter the code.',
    codeWrong:
      'Invalid or expired code, or it belongs to another account. Ask the person who gave it to you for a new one.',
    redeem: 'Join team',
    redeemed: 'You are a member now: {{code}}.',
  },
};
