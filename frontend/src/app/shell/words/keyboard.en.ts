export const keyboard = {
  keyboard: {
    help: 'Shortcuts work outside text fields. Tab and Shift+Tab reach every control. Escape closes what is open.',
    open: 'Keyboard shortcuts',
    anywhere: 'Anywhere',
    list: 'In the list of exhibits',
    tab: 'Tab of the present screen',
    feed: 'Show or hide activity',
    bell: 'Notifications',
    search: 'Search',
    register: 'Register exhibit',
    move: 'Previous and next row',
    jump: 'First and last row',
    turn: 'Open exhibit',
  },
};
