/** Why something is or is not allowed. */
export const access = {
  because: {
    not_released: 'It is not released to your party.',
    role_may_not: 'Your role does not include this.',
    originator_only: 'Only the originator decides this.',
    level_below_listed: 'It is not released to you.',
    level_below_readable: 'For you it is only listed: its content is not released.',
    level_below_held: 'The original is not released to you; what is released can be read here.',
    withdrawn: 'The exhibit is withdrawn.',
    purpose_not_released: 'It is not released for this purpose.',
    level_listed: 'Released to you as listed.',
    level_readable: 'Released to you as readable.',
    level_held: 'Released to you as held.',
    other: 'The server does not allow it.',
    no_files: 'No file is complete yet.',
  },
};
