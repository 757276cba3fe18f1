import type { reviewed as source } from './reviewed.en';
import type { Translated } from '@/i18n/translated';

/** Les fichiers à consulter avant une décision, et la taille de l’échantillon. */
export const reviewed = {
  reviewState: {
    to_view: 'à consulter',
    pending: 'à consulter ; aperçu en préparation',
    viewed_in_part: 'consulté, mais l’aperçu ne montre qu’une partie du fichier',
    no_rendition: 'sans aperçu',
  },
  reviewed: {
    title: 'Fichiers consultés',
    viewed_one: '{{count}} fichier consulté',
    viewed_other: '{{count}} fichiers consultés',
    left_one: '{{count}} à consulter',
    left_other: '{{count}} à consulter',
    none_one: '{{count}} sans aperçu',
    none_other: '{{count}} sans aperçu',
    rest_one: '{{count}} hors de votre échantillon',
    rest_other: '{{count}} hors de votre échantillon',
    pages_one: ', {{viewed}} page consultée sur {{count}}',
    pages_other: ', {{viewed}} pages consultées sur {{count}}',
    viewOne: 'Consultez au moins une page de la pièce avant de décider.',
    viewAll_one: 'Consultez encore {{count}} fichier avant de décider.',
    viewAll_other: 'Consultez encore {{count}} fichiers avant de décider.',
    notViewed: 'Non consulté',
    sample_one:
      'Chaque fichier est consulté. Si une pièce compte plus de {{count}} fichier, un échantillon de {{count}} est consulté.',
    sample_other:
      'Chaque fichier est consulté. Si une pièce compte plus de {{count}} fichiers, un échantillon de {{count}} est consulté.',
    agree: 'Modifier l’échantillon',
    agreeHelp:
      'Si une pièce compte plus de fichiers, chaque membre chargé du contrôle en consulte ce nombre, tiré au sort par le serveur. La décision désigne les fichiers non consultés.',
    number: 'Fichiers',
    needNumber: 'Entrez un nombre entier de 10 à 10 000.',
    agreed: 'Échantillon enregistré',
  },
} satisfies Translated<typeof source>;
