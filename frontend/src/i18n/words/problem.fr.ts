import type { problem as source } from './problem.en';
import type { Translated } from '@/i18n/translated';

export const problem = {
  problem: {
    title: 'L’opération a échoué',
    'no-answer': 'Le serveur ne répond pas. Rien n’a été enregistré. Vérifiez votre connexion ; la page réessaie.',
    'unknown-outcome':
      'Le serveur n’a pas répondu : le résultat est inconnu. Vérifiez si la modification a été enregistrée avant de réessayer.',
    http: 'Le serveur a rencontré une erreur ({{status}}). Réessayez. Si cela persiste, indiquez à l’exploitant l’heure de l’erreur.',
    'too-many-attempts':
      'Trop de vos communications ont été refusées aujourd’hui, faute de communication d’une pièce source. Réessayez dans {{wait}}.',
    throttled: 'Trop de tentatives. Réessayez dans {{wait}}.',
    refused: 'Le serveur a refusé la demande. Rechargez la page et réessayez.',
    part: 'Une partie de la page n’a pas pu être chargée. Rechargez la page dans un instant ; les téléversements pourront reprendre ensuite.',
    crashTitle: 'La page a rencontré une erreur',
    crash: 'Rechargez la page. Les téléversements pourront reprendre ensuite.',
    reload: 'Recharger la page',
    missingTitle: 'Page introuvable',
    missing: 'Cette page n’existe pas, ou n’est pas communiquée à votre partie.',
    home: 'Vers mon équipe',
  },
} satisfies Translated<typeof source>;
