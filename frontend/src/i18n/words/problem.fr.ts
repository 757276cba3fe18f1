import type { problem as source } from './problem.en';
import type { Translated } from '@/i18n/translated';

export const problem = {
  problem: {
    title: 'L’action a échoué',
    'no-answer': 'Le serveur ne répond pas. Rien n’a été modifié. Vérifiez votre connexion, puis réessayez.',
    'unknown-outcome': 'Le serveur n’a pas répondu à temps. Vérifiez si la modification a eu lieu avant de la répéter.',
    http: 'Le serveur a signalé une erreur ({{status}}). Réessayez. Si elle persiste, indiquez l’heure à l’exploitant.',
    forbidden: 'Vous n’avez pas l’autorisation nécessaire. Adressez-vous à un responsable de votre partie.',
    'not-found': 'Cet élément n’existe pas, ou vous n’y avez pas accès.',
    stale:
      'Un collègue a modifié cet élément entre-temps. Votre modification n’est pas enregistrée. Vérifiez la version actuelle, puis réessayez.',
    'too-many-attempts':
      'Trop de communications ont été refusées aujourd’hui, car une autre partie n’a pas communiqué la pièce d’origine aussi loin. Réessayez dans {{wait}}.',
    throttled: 'Trop de tentatives. Attendez {{wait}}, puis réessayez.',
    locked: 'Un collègue enregistre cet élément en ce moment. Réessayez dans quelques secondes.',
    gone: 'Le délai a expiré. Ouvrez cet élément de nouveau.',
    'too-large': 'Le volume dépasse ce que le serveur accepte.',
    invalid: 'Le serveur n’accepte pas ces champs : {{fields}}. Corrigez-les, puis réessayez.',
    refused: 'Le serveur a refusé. Rien n’a été modifié.',
    detail: 'Réponse du serveur',
    part: 'Une partie de la page n’a pas pu être chargée. Rechargez la page. Les téléversements pourront ensuite reprendre.',
    crashTitle: 'La page a rencontré une erreur',
    crash: 'Rechargez la page. Les téléversements pourront ensuite reprendre.',
    reload: 'Recharger la page',
    missingTitle: 'Page introuvable',
    missing: 'Cette adresse n’existe pas, ou vous n’y avez pas accès. La réponse est la même dans les deux cas.',
    home: 'Ouvrir mon équipe',
  },
} satisfies Translated<typeof source>;
