import type { navigation as source } from './navigation.en';
import type { Translated } from '@/i18n/translated';

export const navigation = {
  nav: {
    overview: 'Vue d’ensemble',
    evidence: 'Preuves',
    exhibits: 'Pièces',
    search: 'Perquisition et saisie',
    retention: 'Conservation',
    coordination: 'Coordination',
    tasks: 'Tâches',
    messages: 'Messages',
    actionDays: 'Journées d’action',
    calendar: 'Calendrier',
    sharing: 'Communication',
    consents: 'Demandes de consentement',
    copies: 'Copies',
    alerts: 'Alertes',
    rules: 'Règles par défaut',
    queues: 'Contrôles en attente',
    audit: 'Audit',
    log: 'Journal d’audit',
    team: 'Équipe',
    members: 'Membres',
    settings: 'Paramètres',
    help: 'Aide et glossaire',
    menu: 'Ouvrir la navigation',
    pending_one: '{{count}} action à traiter',
    pending_other: '{{count}} actions à traiter',
    pending_many: '{{count}} d’actions à traiter',
  },
} satisfies Translated<typeof source>;
