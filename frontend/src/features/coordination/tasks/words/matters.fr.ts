import type { matters as source } from './matters.en';
import type { Translated } from '@/i18n/translated';

export const matters = {
  matters: {
    title: 'Objet',
    tasks: 'Tâches',
    make: 'En faire une tâche',
    decision: 'Décision dans {{channel}}',
    consent: 'Demande de {{asker}} à {{asked}}',
    untie: 'Plus l’objet : {{what}}',
    ofDecision: 'Une décision consignée',
    ofConsent: 'Une demande',
    hidden: 'Qui ne peut la voir n’en apprend rien.',
  },
} satisfies Translated<{ matters: (typeof source)['matters'] }>;
