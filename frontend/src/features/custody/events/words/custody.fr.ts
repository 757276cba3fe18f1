import type { custody as source } from './custody.en';
import type { Translated } from '@/i18n/translated';
import { physicalCustody } from '@/features/custody/physical-custody/words.fr';

export const custody = {
  ...physicalCustody,
  custody: {
    title: 'Traçabilité',
    empty: 'Aucune inscription',
    intro:
      'Chaque acte portant sur ce scellé, dans l’ordre. Chaque inscription désigne la précédente : une omission laisse un vide.',
    withheld: 'Une inscription non communiquée à votre partie',
    withheldHelp: 'Elle existe et tient sa place ; les parties concernées en lisent le contenu.',
    withheldMany_one: '{{count}} inscription non communiquée à votre partie',
    withheldMany_other: '{{count}} inscriptions non communiquées à votre partie',
    chain: 'Nº {{n}}',
    position: 'Position {{position}} au registre',
    pending: 'en cours d’inscription au registre',
    justification: 'Motif',
    purposeLabel: 'Finalité',
    raw: 'Telle qu’enregistrée',
    canonical: 'Texte canonique',
    commitment: 'Empreinte d’engagement',
    salt: 'Sel',
    led: 'Acte en droit',
    fields: 'Champs communiqués',
    fieldsWithheld_one: '{{count}} champ ne vous est pas communiqué',
    fieldsWithheld_other: '{{count}} champs ne vous sont pas communiqués',
    differs: 'NE correspond PAS à son empreinte d’engagement',
    whole_one: 'Vérifié dans ce navigateur : {{count}} inscription correspond à son empreinte.',
    whole_other: 'Vérifié dans ce navigateur : {{count}} inscriptions correspondent à leur empreinte.',
    linked: 'Chacune désigne la précédente, partout où vous pouvez lire les deux.',
    broken: 'La chaîne est rompue au nº {{numbers}}.',
    worth:
      'Le code de cette page vient lui aussi du serveur. Le contrôle indépendant est le dossier exporté, avec verify.py.',
    system: 'Système',
    oldest: 'Les plus anciennes d’abord',
    newest: 'Les plus récentes d’abord',
    order: 'Ordre',
    toParty: 'à la partie {{party}}, {{level}}',
  },
} satisfies Translated<typeof source>;
