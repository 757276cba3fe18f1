import type { evaluation as source } from './evaluation.en';
import type { Translated } from '@/i18n/translated';

/** L’évaluation par qui fournit : les codes de l’article 29 du règlement (UE) 2016/794, en mots. */
export const evaluation = {
  evaluation: {
    title: 'Évaluation',
    source: 'Source',
    information: 'Information',
    change: 'Réévaluer',
    changeTitle: 'Évaluer {{number}}',
    help: 'Vous l’évaluez en tant que partie qui le fournit ; nulle autre ne modifie l’évaluation. La précédente demeure au registre.',
    reason: 'Motif de la réévaluation',
    save: 'Inscrire l’évaluation',
    saved: 'Évaluation inscrite',
    original: 'Évalué selon un autre barème',
    originalHelp: 'Conservé tel quel ; rien n’est converti.',
    scheme: 'Barème',
    value: 'Valeur',
    bothParts: 'Indiquez le barème et sa valeur.',
    originally: '{{scheme}} : {{value}}',
    by: 'par la partie {{party}}',
  },
  evaluationSource: {
    A: 'fiable en toutes circonstances',
    B: 'fiable dans la plupart des cas',
    C: 'non fiable dans la plupart des cas',
    X: 'fiabilité impossible à évaluer',
  },
  evaluationInformation: {
    '1': 'exactitude hors de doute',
    '2': 'connue personnellement de la source',
    '3': 'corroborée par des éléments déjà inscrits',
    '4': 'ni connue de la source ni corroborée',
  },
} satisfies Translated<typeof source>;
