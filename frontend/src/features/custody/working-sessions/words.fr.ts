import type { work as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const work = {
  work: {
    title: 'Session de travail',
    begin: 'Commencer une session de travail',
    beginTitle: 'Commencer une session de travail',
    beginNow: 'Commencer la session',
    begun: 'Session de travail commencée',
    end: 'Terminer la session',
    help: 'Indiquez une fois pourquoi vous avez besoin des pièces. Chaque accès reste consigné séparément, avec cette finalité et ce motif. Les productions en justice se motivent une à une.',
    task: 'Une de vos tâches',
    noTask: 'Aucune : saisir un motif',
    needWhy: 'Saisissez un motif ou choisissez une de vos tâches.',
    lasts: 'Durée',
    hours_one: '{{count}} heure',
    hours_other: '{{count}} heures',
    left: 'Reste {{time}}, jusqu’à',
    openings_one: '{{count}} accès',
    openings_other: '{{count}} accès',
    elsewhere: 'Commencée dans un autre navigateur. Terminez-la là-bas pour en commencer une ici.',
    within: 'Dans votre session de travail : {{purpose}}. {{justification}}',
    alone: 'Saisir un motif distinct',
    opening: 'Consultation de {{number}}',
  },
  workEnd: {
    hand: 'Terminée par le membre',
    clock: 'Expirée',
    sign_out: 'Terminée à la déconnexion',
    seat: 'Terminée avec la qualité de membre',
  },
} satisfies Translated<typeof source>;
