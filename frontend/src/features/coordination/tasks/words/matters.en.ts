/** Tasks of decisions and of requests, as both sides show them. */
export const matters = {
  matters: {
    title: 'Related to',
    tasks: 'Tasks',
    make: 'Create task',
    makeOf: 'Create task for item {{place}}',
    tasksOf: 'Tasks of item {{place}}',
    ofThisRequest: 'No tasks for this request yet. Create one to assign a step to a member.',
    decision: 'Decision in {{channel}}',
    consent: 'Consent request from {{asker}} to {{asked}}',
    request: 'Legal request {{number}}',
    item: 'Item {{place}} of legal request {{number}}',
    untie: 'Remove link: {{what}}',
    ofDecision: 'a decision',
    ofConsent: 'a consent request',
    ofRequest: 'a legal request',
    ofItem: 'an item of a legal request',
    hidden: 'Members without access to it are not told about it.',
  },
};
