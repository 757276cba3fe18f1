import type { work as source } from './words.en';
import type { Translated } from '@/i18n/translated';

/** Les sessions de travail : un seul motif pour plusieurs accès. */
export const work = {
  work: {
    title: 'Session de travail',
    begin: 'Ouvrir une session de travail',
    beginTitle: 'Ouvrir une session de travail',
    beginNow: 'Ouvrir',
    begun: 'Session de travail ouverte',
    end: 'Clore la session de travail',
    help: 'Motivez une fois votre accès à plusieurs pièces. Chaque accès reste enregistré séparément, avec ce motif. Seules les pièces communiquées pour cette finalité peuvent être consultées. Chaque versement en procédure est motivé séparément.',
    task: 'Votre tâche',
    noTask: 'Aucune : j’indique un motif',
    needWhy: 'Indiquez un motif, ou choisissez une de vos tâches.',
    lasts: 'Durée',
    hours_one: '{{count}} heure',
    hours_other: '{{count}} heures',
    left: 'encore {{time}}, jusqu’à',
    openings_one: '{{count}} accès',
    openings_other: '{{count}} accès',
    elsewhere: 'Ouverte dans un autre navigateur : mettez-y fin là-bas pour en ouvrir une ici',
    within: 'Dans votre session de travail : {{purpose}}. {{justification}}',
    alone: 'Motiver cet accès séparément',
    opening: 'Consultation de {{number}}',
  },
  workEnd: {
    hand: 'Close par le membre',
    clock: 'Sa durée était écoulée',
    sign_out: 'Close à la déconnexion',
    seat: 'Close avec la qualité de membre',
  },
} satisfies Translated<typeof source>;
