import type { fourEyes as source } from './fourEyes.en';
import type { Translated } from '@/i18n/translated';

/** Les quatre yeux : ce pour quoi une partie exige un second responsable, et la parole de celui-ci. */
export const fourEyes = {
  fourEyes: {
    acts: { release: 'communiquer', recall: 'révoquer', erase: 'effacer' },
    none: 'Un seul responsable de votre partie décide d’une communication, d’une révocation ou d’un effacement.',
    stands:
      'Votre partie exige un second responsable pour {{acts}}, selon la décision de {{seat}}. Un retrait, et ce que l’horloge efface, n’attendent personne.',
    proposed:
      '{{seat}} propose de n’exiger un second responsable que pour {{acts}}. Cela vaudra dès qu’un autre responsable en conviendra.',
    proposedNone:
      '{{seat}} propose de ne plus exiger de second responsable. Cela vaudra dès qu’un autre responsable en conviendra.',
    change: 'Modifier',
    agree: 'En convenir',
    keep: 'Laisser en l’état',
    title: 'Quatre yeux',
    help: 'Ce qui est choisi ici, un responsable le décide et un autre le confirme. Davantage vaut aussitôt ; moins vaut dès qu’un autre responsable dit de même. Le retrait d’un scellé n’attend personne, ni la fin d’un transfert, que l’horloge efface.',
    choose: 'Un second responsable confirme',
    choices: {
      release: 'Les communications, et tout ce qui donne plus qu’avant',
      recall: 'Les révocations, et tout ce qui prive quelqu’un d’un scellé',
      erase: 'Les effacements, de ce qui est retiré ou échu',
    },
    nothingChanged: 'Choisissez autre chose que ce qui vaut.',
    agreeTitle: 'Convenir d’exiger moins',
    keepTitle: 'Laisser l’exigence en l’état',
    keepHelp: 'La proposition prend fin ; tout vaut comme avant.',
    done: 'Décision inscrite',
    toPropose: 'Un autre responsable de votre partie doit en convenir.',
    rule: 'Un second responsable confirme chaque communication',
    ruleHelp: 'Ce que donne cette règle attend un responsable qui n’a ni enregistré le scellé ni décidé de la règle.',
    byRule: 'à deux responsables',
    recall: 'Révocation',
    recallNote: 'Jusque-là, la partie {{party}} garde le scellé.',
    because: 'Motif : {{reason}}',
    recallWaits:
      'La révocation attend un second responsable. Jusque-là, la partie {{party}} garde le scellé ; retirez-le si c’est trop tard.',
    confirm: 'Confirmer',
    confirmTitle: 'Confirmer la communication à la partie {{party}}',
    confirmHelp: 'Décidée par {{seat}}. Votre parole la rend effective, sauf autre contrôle préalable.',
    confirmRecallTitle: 'Confirmer la révocation envers la partie {{party}}',
    confirmRecallHelp:
      'Décidée par {{seat}} : {{reason}} Par votre parole, le scellé n’existe plus pour la partie {{party}}.',
    confirmed: 'Confirmé',
    giveUpRecallTitle: 'Abandonner la révocation envers la partie {{party}}',
    giveUpRecallHelp: 'La partie {{party}} garde le scellé, et n’apprendra jamais qu’une révocation était prévue.',
    recallGivenUp: 'Révocation abandonnée',
    waitsRelease: 'Communication à la partie {{party}}, à confirmer',
    waitsRecall: 'Révocation envers la partie {{party}}, à confirmer',
    decidedBy: 'Décidée par {{seat}}',
  },
} satisfies Translated<typeof source>;
