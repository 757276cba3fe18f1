export const keyboard = {
  keyboard: {
    title: 'Keyboard',
    help: 'Shortcuts work outside of text fields. Tab and Shift+Tab reach everything, Escape closes what is open.',
    open: 'Shortcuts',
    anywhere: 'Anywhere', list: 'In the list of exhibits',
    show: 'This help', situation: 'Situation', evidence: 'Evidence', members: 'Members', tasks: 'Tasks', audit: 'Audit', feed: 'Show or hide the live panel', bell: 'What concerns you', teams: 'My teams',
    search: 'Search', register: 'Register an exhibit', move: 'Up and down', jump: 'First and last', turn: 'Open the exhibit',
  },
};
