/** Working sessions: said once for many openings. */
export const work = {
  work: {
    title: 'Working session', begin: 'Begin a working session', beginTitle: 'Begin a working session', beginNow: 'Begin', begun: 'Working session begun', end: 'End it',
    help: 'Say once what you need the exhibits for. Each opening is still an entry of its own and carries these words; it opens only what is released for this purpose. Disclosures are justified one by one.',
    task: 'Task of yours', noTask: 'None: I say it in words', needWhy: 'Say what you need it for, or choose one of your tasks.',
    lasts: 'How long', hours_one: '{{count}} hour', hours_other: '{{count}} hours', left: '{{time}} left, until',
    openings_one: '{{count}} opening', openings_other: '{{count}} openings', elsewhere: 'Begun in another browser: end it to begin one here',
    within: 'In your working session: {{purpose}}. {{justification}}', alone: 'Say why for this one alone', opening: 'Opening {{number}}',
  },
  workEnd: { hand: 'Ended by hand', clock: 'Its time was over', sign_out: 'Ended by signing out', seat: 'Ended with the seat' },
};
