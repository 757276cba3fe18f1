import type { alerts as source } from './words.en';
import type { Translated } from '@/i18n/translated';
import { notices } from '@/features/notifications/notifications/words.fr';

export const alerts = {
  ...notices,
  alertKind: { first_opening: 'Consulté pour la première fois', copy: 'Original pris', burst: 'Nombreuses consultations', emergency: 'Glace brisée en urgence', handover: 'Remise restée sans réponse', beyond: 'A tenté de communiquer un scellé dérivé au-delà de ce que vous communiquez' },
  alerts: {
    title: 'Alertes', rail: 'Alertes', help: 'Une première consultation par une autre partie, une copie, de nombreuses consultations en quelques minutes et une tentative de communiquer au-delà ce qui dérive de vos scellés sont signalées aussitôt, et un responsable de votre partie répond de chacune. Tout le reste est compté par jour ci-dessous.',
    which: 'Quelles alertes', waiting: 'En attente', done: 'Traitées', none: 'Aucune alerte en attente', noneDone: 'Aucune n’a encore été traitée', noneHelp: 'Ce que d’autres font des scellés de votre partie apparaît ici aussitôt.',
    burst_one: '{{count}} consultation en dix minutes', burst_other: '{{count}} consultations en dix minutes',
    owner: 'En répond :', yours: 'À vous', acknowledgedBy: 'Traitée par', takeOver: 'La reprendre', handOver: 'La confier', choose: 'Choisir {{what}}, {{number}}',
    all_one: 'Choisir les miennes ({{count}})', all_other: 'Choisir les miennes ({{count}})', acknowledge_one: 'Clore {{count}} alerte', acknowledge_other: 'Clore {{count}} alertes', acknowledgeHelp: 'Vos mots figurent au registre, pour votre partie et ses auditeurs.', acknowledgeNow: 'Clore', word: 'Ce que vous avez constaté ou fait', acknowledged: 'Close',
    to: 'à {{party}}', recipient: 'Communication tentée à', waits: 'Alerte',
  },
  digests: {
    title: 'Jour après jour', none: 'Personne d’autre n’a encore consulté un scellé de votre partie. Chaque matin, la veille est comptée ici.',
    copies_one: '{{count}} copie', copies_other: '{{count}} copies', seats_one: '{{count}} siège', seats_other: '{{count}} sièges',
  },
} satisfies Translated<typeof source>;
