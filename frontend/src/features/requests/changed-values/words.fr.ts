/** Données de référence modifiées après qu’une demande s’est fondée sur elles. */
export const changedValues = {
  changedValues: {
    title: 'Données de référence modifiées',
    help: 'Ces demandes, audiences et appréciations reposent sur des données modifiées depuis par un exploitant. Un délai garde sa date jusqu’à votre décision.',
    former: 'Donnée utilisée',
    now: 'Donnée actuelle',
    missing: 'Non renseignée',
    noSource: 'Aucune source n’est renseignée.',
    changed: 'Modifiée',
    due: 'Échéance {{when}}',
    recompute: 'Recalculer le délai',
    recomputeHelp:
      'Le délai est recalculé selon la nouvelle règle, à partir du même événement. L’inscription vous nomme.',
    keep: 'Garder la date',
    keepHelp: 'Le délai garde sa date. Le motif est inscrit au journal d’audit.',
    acknowledge: 'Prendre acte',
    openHearing: 'Statuer dans l’audience',
    openExhibit: 'Apprécier à nouveau sur la pièce',
  },
  usePurpose: {
    request: 'La demande',
    form: 'Le formulaire',
    deadline: 'Un délai',
    hearing: 'Une audience',
    admissibility: 'Une appréciation de recevabilité',
  },
  useDecision: {
    recomputed: 'délai recalculé',
    kept: 'date gardée',
    acknowledged: 'pris acte',
    confirmed: 'confirmée',
    removed: 'retirée',
  },
};
