/** Limits of use of an item of a request. */
export const itemLimits = {
  itemLimits: {
    title: 'Limits of use of this item',
    dialog: 'Limits of use of item {{place}}',
    help: 'They apply to each exhibit that answers this item, besides the limits of the request. Leave the field empty to remove them.',
    state: 'Add limits of use',
    stateOf: 'Add limits of use of item {{place}}',
    change: 'Change limits',
    changeOf: 'Change limits of use of item {{place}}',
    save: 'Save limits',
  },
};
