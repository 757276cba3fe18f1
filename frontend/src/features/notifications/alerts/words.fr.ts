import codes from '@terms/codes.fr.json';
import type { alerts as source } from './words.en';
import type { Translated } from '@/i18n/translated';
import { notices } from '@/features/notifications/notifications/words.fr';

export const alerts = {
  ...notices,
  alertKind: codes.alertKind,
  alerts: {
    title: 'Alertes',
    help: 'Accès d’autres parties qu’un responsable de votre partie doit vérifier. Chaque alerte est attribuée à un responsable. Les autres accès sont comptés par jour ci-dessous.',
    which: 'Afficher',
    waiting: 'Ouvertes',
    done: 'Prises en compte',
    none: 'Aucune alerte ouverte',
    noneDone: 'Aucune alerte prise en compte',
    noneHelp: 'Les alertes sur l’accès aux pièces de votre partie apparaissent ici immédiatement.',
    burst_one: '{{count}} consultation en dix minutes',
    burst_other: '{{count}} consultations en dix minutes',
    group_one: '{{what}} ({{count}} alerte)',
    group_other: '{{what}} ({{count}} alertes)',
    owner: 'Attribuée à',
    yours: 'Attribuée à vous',
    acknowledgedBy: 'Prise en compte par',
    takeOver: 'Reprendre',
    handOver: 'Transmettre',
    choose: 'Sélectionner {{what}}, {{number}}',
    all_one: 'Sélectionner les miennes ({{count}})',
    all_other: 'Sélectionner les miennes ({{count}})',
    acknowledge_one: 'Prendre en compte {{count}} alerte',
    acknowledge_other: 'Prendre en compte {{count}} alertes',
    acknowledgeHelp: 'Votre note figure au journal d’audit, pour votre partie et ses auditeurs.',
    acknowledgeNow: 'Prendre en compte',
    word: 'Constatations et mesures',
    acknowledged: 'Alertes prises en compte',
    to: '{{party, à}}',
    recipient: 'Destinataire visé',
  },
  digests: {
    title: 'Accès par jour',
    none: 'Aucune autre partie n’a consulté une pièce de votre partie un jour passé. Chaque matin, les accès de la veille sont comptés ici.',
    copies_one: '{{count}} téléchargement',
    copies_other: '{{count}} téléchargements',
    seats_one: '{{count}} membre',
    seats_other: '{{count}} membres',
  },
} satisfies Translated<typeof source>;
