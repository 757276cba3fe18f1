import type { problem as source } from './problem.en';
import type { Translated } from '@/i18n/translated';

export const problem = {
  problem: {
    title: 'Cela n’a pas abouti',
    'no-answer':
      'Le serveur ne répond pas. Rien n’a été modifié. La page réessaie ; vérifiez votre connexion si cela persiste.',
    'unknown-outcome':
      'Aucune réponse n’est arrivée : on ne sait pas si cela a été fait. Vérifiez d’abord ; sinon, recommencez. Contrôlez votre connexion si cela persiste.',
    http: 'Le serveur a signalé une défaillance ({{status}}). Pour autant que cette page le sache, rien n’a été modifié. Réessayez ; si cela persiste, prévenez votre hébergeur en indiquant l’heure.',
    forbidden: 'Votre siège ne le permet pas. Rien n’a été modifié.',
    'not-found':
      'Il n’y a rien ici que vous puissiez voir. Cela n’a peut-être jamais existé, ou n’est pas communiqué à votre partie.',
    stale:
      'Quelqu’un a modifié cet élément pendant que vous y travailliez. Rien de votre saisie n’est enregistré. Regardez ce qui est consigné maintenant, puis recommencez.',
    'too-many-attempts':
      'En un jour, trop de vos communications ont été refusées parce qu’une autre partie n’a pas communiqué aussi loin ce dont le scellé est dérivé. Vous pourrez à nouveau communiquer des scellés dérivés dans {{wait}}. Rien n’a été modifié.',
    throttled: 'Trop de tentatives. Attendez {{wait}}, puis réessayez.',
    locked: 'Quelqu’un d’autre écrit ici en ce moment. Réessayez dans quelques secondes.',
    gone: 'Cela a pris fin. Consultez-le de nouveau.',
    'too-large': 'C’est plus volumineux que ce que le serveur accepte.',
    invalid: 'Le serveur n’accepte pas cette saisie : {{fields}}. Rien n’a été modifié.',
    refused: 'Le serveur refuse. Rien n’a été modifié.',
    detail: 'Ce que dit le serveur (en anglais)',
    part: 'Une partie de la page n’a pas pu être chargée : le serveur ne répond pas, ou sa page est plus récente. Rien n’a été modifié. Rechargez dans un instant ; les versements en cours pourront reprendre ensuite.',
    crashTitle: 'La page a rencontré une défaillance qui lui est propre',
    crash:
      'Rien n’a été envoyé que vous n’ayez confirmé. Rechargez la page ; les versements en cours pourront reprendre ensuite.',
    reload: 'Recharger la page',
    missingTitle: 'Il n’y a rien ici',
    missing:
      'L’adresse ne mène nulle part, ou à quelque chose qui n’est pas communiqué à votre partie. De l’extérieur, les deux se ressemblent, à dessein.',
    home: 'Vers mon équipe',
  },
} satisfies Translated<typeof source>;
