/** An erasure that one leader decided and that waits for another. */
export const erasureWish = {
  erasureWish: {
    title: 'An erasure waits for a second leader',
    toConfirm: 'Erasure to confirm',
    confirm: 'Confirm …',
    turnDown: 'Turn it down',
    giveUp: 'Give it up',
    confirmTitle: 'Confirm the erasure of {{number}}',
    confirmHelp: '{{seat}} decided it. With your word it is done, for good.',
    confirmedBy: 'Confirmed',
    turnDownTitle: 'Turn down the erasure of {{number}}',
    giveUpTitle: 'Give up the erasure of {{number}}',
    giveUpHelp:
      'The exhibit stays as it is. That an erasure was meant, and your reason, stand in its custody for your party.',
    givenUp: '{{number}} is not erased',
    want: 'Decide, and let it wait',
    waits: 'Your party demands a second leader: nothing changes until another leader confirms.',
    wanted: 'The erasure of {{number}} waits for a second leader',
  },
};
