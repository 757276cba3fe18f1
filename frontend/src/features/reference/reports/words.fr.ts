/** Signalements de valeurs erronées. */
import type { referenceReports as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const referenceReports = {
  referenceReports: {
    report: 'Signaler une valeur erronée',
    reportOf: 'Signaler une valeur erronée : {{name}}',
    help: 'Les exploitants lisent le signalement sans votre nom ni votre équipe. Ne citez ni affaire, ni personne, ni équipe.',
    wrong: 'Erreur constatée',
    needWrong: 'Décrivez l’erreur.',
    proposed: 'Valeur exacte',
    proposedHelp: 'Laissez vide si vous ne la connaissez pas.',
    send: 'Envoyer le signalement',
    reported: 'Le signalement a été envoyé.',
    own: 'Mes signalements',
    all: 'Signalements de valeurs erronées',
    states: 'État des signalements',
    open: 'En attente',
    settled: 'Traités',
    empty: 'Aucun signalement',
    emptyOwn:
      'Vos signalements et leurs réponses figurent ici. Pour en faire un, choisissez « Signaler une valeur erronée » à côté d’une valeur.',
    emptyAll: 'Les signalements faits par les membres à côté d’une valeur figurent ici.',
    settle: 'Clore le signalement',
    answer: 'Réponse',
    noAnswer: 'Pas encore de réponse',
    answerHelp: 'L’auteur du signalement lit la réponse. Modifiez la valeur elle-même dans sa fiche.',
    needAnswer: 'Saisissez une réponse.',
  },
} satisfies Translated<typeof source>;
