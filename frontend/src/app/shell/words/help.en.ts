/** The help and its parts. */
export const help = {
  help: {
    open: 'Help',
    title: 'Help',
    screen: 'This screen',
    markings: 'Markings',
    glossary: 'Glossary',
    keyboard: 'Keyboard',
    levels: 'Access levels',
    tlp: 'TLP colours',
    handling: 'Handling codes',
    noPage: 'There is no help page for this screen.',
    means: 'Definition of “{{term}}”',
    search: 'Search terms',
    none: 'No term contains these words.',
    legend: 'Bars and words show the access level. A higher level includes the lower ones.',
  },
};
