import type { labelEntries as entries, labelFacts as facts, labels as source } from '../en/labels';
import type { Translated } from '../translated';

export const labels = {
  labels: {
    item: 'Imprimer des étiquettes', title: 'Étiquettes pour {{number}}', help: 'Une étiquette porte le numéro, un code et son code QR, jamais un intitulé : elle traîne où chacun la lit. Qui peut voir le scellé y est conduit ; pour tout autre, c’est un code que personne n’a créé. La traçabilité dit combien ont été faites.',
    copies: 'Combien', badCopies: 'Entre 1 et {{most}}', paper: 'Papier', single: 'Imprimante d’étiquettes, 70 × 36 mm', sheet: 'Feuille A4, 24 étiquettes', print: 'Créer et imprimer',
    find: 'Trouver par l’étiquette', findHelp: 'Le code de l’étiquette, ou le numéro du scellé', go: 'Trouver', none: 'Rien de ce que vous pouvez voir ne porte ceci', noneHelp: 'Vérifiez la lecture. Ce qui n’existe pas et ce que vous ne pouvez pas voir reçoivent ici la même réponse.',
    blanks: 'Étiquettes vierges', blanksTitle: 'Étiquettes vierges pour une perquisition', blanksHelp: 'Chacune porte son propre code et ne mène nulle part tant qu’aucun objet n’est enregistré sous elle, sur place ou ici ; elle est alors l’étiquette de cet objet pour toujours. Seuls les membres de votre partie le peuvent. Le registre dit combien ont été imprimées, et aucun code.',
    made_one: '{{count}} étiquette', made_other: '{{count}} étiquettes',
  },
} satisfies Translated<typeof source>;
export const labelFacts = { 'evidence.labelled': 'a créé des étiquettes pour', 'label.blanks_made': 'a imprimé des étiquettes vierges' } satisfies Translated<typeof facts>;
export const labelEntries = { 'evidence.labelled': 'Étiquettes créées', 'label.blanks_made': 'Étiquettes vierges imprimées' } satisfies Translated<typeof entries>;
