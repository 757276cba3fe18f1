/** Limits of use of an exhibit, and the legal requests by which it came. */
export const limits = {
  limits: {
    title: 'Limit of use',
    clause: 'Legal basis:',
    acknowledge: 'I have read the limit of use and take responsibility for this use',
    needAcknowledge: 'Confirm that you have read the limit of use.',
  },
  obtainedBy: {
    title: 'Obtained by',
    item: 'Item {{item}}',
    whole: 'Whole request',
    basis: 'Legal basis',
    sent: 'Sent',
    answered: 'Answered',
    limit: 'Limit of use',
    earlier: 'Earlier request',
  },
};
