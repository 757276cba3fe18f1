/** Tasks of decisions and of requests, as both sides show them. */
export const matters = {
  matters: {
    title: 'Related to',
    tasks: 'Tasks',
    make: 'Create task',
    decision: 'Decision in {{channel}}',
    consent: 'Consent request from {{asker}} to {{asked}}',
    untie: 'Remove link: {{what}}',
    ofDecision: 'a decision',
    ofConsent: 'a consent request',
    hidden: 'Members without access to it are not told about it.',
  },
};
