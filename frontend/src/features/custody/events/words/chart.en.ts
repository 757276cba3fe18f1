/** The chart of an exhibit's custody. */
export const chart = {
  chartMark: {
    registered: 'registered',
    released: 'released',
    ended: 'ended',
    opened: 'opened',
    copied: 'copy taken',
    disclosed: 'to a proceeding',
    handed: 'handed over',
    other: 'other acts',
  },
  chart: {
    show: 'Chart',
    title: 'Its way between the parties',
    form: 'Shown as',
    drawn: 'Drawn',
    table: 'Table',
    none: 'There is no entry yet that could be drawn.',
    alsoTable: 'The table has the same in rows.',
    reading: 'The rest is being read.',
    undrawn: 'What followed is in the list.',
    of_one: '{{all}} entry that you may read',
    of_other: '{{all}} entries that you may read',
    from: 'From',
    to: 'To',
  },
};
