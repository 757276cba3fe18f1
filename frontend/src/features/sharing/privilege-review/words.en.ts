/** The privilege filter: who filters, what is closed, and the verdict. */
export const filtering = {
  filtering: {
    team: 'Filter seats of your party: {{seats}}. They alone read what may be privileged, for their verdict.',
    nobody:
      'Nobody of your party filters what may be privileged or abusive: what is flagged stays closed until somebody is named.',
    change: 'Name filter seats',
    title: 'Who filters',
    help: 'Members who do not work on the investigation. Leaders do not filter, and nobody filters what they brought themselves.',
    seats: 'Filter seats',
    done: 'Filter seats recorded',
    flag: 'Flag as perhaps privileged',
    flagTitle: 'Flag {{number}}',
    flagHelp:
      'It closes for everybody and at once, its originator too, until a filter seat has read it and given a verdict. Flag what may hold exchanges with a lawyer, or material that nobody here should see.',
    flagged: '{{number}} is closed',
    mayHold: 'May hold privileged or abusive material',
    mayHoldHelp: 'Its content is closed to everybody until a filter seat of your party has cleared it; releases wait.',
    closed:
      'Closed: it may hold privileged or abusive material. Nobody reads, takes or releases its content until a filter seat has given its verdict.',
    privileged: 'A filter seat found it privileged: its content stays closed. It can be withdrawn.',
    cleared: 'A filter seat cleared it: nothing is added to it any more.',
    yours: 'Closed, and waits for your verdict as a filter seat. Read it for that, and for nothing else.',
    read: 'Read it',
    readTitle: 'Read {{number}} to filter it',
    readHelp: 'Every reading is an entry in the custody, with its reason. The original is not given out.',
    decide: 'Give a verdict',
    verdictTitle: 'Verdict on {{number}}',
    verdictHelp:
      'Cleared, it opens to those to whom it is released, and what waited passes. Privileged, it stays closed and what waited is given up.',
    verdict: 'Verdict',
    clear: 'Cleared: nothing privileged or abusive in it',
    keep: 'Privileged: it stays closed',
    needVerdict: 'Choose a verdict.',
    reason: 'Reason, without what is privileged',
    give: 'Give the verdict',
    given: 'Verdict recorded',
    waits: 'To filter',
  },
};
