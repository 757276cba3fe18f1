/** Approvals that a party requires before it shares or sends an exhibit or legal request. */
export const requiredApprovals = {
  requiredApprovals: {
    title: 'Required approval',
    none: 'Approvals that your party requires before sharing are listed here. No other party sees them.',
    require: 'Require approval',
    requireTitle: 'Require approval for {{number}}',
    requireHelpExhibit:
      'Until a leader lifts it, nobody gains access to the exhibit. Existing releases stay. No other party sees this.',
    requireHelpRequest:
      'Until a leader lifts it, the request is neither sent nor shared. Existing releases stay. No other party sees this.',
    approver: 'Authority or function',
    approverHelp: 'For example: investigating judge',
    needApprover: 'Enter the authority or function.',
    reason: 'Reason',
    required: 'Approval required',
    inForce: 'In force',
    isLifted: 'Lifted',
    setBy: 'Required by {{member}},',
    liftedBy: 'Lifted by {{member}},',
    lift: 'Lift approval',
    liftTitle: 'Lift the required approval of {{approver}}',
    liftHelpExhibit:
      'Your party no longer holds the exhibit back. Waiting releases that need nothing else are made at once.',
    liftHelpRequest: 'The request can be sent and shared again. Nothing is sent automatically.',
    liftHelpOthers: 'Another required approval stays in force. Nothing is shared or sent until it is lifted too.',
    liftReason: 'Reason for lifting it',
    confirmLift: 'I have read what happens then.',
    liftYes: 'Lift required approval',
    lifted: 'Required approval lifted',
  },
};
