/** Tasks of decisions and of requests, as both sides show them. */
export const matters = {
  matters: {
    title: 'Of what it is',
    tasks: 'Tasks',
    make: 'Make a task of this',
    decision: 'Decision in {{channel}}',
    consent: 'Request of {{asker}} to {{asked}}',
    untie: 'Of this no more: {{what}}',
    ofDecision: 'A decision on record',
    ofConsent: 'A request',
    hidden: 'Who may not see it does not learn of it.',
  },
};
