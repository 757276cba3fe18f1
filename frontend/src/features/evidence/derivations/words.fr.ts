import terms from '@terms/states.fr.json';
import type { derivations as source } from './words.en';
import type { Translated } from '@/i18n/translated';

/** Les pièces dérivées et les restrictions dont elles héritent. */
export const derivations = {
  derivations: {
    title: 'Dérivation',
    from: 'Tirée de',
    into: 'Pièces dérivées',
    derive: 'Dériver une pièce',
    section: 'Tirée d’autres pièces',
    withdrawn: 'retirée',
    help: 'Une pièce dérivée hérite du marquage, des personnes et des finalités les plus stricts de ses sources. Elle suit une source retirée. Les autorités d’origine apprennent qu’une pièce a été dérivée, non son contenu.',
    add: 'Ajouter une pièce source',
    how: 'Comment',
    remove: 'Ôter cette source',
    refused: 'Aucune pièce ne peut être tirée de cette source',
    inherits: 'Restrictions héritées',
    marks: 'Marquage, au moins : {{handling}}, TLP:{{tlp}}.',
    text: 'Conditions à accepter : « {{text}} »',
    seats: 'Dans votre partie, seuls {{seats}} ont accès.',
    purposes: 'Votre partie peut l’utiliser pour : {{purposes}}.',
    bound:
      'Les règles de communication ne s’appliquent pas. Un responsable décide pour chaque partie, dans la limite de l’accès que permet chaque source.',
    onlyTo: 'Une source porte H2 : seules peuvent avoir accès {{parties}}.',
  },
  how: terms.how,
} satisfies Translated<typeof source>;
