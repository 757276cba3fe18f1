import type { requiredApprovals as source } from './words.en';
import type { Translated } from '@/i18n/translated';

/** Les accords qu’une partie exige avant de communiquer ou d’envoyer une pièce ou une demande d’entraide. */
export const requiredApprovals = {
  requiredApprovals: {
    title: 'Accord préalable',
    none: 'Les accords que votre partie exige avant toute communication figurent ici. Aucune autre partie ne les voit.',
    require: 'Exiger un accord',
    requireTitle: 'Exiger un accord préalable pour {{number}}',
    requireHelpExhibit:
      'Jusqu’à la levée par un responsable, nul n’obtient accès à la pièce. Les communications existantes demeurent. Aucune autre partie ne le voit.',
    requireHelpRequest:
      'Jusqu’à la levée par un responsable, la demande n’est ni envoyée ni communiquée. Les communications existantes demeurent. Aucune autre partie ne le voit.',
    approver: 'Autorité ou fonction',
    approverHelp: 'Par exemple : juge d’instruction',
    needApprover: 'Indiquez l’autorité ou la fonction.',
    reason: 'Motif',
    required: 'Accord préalable exigé',
    inForce: 'En vigueur',
    isLifted: 'Levé',
    setBy: 'Exigé par {{member}},',
    liftedBy: 'Levé par {{member}},',
    lift: 'Lever l’accord',
    liftTitle: 'Lever l’accord préalable : {{approver}}',
    liftHelpExhibit:
      'Votre partie ne retient plus la pièce. Les communications en attente qui n’exigent rien d’autre prennent effet aussitôt.',
    liftHelpRequest: 'La demande peut de nouveau être envoyée et communiquée. Rien n’est envoyé automatiquement.',
    liftHelpOthers: 'Un autre accord préalable reste en vigueur. Rien n’est communiqué ni envoyé avant sa levée.',
    liftReason: 'Motif de la levée',
    confirmLift: 'J’ai lu ce qui se produit ensuite.',
    liftYes: 'Lever l’accord préalable',
    lifted: 'Accord préalable levé',
  },
} satisfies Translated<typeof source>;
