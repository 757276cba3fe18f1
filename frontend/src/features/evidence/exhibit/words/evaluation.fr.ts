import terms from '@terms/vocabulary.fr.json';
import type { evaluation as source } from './evaluation.en';
import type { Translated } from '@/i18n/translated';

/** L’évaluation par la partie qui fournit la pièce : les codes de l’article 29 du règlement (UE) 2016/794. */
export const evaluation = {
  evaluation: {
    title: 'Fiabilité',
    source: 'Source',
    information: 'Information',
    change: 'Réévaluer la fiabilité',
    changeTitle: 'Réévaluer la fiabilité de {{number}}',
    help: 'Seule votre partie, qui fournit cette pièce, l’évalue. Les évaluations antérieures sont conservées au journal d’audit.',
    reason: 'Motif de la réévaluation',
    save: 'Enregistrer l’évaluation',
    saved: 'Évaluation enregistrée',
    original: 'Évaluée selon un autre barème',
    originalHelp: 'L’évaluation d’origine est conservée sans conversion.',
    scheme: 'Barème',
    value: 'Valeur',
    bothParts: 'Indiquez le barème et sa valeur.',
    originally: '{{scheme}} : {{value}}',
    by: 'par {{party, le}}',
  },
  evaluationSource: terms.evaluationSource,
  evaluationInformation: terms.evaluationInformation,
} satisfies Translated<typeof source>;
