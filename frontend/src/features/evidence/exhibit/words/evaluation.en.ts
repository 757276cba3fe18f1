/** How a provider assesses an exhibit: the codes of Regulation (EU) 2016/794 Art. 29, in words. */
import terms from '@terms/vocabulary.en.json';

export const evaluation = {
  evaluation: {
    title: 'Reliability',
    source: 'Source',
    information: 'Information',
    change: 'Reassess reliability',
    changeTitle: 'Reassess reliability of {{number}}',
    help: 'Only your party, as the provider, assesses this exhibit. Earlier assessments are kept in the audit log.',
    reason: 'Reason for the reassessment',
    save: 'Save assessment',
    saved: 'Assessment saved',
    original: 'Assessed in another scheme',
    originalHelp: 'The original assessment is kept without conversion.',
    scheme: 'Scheme',
    value: 'Value',
    bothParts: 'Enter both the scheme and its value.',
    originally: '{{scheme}}: {{value}}',
    by: 'by {{party, the}}',
  },
  evaluationSource: terms.evaluationSource,
  evaluationInformation: terms.evaluationInformation,
};
