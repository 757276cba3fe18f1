import type { joint as source } from './joint.en';
import type { Translated } from '@/i18n/translated';

/** Ce que des parties ont recueilli conjointement : qui elles sont, et à quoi chacune consent. */
export const joint = {
  joint: {
    with: 'Recueilli conjointement avec',
    withHelp:
      'Chacune le détient dès le premier instant. Personne d’autre ne l’obtient avant l’accord d’un responsable de chacune ; chacune le révoque aussitôt.',
    withNobody: 'Personne : la partie {{party}} seule',
    holds: 'L’a recueilli conjointement et le détient.',
    originators: 'conjointement avec',
    own: 'origine, conjointement',
    agreementOf: 'l’accord de {{parties}}',
    needs: 'Il a été recueilli conjointement : qui y gagne l’obtient une fois l’accord donné par {{parties}}.',
    agree: 'Consentir',
    agreed: 'Accord donné',
    refuse: 'Refuser',
    agreeTitle: 'Consentir à la communication à la partie {{party}}',
    agreeCourtTitle: 'Consentir à l’usage en justice par la partie {{party}}',
    agreeHelp:
      'Décidée par {{seat}} pour la partie {{keeper}}, qui garde le scellé. Votre parole la rend effective, sauf autre contrôle préalable.',
    refuseTitle: 'Refuser la communication à la partie {{party}}',
    refuseHelp:
      'Elle ne prendra pas effet, et la partie {{keeper}} en lira le motif. La partie {{party}} n’apprendra jamais qu’elle était prévue.',
    refused: 'Communication refusée',
    court: 'Usage en justice',
    courtNote: 'Consenti, pas encore en vigueur.',
    waitsRelease: 'Communication à la partie {{party}}, à consentir',
    waitsCourt: 'Usage en justice par la partie {{party}}, à consentir',
    erasureWaits: 'Aucun responsable ne l’efface avant l’accord de {{parties}}.',
    agreeErasure: 'Consentir à l’effacement',
    agreeErasureTitle: 'Consentir à l’effacement de {{number}}',
    agreeErasureHelp:
      'La partie {{keeper}} le garde et en décide. Une fois effacé, personne ne le lit plus, votre partie non plus.',
    agreeErasureReason: 'Pourquoi il peut être effacé',
    erasureAgreed: 'Accord donné à l’effacement',
  },
} satisfies Translated<typeof source>;
