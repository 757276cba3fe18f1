import type { uploads as source } from './uploads.en';
import type { Translated } from '@/i18n/translated';

export const uploads = {
  uploads: {
    title: 'Versements',
    running_one: '{{count}} versement en cours',
    running_other: '{{count}} versements en cours',
    idle: 'Versements terminés',
    pause: 'Suspendre {{name}}',
    resume: 'Reprendre {{name}}',
    cancel: 'Annuler {{name}}',
    dismiss: 'Ôter {{name}} de cette liste',
    clear: 'Ôter les terminés',
    waiting: 'En attente',
    sending: '{{speed}}/s, encore {{left}}',
    starting: 'Démarrage',
    paused: 'Suspendu à {{share}}',
    retrying: 'Pas de connexion ; nouvel essai',
    done: 'Complet',
    hashing: 'Conservé ; lecture de l’empreinte',
    failed: 'Échec',
    cancelled: 'Annulé',
    hashDiffers:
      'Arrivé avec une autre empreinte que celle déclarée. Le fichier est mis à part, illisible, jusqu’à la décision d’un chef d’équipe de votre partie. Il n’est pas renvoyé.',
    refused: 'Refusé : {{detail}}',
    signedOut:
      'La session a pris fin. Reconnectez-vous et choisissez de nouveau le fichier ; l’envoi reprend là où il s’est arrêté.',
    hash: 'SHA-256 {{hash}}',
    expired:
      'Rien n’est arrivé depuis trop longtemps : le versement a pris fin et ce qui était arrivé a été effacé. Reprenez-le pour l’envoyer de nouveau depuis le début.',
    quota:
      'Non accepté : la place de votre partie ou de votre équipe est épuisée. Rien d’autre n’a été modifié. Demandez de la place à l’hébergeur, puis continuez.',
    full: 'Le serveur n’a plus de place en ce moment. Ce qui était arrivé est conservé. Prévenez l’hébergeur ; continuez dès qu’il y aura de la place.',
    anew: 'Le versement précédent avait pris fin ; celui-ci a recommencé du début.',
    changed:
      'Ce fichier a été modifié depuis le début du versement : la suite ne correspondrait pas à ce qui est arrivé. Rien n’a été envoyé. Versez-le plutôt comme un nouveau fichier.',
    interrupted_one: '{{count}} versement a été interrompu',
    interrupted_other: '{{count}} versements ont été interrompus',
    interruptedHelp: 'Ouvrez le scellé et choisissez le même fichier : l’envoi reprend là où il s’est arrêté.',
    openExhibit: 'Ouvrir le scellé',
    notSame: 'Ce n’est pas le même fichier : attendu {{expected}}, choisi {{chosen}}.',
    cancelTitle: 'Annuler ce versement ?',
    cancelHelp: 'Ce qui est arrivé de {{name}} est effacé. Rien n’est inscrit, puisque rien n’était complet.',
    cancelYes: 'Annuler le versement',
    cancelNo: 'Poursuivre le versement',
    of: '{{sent}} sur {{total}}',
  },
} satisfies Translated<typeof source>;
