import type { reviewed as source } from './reviewed.en';
import type { Translated } from '@/i18n/translated';

/** Ce qui a été consulté avant un verdict, et à partir de combien de fichiers un échantillon suffit. */
export const reviewed = {
  reviewState: {
    to_view: 'à consulter',
    pending: 'à consulter ; ses pages sont en préparation',
    no_rendition: 'sans page à consulter',
  },
  reviewed: {
    title: 'Fichiers consultés',
    viewed_one: '{{count}} fichier consulté',
    viewed_other: '{{count}} fichiers consultés',
    left_one: '{{count}} à consulter',
    left_other: '{{count}} à consulter',
    none_one: '{{count}} sans page',
    none_other: '{{count}} sans page',
    rest_one: '{{count}} hors de votre échantillon',
    rest_other: '{{count}} hors de votre échantillon',
    viewOne: 'Pas encore de verdict : lisez d’abord le scellé et consultez au moins un de ses fichiers.',
    viewAll_one: 'Pas encore : {{count}} fichier reste à consulter.',
    viewAll_other: 'Pas encore : {{count}} fichiers restent à consulter.',
    notViewed: 'Non consulté',
    sample_one:
      'Chaque fichier est consulté, et pour un scellé de plus de {{count}} fichier, un échantillon de {{count}}.',
    sample_other:
      'Chaque fichier est consulté, et pour un scellé de plus de {{count}} fichiers, un échantillon de {{count}}.',
    agree: 'Modifier l’échantillon',
    agreeHelp:
      'Pour un scellé de plus de fichiers, chacun en consulte autant ; le serveur les tire au sort. Le verdict nomme les fichiers qui n’ont pas été consultés.',
    number: 'Fichiers',
    needNumber: 'Entrez un nombre entier de 10 à 10 000.',
    agreed: 'Échantillon inscrit',
  },
} satisfies Translated<typeof source>;
