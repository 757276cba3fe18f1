import type { matters as source } from './matters.en';
import type { Translated } from '@/i18n/translated';

export const matters = {
  matters: {
    title: 'En lien avec',
    tasks: 'Tâches',
    make: 'Créer une tâche',
    decision: 'Décision dans {{channel}}',
    consent: 'Demande de consentement de {{asker}} à {{asked}}',
    untie: 'Retirer le lien : {{what}}',
    ofDecision: 'une décision',
    ofConsent: 'une demande de consentement',
    hidden: 'Les membres qui n’y ont pas accès n’en sont pas informés.',
  },
} satisfies Translated<{ matters: (typeof source)['matters'] }>;

export const matterFacts = {
  'task.tied': 'a lié une tâche à une décision ou à une demande de consentement',
  'task.untied': 'a retiré le lien entre une tâche et une décision ou une demande de consentement',
} satisfies Translated<typeof factsSource>;

export const matterEntries = {
  'task.tied': 'Tâche liée à une décision ou à une demande',
  'task.untied': 'Lien retiré entre une tâche et une décision ou une demande',
} satisfies Translated<typeof entriesSource>;
