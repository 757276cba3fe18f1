import type { palette as source } from './palette.en';
import type { Translated } from '@/i18n/translated';

export const palette = {
  palette: {
    title: 'Rechercher ou exécuter une commande',
    placeholder: 'Pièces, demandes, notices, tâches, messages, membres, commandes',
    acts: 'Actions',
    screens: 'Aller à',
    settings: 'Paramètres',
    newTask: 'Nouvelle tâche',
    register: 'Enregistrer une pièce',
    export: 'Exporter…',
    label: 'Trouver une pièce par son étiquette',
    myTasks: 'Mes tâches dans toutes les équipes',
    notificationSettings: 'Réglages des notifications',
    sessions: 'Sessions de mon compte',
    zone: 'Changer de fuseau horaire',
    evidence: 'Pièces',
    request: 'Demandes d’entraide',
    notice: 'Notices',
    task: 'Tâches',
    message: 'Messages',
    operation: 'Journées d’action',
    member: 'Membres',
    own: 'Votre partie',
    nothing:
      'Aucun élément que vous pouvez voir ne contient ces mots. Vérifiez l’orthographe ou réduisez la recherche.',
    choose: 'choisir',
    enter: 'Entrée',
    open: 'ouvrir',
    visible: 'Seuls les éléments auxquels vous avez accès sont affichés',
  },
} satisfies Translated<typeof source>;
