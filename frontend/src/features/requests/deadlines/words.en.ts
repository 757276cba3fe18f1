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
    endHelp: 'The deadline “{{deadline}}” ends, and nobody is warned of it any more.',
  },
  deadlineChange: {
    paused: 'paused',
    resumed: 'running again',
    stopped: 'stopped',
    extended: 'extended',
  },
  deadlineEnd: {
    met: 'met',
    void: 'no longer relevant',
  },
  deadlineOutcome: {
    met: 'The deadline was met.',
    void: 'The deadline does not matter any more.',
  },
};
