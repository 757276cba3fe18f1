import type { labels as source } from './words.en';
import type { Translated } from '@/i18n/translated';

/** Les étiquettes portant un numéro et un code, et la recherche d’une pièce par son étiquette. */
export const labels = {
  labels: {
    item: 'Imprimer des étiquettes',
    title: 'Étiquettes pour {{number}}',
    titleMany_one: 'Étiquettes pour {{count}} pièce',
    titleMany_other: 'Étiquettes pour {{count}} pièces',
    help: 'Une étiquette porte le numéro, un code et son code QR, jamais le titre. Seuls les membres ayant accès trouvent ainsi la pièce. Le nombre d’étiquettes imprimées est inscrit dans la traçabilité.',
    copies: 'Exemplaires',
    badCopies: 'Indiquez un nombre entre 1 et {{most}}.',
    paper: 'Papier',
    single: 'Imprimante d’étiquettes, 70 × 36 mm',
    sheet: 'Feuille A4, 24 étiquettes',
    print: 'Imprimer',
    find: 'Trouver par l’étiquette',
    findHelp: 'Le code de l’étiquette, ou le numéro de la pièce',
    go: 'Trouver la pièce',
    none: 'Aucune pièce trouvée',
    noneHelp: 'Vérifiez le code. Les pièces auxquelles vous n’avez pas accès ne sont pas trouvées non plus.',
    blanks: 'Étiquettes vierges',
    blanksTitle: 'Étiquettes vierges pour une perquisition',
    blanksHelp:
      'Chaque étiquette a son propre code. Elle appartient à une pièce dès qu’un membre de votre partie l’enregistre sous elle. Le journal d’audit inscrit leur nombre, sans les codes.',
    ways: 'Opération',
    wayPrint: 'Imprimer',
    wayLost: 'Signaler une perte',
    lostHelp:
      'Étiquettes imprimées sans pièce. Annulez une étiquette perdue, afin qu’aucune pièce ne puisse être enregistrée sous elle.',
    begins: 'Le code commence par',
    badBegins: 'Aucun code d’étiquette ne commence ainsi. Vérifiez les caractères.',
    noBlanks: 'Aucune étiquette inutilisée',
    noBlanksHelp:
      'Les étiquettes vierges imprimées par votre partie figurent ici jusqu’à l’enregistrement d’une pièce.',
    noSuch: 'Aucune étiquette vierge ne commence par ces caractères',
    printedBy: 'Imprimée par {{seat}}',
    voidedBy: 'Annulée par {{seat}}',
    void: 'Annuler l’étiquette',
    voidOf: 'Annuler {{code}}',
    voidTitle: 'Annuler l’étiquette {{code}} ?',
    voidHelp:
      'Aucune pièce ne peut plus être enregistrée sous elle. Les inscriptions de votre partie indiquent l’étiquette, le membre et le motif. Cet acte est définitif.',
    voidWhy: 'Motif (pour votre partie)',
    voidSure: 'J’ai compris que cet acte est définitif.',
    didVoid: 'Étiquette {{code}} annulée',
    isVoid: 'Cette étiquette est annulée',
    isVoidHelp: 'Par {{seat}} : {{reason}}',
    made_one: '{{count}} étiquette',
    made_other: '{{count}} étiquettes',
  },
} satisfies Translated<typeof source>;
