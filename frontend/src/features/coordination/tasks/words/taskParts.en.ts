export const taskParts = {
  taskParts: {
    legalBasis: 'Legal basis', legalBasisHelp: 'For example: EIO, Directive 2014/41/EU Art. 24', language: 'Language',
    checklist: 'Checklist', linesHelp: 'One item in each line', done: '{{done}} of {{count}} done', add: 'One more item', addIt: 'Add', remove: 'Remove “{{item}}”',
    related: 'Before and after', waitsFor: 'Waits for', heldUp: 'Waits for this one', wait: 'Let it wait for a task', waitHelp: 'Number or title of a task', waitNoMore: 'Let it wait for {{number}} no more',
    waitsMark_one: 'Waits for {{count}} task', waitsMark_other: 'Waits for {{count}} tasks', waitsTitle: '{{number}} waits for others', waitsHelp: 'These are not done yet. Nothing forbids to begin before; whoever set the task meant it to come after them.', allTheSame: 'Go on all the same',
    acceptedBy: 'Accepted by', proposes: 'Of another party: it is proposed, and nobody’s work until this seat or a leader of its party accepts it.', proposedHelp: 'Proposed to {{party}}: nobody’s work until its assignee or a leader there accepts it.',
    theyChanged: 'Changed meanwhile: “{{before}}” became “{{now}}”.', putBack: 'Put it back', takeTheirs: 'Take theirs',
  },
  taskViews: {
    as: 'Show as', list: 'List', board: 'Board', calendar: 'Calendar',
    boardHelp: 'Drag a card to another column, use its menu, or Alt with an arrow; Ctrl Z undoes the last move.', move: 'Move {{number}}', noneHere: 'None', undo: 'Undo', noStep: '{{number}} does not go from “{{from}}” to “{{to}}” by your hand. Nothing was changed.',
    month: 'Month', week: 'Week', span: 'Span', today: 'today', monthBefore: 'The month before', monthBehind: 'The next month', weekBefore: 'The week before', weekBehind: 'The next week',
    inZone: 'Days and hours of {{zone}}; another clock is named where it differs.', tooMany: 'More is due than is shown here. Narrow it by a filter, or look at a week.', nothingDue: 'Nothing is due in this time.', undated: 'Tasks without a deadline stand in the list and on the board.',
    mineTitle: 'My tasks', mineHelp: 'In all of your teams, the next deadline first.', mineProposed: 'Proposed to you', mineEmpty: 'No task is yours now', mineEmptyHelp: 'What is given to you in any of your teams appears here.', mineLink: 'My tasks in all teams',
    toAnswer_one: '{{count}} proposed task to answer', toAnswer_other: '{{count}} proposed tasks to answer',
    waits: 'Task proposed: accept or decline', declinedWaits: 'Task declined: give it to another',
  },
  repeat: {
    label: 'Repeats', no: 'It does not repeat', DAILY: 'By days', WEEKLY: 'By weeks', MONTHLY: 'By months', every_DAILY: 'Every … days', every_WEEKLY: 'Every … weeks', every_MONTHLY: 'Every … months', days: 'On these days', ends: 'Ends', never: 'Never', count: 'After so many times', until: 'On a day', times: 'Times', last: 'Last day',
    help: 'When it is done or cancelled, the next is made with the same words, for the same seat and at the same hour there. Months without the day are left out. Another deadline moves this one alone.', on: 'on {{days}}',
    said_DAILY_one: 'every day', said_DAILY_other: 'every {{count}} days', said_WEEKLY_one: 'every week', said_WEEKLY_other: 'every {{count}} weeks', said_MONTHLY_one: 'every month', said_MONTHLY_other: 'every {{count}} months', saidTimes_one: '{{count}} time', saidTimes_other: '{{count}} times', saidUntil: 'until {{day}}',
    mark: 'no. {{count}} of a series', before: 'The one before', next: 'The next', follows: 'after {{number}}', made: 'The next is {{number}}.', notMade: 'No next one was made: the series is over, made it before, or its seat is not taken.', cancelHelp: 'The next of the series is made all the same; to end the series, let the task repeat no more first.',
  },
};
