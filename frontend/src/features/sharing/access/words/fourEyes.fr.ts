import type { fourEyes as source } from './fourEyes.en';
import type { Translated } from '@/i18n/translated';

/** Double validation : les décisions qu’un second responsable confirme. */
export const fourEyes = {
  fourEyes: {
    acts: { release: 'communications', recall: 'retraits', erase: 'effacements' },
    none: 'Un seul responsable de votre partie décide d’une communication, d’un retrait ou d’un effacement.',
    stands:
      'Un second responsable confirme : {{acts}} (décision de {{seat}}). Le retrait d’une pièce et l’effacement à la fin d’un transfert n’exigent aucune confirmation.',
    proposed:
      '{{seat}} propose un second responsable pour ces seules décisions : {{acts}}. La règle prend effet dès l’accord d’un autre responsable.',
    proposedNone:
      '{{seat}} propose de mettre fin à la double validation. La règle prend effet dès l’accord d’un autre responsable.',
    change: 'Modifier la règle',
    agree: 'Approuver la modification',
    keep: 'Conserver la règle actuelle',
    title: 'Double validation',
    help: 'Un responsable prend les décisions choisies ici, et un autre les confirme. Une règle plus stricte prend effet aussitôt ; une règle plus souple, dès l’accord d’un autre responsable. Le retrait d’une pièce et l’effacement à la fin d’un transfert n’exigent aucune confirmation.',
    choose: 'Un second responsable confirme',
    choices: {
      release:
        'Les communications de pièces, de demandes d’entraide et de notices, et toute modification qui étend l’accès',
      recall: 'Les retraits de pièces, de demandes d’entraide et de notices, et toute modification qui réduit l’accès',
      erase: 'Les effacements de pièces retirées ou échues',
    },
    nothingChanged: 'Choisissez autre chose que la règle actuelle.',
    agreeTitle: 'Donner son accord à la règle plus souple',
    keepTitle: 'Conserver la règle actuelle',
    keepHelp: 'La proposition prend fin. La règle actuelle demeure.',
    done: 'Décision enregistrée',
    toPropose: 'Un autre responsable de votre partie doit donner son accord à une règle plus souple.',
    rule: 'Un second responsable confirme chaque communication',
    ruleHelp:
      'Chaque communication selon cette règle attend un responsable qui n’a ni enregistré la pièce ni décidé de la règle.',
    byRule: 'avec second responsable',
    recall: 'Retrait',
    recallNote: 'Jusque-là, la partie {{party}} garde l’accès.',
    because: 'Motif : {{reason}}',
    recallWaits:
      'Le retrait attend un second responsable. Jusque-là, la partie {{party}} garde l’accès. Retirez la pièce si c’est trop tard.',
    confirm: 'Confirmer la communication',
    confirmRecall: 'Confirmer le retrait',
    confirmTitle: 'Confirmer la communication {{party, à}}',
    confirmHelp: 'Décision de {{seat}}. Votre confirmation la rend effective, sauf autre validation manquante.',
    confirmRecallTitle: 'Confirmer le retrait {{party, à}}',
    confirmRecallHelp:
      'Décision de {{seat}} : {{reason}} Avec votre confirmation, la partie {{party}} n’a plus accès à la pièce.',
    confirmed: 'Confirmé',
    giveUpRecall: 'Annuler le retrait',
    giveUpRecallTitle: 'Annuler le retrait {{party, à}}',
    giveUpRecallHelp: 'La partie {{party}} garde l’accès et n’est pas informée qu’un retrait était prévu.',
    recallGivenUp: 'Retrait annulé',
  },
} satisfies Translated<typeof source>;
