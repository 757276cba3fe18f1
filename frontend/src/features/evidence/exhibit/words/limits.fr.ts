import type { limits as source } from './limits.en';
import type { Translated } from '@/i18n/translated';

export const limits = {
  limits: {
    title: 'Limite d’utilisation',
    clause: 'Base légale :',
    acknowledge: 'J’ai lu la limite d’utilisation et j’assume la responsabilité de cet usage',
    needAcknowledge: 'Confirmez que vous avez lu la limite d’utilisation.',
  },
  obtainedBy: {
    title: 'Obtenue par',
    item: 'Élément {{item}}',
    whole: 'Demande entière',
    basis: 'Base légale',
    sent: 'Envoyée',
    answered: 'Réponse reçue',
    limit: 'Limite d’utilisation',
    earlier: 'Demande antérieure',
  },
} satisfies Translated<typeof source>;
