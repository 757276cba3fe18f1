/** Values of cards and directory that count for a request. */
export const requestCards = {
  requestCards: {
    title: 'Country, provider and directory',
    help: 'Recorded values for this request. They are quoted, not interpreted.',
    missing: 'Not recorded: {{values}}',
    card: 'card',
    providerCard: 'card of the provider',
    of: '{{value}} ({{record}})',
    proposed: 'Proposed addressee',
    use: 'Use {{name}}',
    source: 'Source: {{source}}',
    values_one: '{{count}} recorded value',
    values_other: '{{count}} recorded values',
  },
  cardAlert: {
    language_refused: 'The State refuses the language of this request.',
    language_not_listed: 'The language is not among those that the card lists as accepted.',
    language_not_chosen: 'Choose the language of this request.',
    validation: 'The card states a rule on validation. Read it before you send the request.',
    validation_not_named: 'Some authorities need a validation, and no validating authority is named.',
    double_criminality: 'Double criminality can apply. Read the rule of the card.',
  },
};
