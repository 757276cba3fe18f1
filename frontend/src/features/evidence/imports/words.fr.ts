import type { caseImport as source } from './words.en';
import type { Translated } from '@/i18n/translated';

/** L’import d’un document CASE établi par un autre système. */
export const caseImport = {
  unmapped: {
    no_place: 'n’a pas de champ ici',
    no_exhibit: 'ne concerne aucune pièce du document',
    hash: 'n’est pas une empreinte connue',
    contradicts: 'est indiquée avec plusieurs valeurs ; aucune n’a été importée',
  },
  caseImport: {
    open: 'Importer un document CASE',
    title: 'Importer un document CASE',
    look: 'Prévisualiser l’import',
    back: 'Retour',
    help: 'Un document CASE/UCO en JSON-LD, d’un laboratoire ou d’un autre système. Ses enregistrements de provenance deviennent des pièces de votre partie. Ses actes sont inscrits dans la traçabilité comme affirmations du document. Rien n’est importé avant votre confirmation.',
    file: 'Document',
    fileHelp: 'JSON-LD, 700 Ko au plus. Les fichiers cités ne sont pas récupérés.',
    needFile: 'Choisissez un document.',
    common:
      'Ces valeurs valent pour toutes les pièces du document. L’accès découle des règles de communication de votre partie.',
    nothingYet: 'Rien n’est encore importé',
    claimed:
      'Les actes sont inscrits dans les termes et aux heures du document, comme ses affirmations. Le document lui-même devient une pièce.',
    known: 'Ce document a déjà été importé : {{numbers}}',
    exhibits_one: '{{count}} pièce sera enregistrée',
    exhibits_other: '{{count}} pièces seront enregistrées',
    unmapped_one: '{{count}} énoncé n’est pas importé',
    unmapped_other: '{{count}} énoncés ne sont pas importés',
    allMapped: 'Tous les énoncés du document sont importés.',
    warnings_one: '{{count}} remarque',
    warnings_other: '{{count}} remarques',
    confirm_one: 'Importer {{count}} pièce',
    confirm_other: 'Importer {{count}} pièces',
    done_one: '{{count}} pièce importée ; le document est {{number}}',
    done_other: '{{count}} pièces importées ; le document est {{number}}',
    claimedBy: 'Affirmé par le document',
    sourceNumber: 'Numéro à la source',
    performer: 'Effectué par',
    instrument: 'Instrument',
    location: 'Lieu',
    started: 'Début',
    ended: 'Fin',
  },
} satisfies Translated<typeof source>;
