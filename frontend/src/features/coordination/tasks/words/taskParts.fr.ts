import type { taskParts as source } from './taskParts.en';
import type { Translated } from '@/i18n/translated';

export const taskParts = {
  taskParts: {
    legalBasis: 'Base légale', legalBasisHelp: 'Par exemple : décision d’enquête européenne, directive 2014/41/UE, art. 24', language: 'Langue',
    checklist: 'Liste de points', linesHelp: 'Un point par ligne', done: '{{done}} sur {{count}} faits', add: 'Un point de plus', addIt: 'Ajouter', remove: 'Retirer « {{item}} »',
    related: 'Avant et après', waitsFor: 'Attend', heldUp: 'Attend celle-ci', wait: 'Lui faire attendre une tâche', waitHelp: 'Numéro ou intitulé d’une tâche', waitNoMore: 'Ne plus lui faire attendre {{number}}',
    waitsMark_one: 'Attend {{count}} tâche', waitsMark_other: 'Attend {{count}} tâches', waitsTitle: '{{number}} en attend d’autres', waitsHelp: 'Celles-ci ne sont pas encore faites. Rien n’interdit de commencer avant ; qui a confié la tâche voulait qu’elle vienne après.', allTheSame: 'Continuer quand même',
    acceptedBy: 'Acceptée par', proposes: 'D’une autre partie : elle est proposée, et n’est le travail de personne tant que ce siège ou un chef d’équipe de sa partie ne l’a pas acceptée.', proposedHelp: 'Proposée à {{party}} : elle n’est le travail de personne tant que son responsable ou un chef d’équipe de cette partie ne l’a pas acceptée.',
    theyChanged: 'Modifié entre-temps : « {{before}} » est devenu « {{now}} ».', putBack: 'Remettre', takeTheirs: 'Garder le leur',
  },
  taskViews: {
    as: 'Présentation', list: 'Liste', board: 'Tableau', calendar: 'Calendrier',
    boardHelp: 'Faites glisser une carte vers une autre colonne, ouvrez son menu, ou pressez Alt et une flèche ; Ctrl Z annule le dernier déplacement.', move: 'Déplacer {{number}}', noneHere: 'Aucune', undo: 'Annuler', noStep: '{{number}} ne passe pas de « {{from}} » à « {{to}} » par votre main. Rien n’a été modifié.',
    month: 'Mois', week: 'Semaine', span: 'Durée', today: 'aujourd’hui', monthBefore: 'Le mois précédent', monthBehind: 'Le mois suivant', weekBefore: 'La semaine précédente', weekBehind: 'La semaine suivante',
    inZone: 'Jours et heures de {{zone}} ; une autre horloge est nommée là où elle diffère.', tooMany: 'Il y a plus d’échéances que ce qui est montré ici. Ajoutez un filtre, ou regardez une semaine.', nothingDue: 'Aucune échéance dans cette période.', undated: 'Les tâches sans échéance se trouvent dans la liste et au tableau.',
    mineTitle: 'Mes tâches', mineHelp: 'Dans toutes vos équipes, la prochaine échéance d’abord.', mineProposed: 'Proposées à vous', mineEmpty: 'Aucune tâche n’est à vous pour l’instant', mineEmptyHelp: 'Ce qui vous est confié dans l’une de vos équipes apparaît ici.', mineLink: 'Mes tâches dans toutes les équipes',
    toAnswer_one: '{{count}} tâche proposée en attente de réponse', toAnswer_other: '{{count}} tâches proposées en attente de réponse',
    waits: 'Tâche proposée : à accepter ou à décliner', declinedWaits: 'Tâche déclinée : à confier à un autre',
  },
  repeat: {
    label: 'Répétition', no: 'Elle ne se répète pas', DAILY: 'Par jours', WEEKLY: 'Par semaines', MONTHLY: 'Par mois', every_DAILY: 'Tous les … jours', every_WEEKLY: 'Toutes les … semaines', every_MONTHLY: 'Tous les … mois', days: 'Ces jours-là', ends: 'Fin', never: 'Jamais', count: 'Après tant de fois', until: 'Un jour', times: 'Fois', last: 'Dernier jour',
    help: 'Lorsqu’elle est faite ou annulée, la suivante est créée dans les mêmes termes, pour le même siège et à la même heure de ce lieu. Les mois sans ce jour sont omis. Une autre échéance ne déplace que celle-ci.', on: '{{days}}',
    said_DAILY_one: 'chaque jour', said_DAILY_other: 'tous les {{count}} jours', said_WEEKLY_one: 'chaque semaine', said_WEEKLY_other: 'toutes les {{count}} semaines', said_MONTHLY_one: 'chaque mois', said_MONTHLY_other: 'tous les {{count}} mois', saidTimes_one: '{{count}} fois', saidTimes_other: '{{count}} fois', saidUntil: 'jusqu’au {{day}}',
    mark: 'n° {{count}} d’une série', before: 'La précédente', next: 'La suivante', follows: 'suit {{number}}', made: 'La suivante est {{number}}.', notMade: 'Aucune suivante n’a été créée : la série est finie, elle l’était déjà, ou le siège n’est pas occupé.', cancelHelp: 'La suivante de la série est créée tout de même ; pour finir la série, faites d’abord que la tâche ne se répète plus.',
  },
} satisfies Translated<typeof source>;
