import type { fixity as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const fixity = {
  fixity: {
    title: 'Intégrité des fichiers conservés',
    next: 'prochain contrôle',
    verified: 'Chaque fichier conservé a été relu et a l’empreinte de sa réception,',
    never: 'Comparé à son empreinte à la réception, et pas depuis.',
    failed: 'Des fichiers conservés sont endommagés',
    failedHelp:
      'Leurs octets diffèrent de ce qui a été reçu, ou sont illisibles. La traçabilité dit lesquels ; l’exploitant est alerté et les restaure d’une sauvegarde. Ne vous fiez à rien de ce qui a été lu ici depuis le dernier contrôle satisfaisant.',
    waits: 'Vous avez ordonné un contrôle. Son résultat figurera dans la traçabilité. Ordonné',
    order: 'Ordonner un contrôle',
    orderHelp: 'Chaque fichier conservé est relu et comparé. Vous ne voyez aucun contenu, le verdict seul.',
    checked_one: '{{count}} fichier relu',
    checked_other: '{{count}} fichiers relus',
    damaged_one: '{{count}} fichier endommagé',
    damaged_other: '{{count}} fichiers endommagés',
    software: 'Par',
    alarm: 'Fichiers conservés endommagés',
  },
} satisfies Translated<typeof source>;
