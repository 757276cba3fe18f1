import type { fixity as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const fixity = {
  fixity: {
    title: 'Contrôle d’intégrité',
    next: 'prochain contrôle',
    verified: 'Chaque fichier conservé a été relu et présente l’empreinte enregistrée,',
    never: 'L’empreinte a été contrôlée à la réception. Aucun contrôle ultérieur à ce jour.',
    differing_one:
      'L’empreinte de {{count}} fichier diffère de celle déclarée. Les contrôles ne le couvrent pas avant la décision d’un responsable.',
    differing_other:
      'L’empreinte de {{count}} fichiers diffère de celle déclarée. Les contrôles ne les couvrent pas avant la décision d’un responsable.',
    failed: 'Des fichiers conservés sont endommagés',
    failedHelp:
      'Leur contenu diffère de ce qui a été reçu, ou ne peut être lu. La traçabilité indique lesquels. L’exploitant a été alerté et les restaure depuis une sauvegarde. Ne vous fiez à aucune copie faite ici depuis le dernier contrôle réussi.',
    waits: 'Vous avez demandé un contrôle. Son résultat sera joint à la traçabilité. Demandé',
    order: 'Demander un contrôle d’intégrité',
    orderHelp: 'Chaque fichier conservé est relu et comparé. Vous voyez le résultat, non le contenu.',
    checked_one: '{{count}} fichier contrôlé',
    checked_other: '{{count}} fichiers contrôlés',
    damaged_one: '{{count}} fichier endommagé',
    damaged_other: '{{count}} fichiers endommagés',
    software: 'Logiciel',
  },
} satisfies Translated<typeof source>;
