import type { labels as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const labels = {
  labels: {
    item: 'Imprimer des étiquettes',
    title: 'Étiquettes pour {{number}}',
    help: 'Une étiquette porte le numéro, un code et son code QR, jamais un intitulé : elle traîne où chacun la lit. Qui peut voir le scellé y est conduit ; pour tout autre, c’est un code que personne n’a créé. La traçabilité dit combien ont été faites.',
    copies: 'Combien',
    badCopies: 'Entre 1 et {{most}}',
    paper: 'Papier',
    single: 'Imprimante d’étiquettes, 70 × 36 mm',
    sheet: 'Feuille A4, 24 étiquettes',
    print: 'Créer et imprimer',
    find: 'Trouver par l’étiquette',
    findHelp: 'Le code de l’étiquette, ou le numéro du scellé',
    go: 'Trouver',
    none: 'Rien de ce que vous pouvez voir ne porte ceci',
    noneHelp:
      'Vérifiez la lecture. Ce qui n’existe pas et ce que vous ne pouvez pas voir reçoivent ici la même réponse.',
    blanks: 'Étiquettes vierges',
    blanksTitle: 'Étiquettes vierges pour une perquisition',
    blanksHelp:
      'Chacune porte son propre code et ne mène nulle part tant qu’aucun objet n’est enregistré sous elle, sur place ou ici ; elle est alors l’étiquette de cet objet pour toujours. Seuls les membres de votre partie le peuvent. Le registre dit combien ont été imprimées, et aucun code.',
    ways: 'Que faire',
    wayPrint: 'Imprimer',
    wayLost: 'Imprimées et perdues',
    lostHelp:
      'Ce que votre partie a imprimé et que rien ne porte. Une étiquette perdue est annulée : rien n’est jamais enregistré sous elle, et elle ne compte plus. Qui peut imprimer des étiquettes dans votre partie l’apprend en la lisant ; pour tout autre, elle reste un code que personne n’a créé.',
    begins: 'Le code commence par',
    badBegins: 'Aucun code d’étiquette ne commence ainsi',
    noBlanks: 'Rien d’imprimé qui ne soit porté',
    noBlanksHelp:
      'Les étiquettes vierges que votre partie imprime apparaissent ici tant que rien n’est enregistré sous elles.',
    noSuch: 'Aucune étiquette vierge ne commence ainsi',
    printedBy: 'Imprimée par {{seat}}',
    voidedBy: 'Annulée par {{seat}}',
    void: 'Annuler',
    voidOf: 'Annuler {{code}}',
    voidTitle: 'Annuler l’étiquette {{code}} ?',
    voidHelp:
      'Rien n’est jamais enregistré sous elle. Les inscriptions de votre partie disent quelle étiquette, par qui et pourquoi. C’est irrévocable ; si elle est retrouvée, imprimez-en tout de même une autre.',
    voidWhy: 'Pourquoi, pour votre partie',
    voidSure: 'C’est irrévocable',
    didVoid: 'L’étiquette {{code}} est annulée',
    isVoid: 'Cette étiquette a été annulée',
    isVoidHelp: 'Par {{seat}} : {{reason}}',
    made_one: '{{count}} étiquette',
    made_other: '{{count}} étiquettes',
  },
} satisfies Translated<typeof source>;
