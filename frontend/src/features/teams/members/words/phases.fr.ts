import type { phases as source } from './phases.en';
import type { Translated } from '@/i18n/translated';

/** Les phases d’une équipe. */
export const phases = {
  phases: {
    trialBanner:
      'Phase du procès : rien de nouveau n’est enregistré, versé, confié ou attribué. Consultations, consentements, communications et versements aux procédures se poursuivent.',
    move: 'Passer à la phase du procès',
    back: 'Reprendre l’opération',
    moveHelp:
      'Dès lors, rien de nouveau n’entre dans l’équipe : ni scellé, ni fichier, ni tâche, ni siège, ni partie. Consultations, consentements, communications, versements aux procédures, réexamens et effacements se poursuivent, comme le travail sur les tâches déjà confiées. Un versement en cours s’achève.',
    backHelp: 'Scellés, fichiers, tâches, sièges et parties entrent de nouveau.',
    clause: 'Clause de l’accord',
    needClause: 'Indiquez la clause qui le dit.',
    why: 'Motif, pour toute l’équipe',
    moved: 'L’équipe a changé de phase',
  },
} satisfies Translated<typeof source>;
