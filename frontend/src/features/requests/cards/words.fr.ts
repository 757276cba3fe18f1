/** Valeurs des fiches et de l'annuaire utiles à une demande. */
export const requestCards = {
  requestCards: {
    title: 'Pays, fournisseur et annuaire',
    help: 'Valeurs enregistrées pour cette demande. Elles sont citées, non interprétées.',
    missing: 'Non renseigné : {{values}}',
    card: 'fiche',
    providerCard: 'fiche du fournisseur',
    of: '{{value}} ({{record}})',
    proposed: 'Destinataire proposé',
    use: 'Utiliser {{name}}',
    source: 'Source : {{source}}',
    values_one: '{{count}} valeur enregistrée',
    values_other: '{{count}} valeurs enregistrées',
  },
  cardAlert: {
    language_refused: 'L’État refuse la langue de cette demande.',
    language_not_listed: 'La langue ne figure pas parmi celles que la fiche indique comme acceptées.',
    language_not_chosen: 'Choisissez la langue de cette demande.',
    validation: 'La fiche contient une règle de validation. Lisez-la avant d’envoyer la demande.',
    validation_not_named:
      'Certaines autorités ont besoin d’une validation, et aucune autorité de validation n’est indiquée.',
    double_criminality: 'La double incrimination peut s’appliquer. Lisez la règle de la fiche.',
  },
};
