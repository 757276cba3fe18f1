import type { derivations as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const derivations = {
  derivations: {
    title: 'Dérivation',
    from: 'Tiré de',
    into: 'Scellés dérivés',
    derive: 'Dériver un scellé',
    section: 'Tiré de',
    withdrawn: 'retiré',
    help: 'Ce qui est dérivé prend le plus strict de toutes ses sources : marquage, personnes, finalités. Il ne va pas plus loin, vers les autres parties, que chacune de ses sources, et suit celle qui est restreinte, révoquée ou retirée. La partie d’origine de chaque source apprend que quelque chose en a été tiré, non quoi.',
    add: 'Ajouter une source',
    how: 'Comment',
    remove: 'Non tiré de ce scellé',
    refused: 'Rien ne peut en être tiré.',
    inherits: 'Ce dont il hérite',
    marks: 'Marquage, au moins : {{handling}}, TLP:{{tlp}}.',
    text: 'À accepter avant l’ouverture : « {{text}} »',
    seats: 'De votre partie, seuls {{seats}} peuvent le voir.',
    purposes: 'Votre partie peut l’utiliser pour : {{purposes}}.',
    bound:
      'Aucune règle permanente ne le communique : un chef d’équipe décide pour chaque partie, dans la limite de ce que la partie d’origine de chaque source y a communiqué.',
    onlyTo: 'Une source porte H2 : il ne peut revenir qu’à {{parties}}, et à nul autre.',
  },
  how: {
    copy: 'Copie',
    extract: 'Extrait',
    translation: 'Traduction',
    transcript: 'Transcription',
    redaction: 'Occultation',
    analysis: 'Analyse',
    combination: 'Recoupement',
  },
} satisfies Translated<typeof source>;
