/** Requests and answer times between the party and each other country. */
export const reciprocity = {
  reciprocity: {
    title: 'Reciprocity',
    help: 'Requests between your party and each other country, and the time to the first answer. Only requests of your party count.',
    empty: 'No requests sent or received',
    emptyHelp: 'Each country is listed here once your party sends a request to it, or registers a request from it.',
    noRecord: 'No record',
    noAnswer: 'No answer yet',
    none: 'None',
  },
  reciprocityHeads: {
    country: 'Country',
    direction: 'Direction',
    sent: 'Requests',
    answered: 'Answered',
    median: 'Median time to first answer',
    longest: 'Longest time',
    open: 'Under way',
    oldest: 'Oldest under way',
  },
  reciprocityDirection: {
    outgoing: 'Sent by your party',
    incoming: 'Received by your party',
  },
};
