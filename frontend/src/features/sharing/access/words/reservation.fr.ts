import type { reservation as source } from './reservation.en';
import type { Translated } from '@/i18n/translated';

export const reservation = {
  reservation: {
    stands:
      'Votre partie réserve les communications, les règles permanentes et les consentements à ses sièges judiciaires, selon la décision de {{seat}}. Les autres responsables peuvent toujours retirer un scellé.',
    none: 'Tout responsable de votre partie décide des communications, des règles permanentes et des consentements.',
    reserve: 'Réserver aux sièges judiciaires',
    reserveTitle: 'Réserver les décisions aux sièges judiciaires',
    reserveHelp:
      'Dès maintenant, seuls les responsables de fonction judiciaire communiquent, révoquent, décident des règles permanentes et consentent. Les autres responsables peuvent toujours retirer un scellé. Un responsable judiciaire lève cette réserve.',
    lift: 'Lever la réserve',
    liftTitle: 'Laisser de nouveau tout responsable décider',
    liftHelp:
      'Dès maintenant, tout responsable de votre partie communique, révoque, décide des règles permanentes et consent.',
    done: 'Décision inscrite',
  },
} satisfies Translated<typeof source>;
