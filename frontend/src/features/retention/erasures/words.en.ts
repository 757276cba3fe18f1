/** An erasure that one leader decided and that awaits another. */
export const erasureWish = {
  erasureWish: {
    title: 'Erasure awaiting a second leader',
    confirm: 'Confirm …',
    turnDown: 'Reject',
    giveUp: 'Cancel erasure',
    confirmTitle: 'Confirm the erasure of {{number}}',
    confirmHelp: '{{seat}} decided the erasure. Your confirmation erases the exhibit permanently.',
    confirmedBy: 'Confirmed',
    turnDownTitle: 'Reject the erasure of {{number}}',
    giveUpTitle: 'Cancel the erasure of {{number}}',
    giveUpHelp:
      'The exhibit stays as it is. The intended erasure and your reason are kept in its custody for your party.',
    givenUp: '{{number}} is not erased',
    want: 'Request confirmation',
    waits: 'Your party requires a second leader. Nothing changes until another leader confirms.',
    wanted: 'The erasure of {{number}} is awaiting a second leader',
  },
};
