/** Contrôle des données de référence. */
import type { referenceReview as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const referenceReview = {
  referenceReview: {
    title: 'À contrôler',
    help: 'Les valeurs contredites viennent en premier, puis celles dont la vérification est ancienne, puis celles dont la source est faible. Dans chaque groupe, les plus utilisées viennent d’abord. Une nouvelle vérification retire la valeur de cette liste.',
    kind: 'Catégorie',
    allKinds: 'Toutes les catégories',
    reason: 'Motif',
    allReasons: 'Tous les motifs',
    open: 'Ouvrir la fiche',
    inUse: 'Utilisée',
    reports_one: '{{count}} signalement en attente',
    reports_other: '{{count}} signalements en attente',
    empty: 'Aucune valeur à contrôler',
    emptyHelp: 'Les valeurs contredites, vérifiées depuis longtemps, de source faible ou signalées figurent ici.',
    noMatch: 'Aucune valeur de cette catégorie pour ce motif',
    noMatchHelp: 'Modifiez les filtres.',
  },
  reviewReason: {
    reported: 'Signalée comme erronée',
    contradicted: 'Contredite par une autre source',
    stale: 'Vérifiée il y a plus d’un an',
    stale_test: 'Appel d’essai de plus d’un an',
    general: 'Connaissance générale',
    secondary: 'Source secondaire',
  },
} satisfies Translated<typeof source>;
