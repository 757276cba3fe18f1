import type { caseImport as source } from './words.en';
import type { Translated } from '@/i18n/translated';

/** L'import d'un document CASE établi par d'autres. */
export const caseImport = {
  unmapped: {
    no_place: 'n’a pas de place ici',
    no_exhibit: 'ne concerne aucun scellé du document',
    hash: 'n’est pas une empreinte connue ici',
    contradicts: 'est affirmée avec plusieurs valeurs : aucune n’a été retenue',
  },
  caseImport: {
    open: 'Importer CASE',
    title: 'Importer un document CASE',
    look: 'Examiner',
    back: 'Retour',
    help: 'Un document CASE/UCO en JSON-LD, d’un laboratoire ou d’un autre système. Ses enregistrements de provenance deviennent des scellés de votre partie, ses actes d’enquête des inscriptions de leur traçabilité, marquées comme affirmées par le document. Rien n’est créé avant que vous n’ayez vu ce que ce serait.',
    file: 'Document',
    fileHelp: 'JSON-LD, 700 Ko au plus. Rien de ce à quoi il renvoie n’est recherché.',
    needFile: 'Choisissez le document.',
    common:
      'Le document ne dit pas comment votre partie l’a obtenu. Ceci figure à chaque scellé ; qui peut les voir découle des règles permanentes de votre partie.',
    nothingYet: 'Rien n’est encore créé',
    claimed:
      'Ce que le document dit avoir été fait est inscrit dans ses termes et à ses dates, comme son affirmation. Le document lui-même est conservé comme scellé, avec son empreinte.',
    known: 'Ce document a déjà été importé : {{numbers}}',
    exhibits_one: '{{count}} scellé serait créé',
    exhibits_other: '{{count}} scellés seraient créés',
    unmapped_one: '{{count}} énoncé n’a pas de place',
    unmapped_other: '{{count}} énoncés n’ont pas de place',
    allMapped: 'Tout ce que dit le document a une place.',
    warnings_one: '{{count}} remarque',
    warnings_other: '{{count}} remarques',
    confirm_one: 'Importer {{count}} scellé',
    confirm_other: 'Importer {{count}} scellés',
    done_one: '{{count}} scellé a été importé ; le document est {{number}}',
    done_other: '{{count}} scellés ont été importés ; le document est {{number}}',
    claimedBy: 'Affirmé par le document',
    sourceNumber: 'Numéro à la source',
    performer: 'Effectué par',
    instrument: 'Instrument',
    location: 'Lieu',
    started: 'Début',
    ended: 'Fin',
  },
} satisfies Translated<typeof source>;
