import type { chart as source } from './chart.en';
import type { Translated } from '@/i18n/translated';

/** Le graphique de la traçabilité d'un scellé. */
export const chart = {
  chartMark: {
    registered: 'enregistré',
    released: 'communiqué',
    ended: 'pris fin',
    opened: 'consulté',
    copied: 'copie prise',
    disclosed: 'à une procédure',
    handed: 'remis',
    other: 'autres actes',
  },
  chart: {
    show: 'Graphique',
    title: 'Son parcours entre les parties',
    form: 'Présentation',
    drawn: 'Dessin',
    table: 'Tableau',
    none: 'Aucune inscription à représenter pour l’instant.',
    alsoTable: 'Le tableau présente la même chose en lignes.',
    reading: 'La suite est en cours de lecture.',
    undrawn: 'La suite figure dans la liste.',
    of_one: '{{all}} inscription que vous pouvez lire',
    of_other: '{{all}} inscriptions que vous pouvez lire',
    from: 'De',
    to: 'À',
  },
} satisfies Translated<typeof source>;
