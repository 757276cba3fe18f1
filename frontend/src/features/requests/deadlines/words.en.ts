/** Deadlines that a member begins or ends. */
export const requestDeadlines = {
  requestDeadlines: {
    start: 'Add deadline',
    end: 'End deadline',
    endOf: 'End deadline: {{deadline}}',
    deadline: 'Deadline',
    asked: 'Answer asked for',
    item: 'Item',
    wholeRequest: 'The whole request',
    dueOn: 'Answer by',
    dueOnHelp: 'The deadline ends at the end of this day in the time zone of the executing authority.',
    beginsAt: 'Event that begins the deadline',
    beginsAtHelp:
      'When it happened, in {{zone}}. Deadlines that count back from an event, such as a hearing, have a future date.',
    outcome: 'Outcome',
    grantedAt: 'Granted at',
    grantedHelp: 'When the extension was requested or granted, in {{zone}}, within the period. Empty means now.',
    lateDays_one: 'Met late, by {{count}} day',
    lateDays_other: 'Met late, by {{count}} days',
    lateHours_one: 'Met late, by {{count}} hour',
    lateHours_other: 'Met late, by {{count}} hours',
    endHelp: 'The deadline “{{deadline}}” ends, and nobody is warned of it any more.',
  },
  productionProgress: {
    drafted: 'Production request drafted, not received',
    sent: 'Production request sent, receipt not recorded',
    received: 'Production request received for other data only',
    unconfirmed: 'Production requested. Tell the addressee with Form 5 and record it.',
  },
  deadlineChange: {
    paused: 'paused',
    resumed: 'running again',
    stopped: 'stopped',
    extended: 'extended',
  },
  deadlineEnd: {
    met: 'met',
    met_late: 'met late',
    missed: 'missed',
    void: 'no longer relevant',
  },
  deadlineOutcome: {
    met: 'The deadline was met.',
    void: 'The deadline does not matter any more.',
  },
};
