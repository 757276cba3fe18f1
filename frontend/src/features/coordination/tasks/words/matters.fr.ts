import type { matters as source } from './matters.en';
import type { Translated } from '@/i18n/translated';

export const matters = {
  matters: {
    title: 'En lien avec',
    tasks: 'Tâches',
    make: 'Créer une tâche',
    makeOf: 'Créer une tâche pour l’élément {{place}}',
    tasksOf: 'Tâches de l’élément {{place}}',
    ofThisRequest: 'Aucune tâche pour cette demande. Créez-en une pour confier une démarche à un membre.',
    decision: 'Décision dans {{channel}}',
    consent: 'Demande de consentement de {{asker}} à {{asked}}',
    request: 'Demande d’entraide {{number}}',
    item: 'Élément {{place}} de la demande d’entraide {{number}}',
    untie: 'Retirer le lien : {{what}}',
    ofDecision: 'une décision',
    ofConsent: 'une demande de consentement',
    ofRequest: 'une demande d’entraide',
    ofItem: 'un élément d’une demande d’entraide',
    hidden: 'Les membres qui n’y ont pas accès n’en sont pas informés.',
  },
} satisfies Translated<{ matters: (typeof source)['matters'] }>;
