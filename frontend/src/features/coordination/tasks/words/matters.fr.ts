import type { matterEntries as entriesSource, matterFacts as factsSource, matters as source } from './matters.en';
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

export const matterFacts = {
  'task.tied': 'a rattaché une tâche à son objet',
  'task.untied': 'a détaché une tâche de son objet',
} satisfies Translated<typeof factsSource>;

export const matterEntries = {
  'task.tied': 'Tâche rattachée à une décision ou une demande',
  'task.untied': 'Tâche détachée d’une décision ou d’une demande',
} satisfies Translated<typeof entriesSource>;
