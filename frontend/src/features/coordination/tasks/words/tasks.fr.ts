import type { tasks as source } from './tasks.en';
import type { Translated } from '@/i18n/translated';

export const tasks = {
  tasks: {
    title: 'Tâches', filters: 'Filtrer les tâches', search: 'Intitulé ou numéro', whose: 'À qui', all: 'Toutes', mine: 'Les miennes', party: 'Partie', state: 'État', closed: 'Closes aussi', moreClosed: 'Autres tâches closes',
    overdue: 'En retard', today: 'Aujourd’hui', week: 'Sous sept jours', later: 'Plus tard', none: 'Sans échéance', over: 'Closes',
    late: 'en retard', me: 'Vous', exhibits_one: '{{count}} scellé', exhibits_other: '{{count}} scellés', said_one: '{{count}} observation', said_other: '{{count}} observations',
    empty: 'Aucune tâche pour l’instant', emptyHelp: 'Confiez une tâche à un siège : qui fait quoi, pour quand. Sa partie et la vôtre la voient ; personne d’autre n’en a connaissance.', emptyReader: 'Une tâche que le coordinateur vous confie, ou confie à votre partie, apparaît ici aussitôt.',
    nothing: 'Aucune tâche ne correspond', nothingHelp: 'Retirez un filtre, ou montrez aussi les tâches closes.',
    assign: 'Confier une tâche', assignHelp: 'Le siège et sa partie voient la tâche aussitôt, de même que la vôtre et les coordinateurs. Les scellés qu’elle mentionne ne sont nommés qu’à ceux qui les voient déjà.',
    change: 'Modifier', changeTitle: 'Modifier {{number}}', changeHelp: 'Les termes antérieurs restent au registre. Un nouveau responsable reprend la tâche au début, et la partie précédente ne la voit plus.',
    assigned: '{{number}} confiée à {{seat}}', changed: '{{number}} modifiée',
    title_: 'Ce qui est à faire', details: 'Précisions', assignee: 'Responsable', assigner: 'Confiée par', priority: 'Priorité', due: 'Échéance', zone: 'À l’heure de', noDue: 'Sans échéance', since: 'depuis',
    needDue: 'Ce qui se répète a une échéance.', proposed: 'Proposées : le travail de personne encore',
    needTitle: 'Indiquez ce qui est à faire.', needAssignee: 'Choisissez un siège.', noSeat: 'Aucun siège ne correspond',
    zonesNear: 'Ceux de l’équipe', zonesAll: 'Tous les fuseaux', offset: 'UTC {{offset}}', past: 'Ce moment est passé.',
    timeTwice: 'Les horloges de ce lieu indiquent deux fois cette heure. Laquelle faut-il entendre ?', timeNever: 'Les horloges de ce lieu n’indiquent jamais cette heure : elles sont avancées. Choisissez-en une autre.', timeUnreadable: 'Indiquez une date et une heure.', reading: 'Celle à UTC {{offset}}',
    link: 'Mentionner un scellé', linkHelp: 'Numéro ou intitulé d’un scellé que vous voyez', unlink: 'Ne plus le mentionner', linked: 'Scellés', noLinks: 'Elle ne mentionne aucun scellé que vous voyiez.',
    facts: 'Tâche', copyNumber: 'Copier le numéro de la tâche',
    comments: 'Observations', silent: 'Rien n’a encore été dit.', comment: 'Observation', commentHelp: 'Elle demeure, sous le code de votre siège. Ctrl et Entrée l’envoient.', send: 'Envoyer', earlier: 'Observations antérieures',
    history: 'Historique', historyHelp: 'd’après le registre',
    stepTitle: 'Faire évoluer {{number}}', stepHelp: 'Nouvel état : {{state}}. Dites pourquoi ; les intéressés le liront.',
    make: 'En faire une tâche', gone: 'une tâche que vous ne voyez plus', unnamed: 'une tâche',
  },
  taskState: { proposed: 'Proposée', declined: 'Déclinée', open: 'À faire', in_progress: 'En cours', blocked: 'Bloquée', done: 'Faite', cancelled: 'Annulée' },
  taskStep: { accept: 'Accepter', decline: 'Décliner', ask: 'Demander encore', start: 'Commencer', resume: 'Reprendre', pause: 'Remettre à plus tard', block: 'Signaler un blocage', finish: 'C’est fait', cancel: 'Annuler la tâche', reopen: 'Rouvrir' },
  priority: { low: 'Basse', normal: 'Normale', high: 'Haute', urgent: 'Urgente' },
} satisfies Translated<typeof source>;
