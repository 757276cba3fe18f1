import type { chart as source } from './chart.en';
import type { Translated } from '@/i18n/translated';

/** Le graphique de la traçabilité d’une pièce. */
export const chart = {
  chartMark: {
    physical: 'Conservation matérielle',
    registered: 'Enregistrement',
    shared: 'Communication',
    ended: 'Fin d’accès',
    viewed: 'Consultation',
    downloaded: 'Téléchargement',
    disclosed: 'Versement en procédure',
    other: 'Autre',
  },
  chart: {
    title: 'Graphique',
    legend: 'Légende',
    period: 'Période',
    allTime: 'Toute la période',
    seizureDay: 'Jour de la saisie',
    firstDay: 'Premier jour',
    lastDays: '7 derniers jours',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    from: 'Début de la période',
    until: 'Fin de la période',
    help: 'Sélectionnez une partie du graphique pour l’agrandir. Le tableau ci-dessous montre la même période.',
    keys: 'Graphique. Flèches : événement précédent ou suivant. Entrée : l’afficher dans le tableau. Plus et moins : zoom. Page précédente et suivante : déplacer. 0 : toute la période.',
    summary_one:
      'Graphique de {{count}} événement. Parties : {{parties}}. Le tableau ci-dessous énumère le même événement.',
    summary_other:
      'Graphique de {{count}} événements. Parties : {{parties}}. Le tableau ci-dessous énumère les mêmes événements.',
    loading: 'Chargement des événements plus anciens…',
    notAll: 'Les événements plus anciens ne sont pas chargés. Chargez-les sous le tableau.',
    times_one: '{{count}} événement',
    times_other: '{{count}} événements',
    first: 'Premier',
    last: 'Dernier',
  },
} satisfies Translated<typeof source>;
