import type { phases as source } from './phases.en';
import type { Translated } from '@/i18n/translated';

/** Les phases d’une équipe. */
export const phases = {
  phases: {
    trialBanner:
      'Phase de jugement : ni pièce, ni fichier, ni tâche, ni membre ne s’ajoute. Consultations, consentements, communications et versements aux procédures se poursuivent.',
    move: 'Passer à la phase de jugement',
    back: 'Revenir à la phase opérationnelle',
    moveHelp:
      'Dès lors, ni pièce, ni fichier, ni tâche, ni membre, ni partie ne peut être ajouté. Consultations, consentements, communications, versements aux procédures, réexamens et effacements se poursuivent, comme le travail sur les tâches existantes. Un téléversement en cours s’achève.',
    backHelp: 'Pièces, fichiers, tâches, membres et parties peuvent de nouveau être ajoutés.',
    clause: 'Clause de l’accord',
    needClause: 'Indiquez la clause qui le permet.',
    why: 'Motif (visible par toute l’équipe)',
    moved: 'Phase modifiée',
  },
} satisfies Translated<typeof source>;
