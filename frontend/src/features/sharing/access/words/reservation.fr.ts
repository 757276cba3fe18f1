import type { reservation as source } from './reservation.en';
import type { Translated } from '@/i18n/translated';

export const reservation = {
  reservation: {
    title: 'Décisions réservées aux magistrats',
    stands:
      'Votre partie réserve les communications, les règles de communication par défaut et les consentements à ses magistrats, par décision de {{seat}}. Les autres responsables peuvent toujours retirer une pièce.',
    none: 'Tout responsable de votre partie décide des communications, des règles de communication par défaut et des consentements.',
    reserve: 'Réserver aux magistrats',
    reserveTitle: 'Réserver les décisions aux magistrats',
    reserveHelp:
      'Désormais, seuls les responsables de fonction judiciaire communiquent, retirent, décident des règles de communication par défaut et consentent. Les autres responsables peuvent toujours retirer une pièce. Un responsable de fonction judiciaire peut y mettre fin.',
    lift: 'Mettre fin à la réserve',
    liftTitle: 'Mettre fin à la réserve',
    liftHelp:
      'Désormais, tout responsable de votre partie communique, retire, décide des règles de communication par défaut et consent.',
    done: 'Décision enregistrée',
  },
} satisfies Translated<typeof source>;
