import type { flags as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const flags = {
  flags: {
    title: 'À décharge possible',
    flag: 'Signaler comme pouvant être à décharge',
    flagTitle: 'Signaler {{number}} comme pouvant être à décharge',
    flagHelp:
      'Le code de traitement vous interdit de le verser vous-même, non de dire qu’il peut disculper quelqu’un (directive 2012/13/UE, art. 7, § 2). Les chefs d’équipe de la partie {{party}} sont alertés jusqu’à ce que l’un d’eux décide. Un signalement n’est jamais retiré, quoi qu’il advienne du scellé, et figure dans sa traçabilité.',
    exonerates: 'Peut disculper',
    exoneratesHelp: 'Qui ou de quoi, et quelle partie le montre',
    need: 'Nécessaire : la partie d’origine décide sur ces mots.',
    flagYes: 'Signaler',
    done: 'Signalé. La partie d’origine en est avisée.',
    by: 'signalé par {{seat}},',
    waits: 'Attend la décision de la partie {{party}}.',
    decided: 'décidé par {{seat}},',
    decide: 'Décider',
    decideTitle: 'Signalement sur {{number}} : votre décision',
    decideHelp:
      'Votre partie le verse elle-même, consent à son usage en justice par la partie {{party}}, ou refuse. La décision et son motif figurent dans la traçabilité et ne sont plus modifiés.',
    what: 'Que fait votre partie ?',
    needDecision: 'Choisissez.',
    because: 'Pourquoi, et comment',
    becauseHelp:
      'À quelle juridiction et quand il a été versé ; à quelles conditions vous consentez ; ou pourquoi c’est refusé',
    decideYes: 'Inscrire la décision',
    answered: 'Décision inscrite',
    waitsFor: 'À décharge possible : décidez',
  },
  flagDecision: {
    disclosed: 'Nous l’avons versé nous-mêmes à la procédure',
    consented: 'Nous consentons à son usage en justice',
    refused: 'Refusé',
  },
} satisfies Translated<typeof source>;
