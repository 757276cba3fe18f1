/** Values of the reference data that changed after a request relied on them. */
export const changedValues = {
  changedValues: {
    title: 'Changed reference values',
    help: 'These requests, hearings and assessments relied on values that an operator has changed since. A deadline keeps its date until you decide.',
    former: 'Value used',
    now: 'Present value',
    missing: 'Not recorded',
    noSource: 'No source is recorded.',
    changed: 'Changed',
    due: 'Due {{when}}',
    recompute: 'Recompute deadline',
    recomputeHelp: 'The deadline is counted again by the new rule, from the same event. The entry names you.',
    keep: 'Keep date',
    keepHelp: 'The deadline keeps its date. The reason is recorded in the audit log.',
    acknowledge: 'Acknowledge',
    openHearing: 'Decide in the hearing',
    openExhibit: 'Assess again at the exhibit',
  },
  usePurpose: {
    request: 'The request',
    form: 'The form',
    deadline: 'A deadline',
    hearing: 'A hearing',
    admissibility: 'An assessment of admissibility',
  },
  useDecision: {
    recomputed: 'deadline recomputed',
    kept: 'date kept',
    acknowledged: 'acknowledged',
    confirmed: 'confirmed',
    removed: 'removed',
  },
};
