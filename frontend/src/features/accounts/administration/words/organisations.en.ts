/** Organisations in the administration by an operator. */
export const organisations = {
  organisations: {
    create: 'Create organisation',
    createHelp: 'An authority or body that is responsible for how its accounts sign in.',
    created: 'Organisation created.',
    rename: 'Rename',
    renameOf: 'Rename {{name}}',
    renamed: 'Organisation renamed.',
    name: 'Name',
    needName: 'Enter a name.',
    accounts: 'Accounts',
    administrators: 'Administrators',
    help: 'Put accounts into an organisation under Accounts. Then name its first administrators.',
    none: 'No organisation',
    noneHelp: 'Organisations are listed here. Create one, put accounts into it, and name two or more administrators.',
    tooFew: 'Two active administrators are needed.',
    nameFirst: 'Name administrators',
    nameFirstOf: 'Name administrators of {{name}}',
    firstHelp:
      'This works once. Afterwards two administrators decide together who is one. Name three or more, so that two are left if one is absent.',
    firstNamed: 'Administrators named.',
    needTwo: 'Name at least two administrators.',
    noAccounts: 'The organisation has no active account.',
    add: 'Add to organisation',
    addTitle: 'Add {{name}} to an organisation',
    addHelp:
      'Two administrators of the organisation can then recover the account. You cannot take this back. The person is told by e-mail.',
    needOrganisation: 'Choose an organisation.',
  },
};
