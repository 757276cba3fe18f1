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
