import type { joint as source } from './joint.en';
import type { Translated } from '@/i18n/translated';

/** Les pièces recueillies conjointement par plusieurs parties, et l’accord de chacune. */
export const joint = {
  joint: {
    with: 'Recueillie conjointement avec',
    withHelp:
      'Chacune de ces parties a aussitôt un accès complet. Les autres n’ont accès qu’après l’accord d’un responsable de chacune. Chacune peut retirer cet accès.',
    withNobody: 'Personne : la partie {{party}} seule',
    holds: 'L’a recueillie conjointement : accès complet.',
    originators: 'conjointement avec',
    own: 'autorité d’origine, conjointement',
    agreementOf: 'l’accord de {{parties}}',
    needs: 'Recueillie conjointement : tout accès plus large commence après l’accord de {{parties}}.',
    agree: 'Donner l’accord',
    agreed: 'Accord inscrit',
    refuse: 'Refuser',
    agreeTitle: 'Accord à la communication {{party, à}}',
    agreeCourtTitle: 'Accord à l’usage en justice par {{party, le}}',
    agreeHelp:
      '{{seat}} l’a décidé pour {{keeper, le}}. Votre accord lui donne effet, sauf si une autre validation manque.',
    refuseTitle: 'Refuser la communication {{party, à}}',
    refuseHelp:
      'La communication ne prendra pas effet, et la partie {{keeper}} lira votre motif. La partie {{party}} n’en est pas informée.',
    refused: 'Communication refusée',
    court: 'Usage en justice',
    courtNote: 'Consenti, pas encore en vigueur.',
    erasureWaits: 'L’effacement n’est possible qu’après l’accord de {{parties}}.',
    agreeErasure: 'Donner l’accord à l’effacement',
    agreeErasureTitle: 'Accord à l’effacement de {{number}}',
    agreeErasureHelp:
      'La partie {{keeper}} décide de l’effacement. Ensuite, personne ne peut consulter la pièce, votre partie comprise.',
    agreeErasureReason: 'Motif pour lequel elle peut être effacée',
    erasureAgreed: 'Accord à l’effacement inscrit',
  },
} satisfies Translated<typeof source>;
