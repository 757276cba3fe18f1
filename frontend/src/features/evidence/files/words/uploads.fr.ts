import type { uploads as source } from './uploads.en';
import type { Translated } from '@/i18n/translated';

/** Les téléversements en cours. */
export const uploads = {
  uploads: {
    title: 'Téléversements',
    running_one: '{{count}} téléversement en cours',
    running_other: '{{count}} téléversements en cours',
    idle: 'Téléversements terminés',
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
      'L’empreinte du fichier reçu diffère de celle déclarée. Il est mis à part jusqu’à la décision d’un responsable de votre partie. Il n’est pas renvoyé.',
    refused: 'Refusé : {{detail}}',
    signedOut:
      'Votre session a pris fin. Reconnectez-vous et choisissez de nouveau le fichier ; le téléversement reprend là où il s’est arrêté.',
    expired:
      'Le téléversement n’a rien reçu depuis trop longtemps et a été supprimé. Reprenez-le pour envoyer le fichier depuis le début.',
    quota:
      'Non accepté : l’espace de votre partie ou de votre équipe est épuisé. Rien d’autre n’a été modifié. Demandez de l’espace à l’exploitant, puis reprenez.',
    full: 'Le serveur n’a plus d’espace libre. Les données reçues sont conservées. Prévenez l’exploitant, puis reprenez.',
    anew: 'Le téléversement précédent avait pris fin ; celui-ci a recommencé du début.',
    changed:
      'Ce fichier a été modifié depuis le début du téléversement : la suite ne correspondrait pas. Rien n’a été envoyé. Ajoutez-le comme nouveau fichier.',
    interrupted_one: '{{count}} téléversement a été interrompu',
    interrupted_other: '{{count}} téléversements ont été interrompus',
    interruptedHelp: 'Ouvrez la pièce et choisissez le même fichier. Le téléversement reprend là où il s’est arrêté.',
    openExhibit: 'Ouvrir la pièce',
    notSame: 'C’est un autre fichier. Attendu : {{expected}}. Choisi : {{chosen}}.',
    cancelTitle: 'Annuler ce téléversement ?',
    cancelHelp: 'La partie reçue de {{name}} est supprimée. Rien n’est inscrit, car le fichier n’était pas complet.',
    cancelYes: 'Annuler le téléversement',
    cancelNo: 'Poursuivre le téléversement',
    of: '{{sent}} sur {{total}}',
  },
} satisfies Translated<typeof source>;
