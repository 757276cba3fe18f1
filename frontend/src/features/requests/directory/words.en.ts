/** The directory as a team reads it. */
export const directory = {
  directory: {
    title: 'Directory',
    help: 'Points of contact, country cards and provider cards of this installation. The operator maintains them.',
    kinds: 'Parts of the directory',
    search: 'Search the directory',
    anyRole: 'Any role',
    hour: '{{hour}} in {{place}} now',
    noZone: 'Time zone not recorded',
    oldTest: 'more than a year ago',
    noContact: 'No 24/7 point of contact is recorded for {{country}}. Ask the operator to add it.',
    empty: 'No records yet',
    emptyHelp: 'Contacts, countries and providers are listed here. Ask the operator of this installation to add them.',
  },
  directoryKind: {
    directory: 'Contacts',
    countries: 'Country cards',
    providers: 'Provider cards',
  },
};
