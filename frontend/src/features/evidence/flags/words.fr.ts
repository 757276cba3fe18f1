import terms from '@terms/states.fr.json';
import type { flags as source } from './words.en';
import type { Translated } from '@/i18n/translated';

/** Les éléments éventuellement à décharge : signalements et décision de l’autorité d’origine. */
export const flags = {
  flags: {
    title: 'À décharge (éventuel)',
    flag: 'Signaler comme éventuellement à décharge',
    flagTitle: 'Signaler {{number}} comme éventuellement à décharge',
    flagHelp:
      'Vous pouvez le signaler même si le code de traitement vous interdit de la verser au dossier (directive 2012/13/UE, art. 7, § 2). Les responsables {{party, de}} sont alertés jusqu’à la décision de l’un d’eux. Le signalement est définitif et figure dans la traçabilité.',
    exonerates: 'Élément à décharge',
    exoneratesHelp: 'La personne, le fait reproché et le passage concerné de la pièce',
    need: 'Obligatoire. L’autorité d’origine décide au vu de ce texte.',
    flagYes: 'Signaler la pièce',
    done: 'Signalée. L’autorité d’origine en est avisée.',
    by: 'signalée par {{seat}},',
    waits: 'Attend la décision {{party, de}}.',
    decided: 'décidé par {{seat}},',
    decide: 'Décider',
    decideTitle: 'Décider du signalement de {{number}}',
    decideHelp:
      'Votre partie verse la pièce au dossier, consent à son usage en justice par {{party, le}}, ou refuse. La décision et son motif demeurent dans la traçabilité et ne peuvent être modifiés.',
    what: 'Décision de votre partie',
    needDecision: 'Choisissez.',
    because: 'Motif',
    becauseHelp: 'Juridiction et date du versement, conditions du consentement, ou motif du refus',
    decideYes: 'Inscrire la décision',
    answered: 'Décision inscrite',
  },
  flagDecision: terms.flagDecision,
} satisfies Translated<typeof source>;
