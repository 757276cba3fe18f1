import type { calendar as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const calendar = {
  calendar: {
    help: 'Toutes les dates de cette équipe auxquelles vous avez accès. Les flèches affichent la période précédente et la suivante.',
    month: 'Mois',
    week: 'Semaine',
    span: 'Période',
    today: 'aujourd’hui',
    goToday: 'Afficher aujourd’hui',
    monthBefore: 'Mois précédent',
    monthBehind: 'Mois suivant',
    weekBefore: 'Semaine précédente',
    weekBehind: 'Semaine suivante',
    whose: 'Dates affichées',
    all: 'Toutes',
    mine: 'Les miennes et celles de ma partie',
    filter: 'Types de dates',
    inZone: 'Jours et heures de {{zone}}. Les autres fuseaux sont indiqués lorsqu’ils diffèrent.',
    tooMany: 'Il y a plus de dates que la vue ne peut en montrer. Choisissez un type ou affichez une semaine.',
    empty: 'Aucune date dans cette période',
    emptyHelp:
      'Les délais des tâches et des demandes, les journées d’action, les audiences, les réexamens et les fins de communication figurent ici.',
    clear: 'Effacer les filtres',
    undated: 'Les tâches sans échéance figurent dans la liste des tâches.',
    showAll: 'Afficher les {{count}}',
    late: 'en retard',
    kinds: {
      task: 'Tâche',
      action_day: 'Journée d’action',
      hearing: 'Audience',
      request_deadline: 'Délai d’une demande',
      data_lapse: 'Expiration de données conservées',
      release_end: 'Fin de communication',
      consent_answer: 'Réponse à une demande de consentement',
      consent_end: 'Fin d’un consentement',
      retention_review: 'Réexamen de conservation',
      notice_review: 'Réexamen d’une notice',
      request_review: 'Réexamen d’une demande close',
      access_end: 'Fin de votre accès',
    },
  },
} satisfies Translated<typeof source>;
