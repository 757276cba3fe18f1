import type { work as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const work = {
  work: {
    title: 'Session de travail',
    begin: 'Commencer une session de travail',
    beginTitle: 'Commencer une session de travail',
    beginNow: 'Commencer',
    begun: 'Session de travail commencée',
    end: 'Y mettre fin',
    help: 'Indiquez une fois pourquoi vous avez besoin des scellés. Chaque consultation reste une inscription distincte qui porte ces mots ; elle n’ouvre que ce qui est communiqué pour cette finalité. Les productions en justice se motivent une à une.',
    task: 'Une de vos tâches',
    noTask: 'Aucune : je l’exprime en mots',
    needWhy: 'Indiquez pourquoi, ou choisissez une de vos tâches.',
    lasts: 'Durée',
    hours_one: '{{count}} heure',
    hours_other: '{{count}} heures',
    left: 'Reste {{time}}, jusqu’à',
    openings_one: '{{count}} consultation',
    openings_other: '{{count}} consultations',
    elsewhere: 'Commencée dans un autre navigateur : mettez-y fin pour en commencer une ici',
    within: 'Dans votre session de travail : {{purpose}}. {{justification}}',
    alone: 'Motiver celle-ci séparément',
    opening: 'Consultation de {{number}}',
  },
  workEnd: {
    hand: 'Terminée à la main',
    clock: 'Son temps était écoulé',
    sign_out: 'Terminée à la déconnexion',
    seat: 'Terminée avec le siège',
  },
} satisfies Translated<typeof source>;
