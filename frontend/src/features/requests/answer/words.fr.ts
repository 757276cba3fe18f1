/** Enregistrement d’une réponse, et titres proposés. */
export const requestAnswer = {
  requestAnswer: {
    register: 'Enregistrer la réponse',
    panel: 'Réponse',
    state: 'État de l’élément avec cette réponse',
    stays: 'L’état ne change pas',
    conditions: 'Limites d’utilisation',
    conditionsHelp:
      'Limites que la réponse énonce. Elles s’appliquent à chaque pièce qui répond à cet élément et remplacent celles de l’élément.',
  },
  requestTitle: {
    EPOC: 'EPOC',
    EPOC_PR: 'EPOC-PR',
    EIO: 'Décision d’enquête européenne',
    of: '{{what}}, {{object}}',
    more_one: '{{about}} et {{count}} autre',
    more_other: '{{about}} et {{count}} autres',
  },
};
