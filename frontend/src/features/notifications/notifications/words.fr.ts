import type { notices as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const notices = {
  notices: {
    title: 'Ce qui vous concerne', bell_one: '{{count}} non lu : ce qui vous concerne', bell_other: '{{count}} non lus : ce qui vous concerne', bellNone: 'Ce qui vous concerne : rien de non lu', bellMany: 'Beaucoup de non-lus : ce qui vous concerne',
    which: 'Lesquels', unread: 'Non lus', all: 'Tous', dismissed: 'Rangés', settings: 'Courriel et heures calmes',
    readAll: 'Tout marquer lu', allRead_one: '{{count}} marqué lu', allRead_other: '{{count}} marqués lus', undo: 'Annuler',
    markRead: 'Marquer lu', markUnread: 'Marquer non lu', putAway: 'Ranger', fetchBack: 'Reprendre', isUnread: 'non lu',
    due: 'Échéance', ends: 'Prend fin',
    none: { unread: 'Rien de non lu', all: 'Rien encore', dismissed: 'Rien n’a été rangé' },
    noneHelp: { unread: 'Ce qui est demandé à votre siège, et la suite de ce que vous avez demandé, apparaît ici aussitôt.', all: 'Ce qui est demandé à votre siège, et la suite de ce que vous avez demandé, apparaît ici. Ce qui vous est retiré en disparaît aussi.', dismissed: 'Ce que vous rangez reste ici six mois.' },
    urgency: { now: 'Maintenant', today: 'Aujourd’hui', whenever: 'Quand vous aurez le temps' },
    nouns: { task: 'La tâche', evidence: 'Le scellé', quarantine: 'En quarantaine', consent: 'Une question sans objet', alert: 'L’alerte', digest: 'La journée', handover: 'La remise', copy: 'La copie', flag: 'Le signalement', seat: 'Votre siège', message: 'La décision', signature: 'La signature', talk: 'Ce qui a été dit', operation: 'La journée d’action', report: 'L’incident', result: 'Le résultat', media_line: 'L’élément de langage', note: 'Pendant votre sommeil' },
    kinds: {
      'task.assigned': 'Une tâche vous est confiée', 'task.accepted': 'Votre tâche a été acceptée', 'task.declined': 'Votre tâche a été déclinée', 'task.changed': 'Tâche modifiée', 'task.state_changed': 'La tâche avance', 'task.commented': 'Commentaire sur une tâche', 'task.due': 'Tâche à rendre sous un jour',
      'consent.requested': 'Consentement demandé à votre partie', 'consent.granted': 'Consentement donné', 'consent.refused': 'Consentement refusé', 'consent.withdrawn': 'Consentement ou demande retirés', 'consent.expired': 'Le silence vaut refus', 'consent.ended': 'Le consentement a pris fin', 'consent.due': 'Consentement : réponse due sous un jour',
      'evidence.released': 'Un scellé vous est communiqué', 'release.started': 'La communication a commencé', 'evidence.registered': 'Attend un verdict en quarantaine', 'copy.asked': 'Révocation : dites ce qu’est devenue votre copie',
      'custody.offered': 'Une remise vous est proposée', 'custody.received': 'Votre remise a été reçue', 'custody.refused': 'Votre remise a été refusée',
      'release.wanted': 'Une communication attend un second responsable', 'recall.wanted': 'Une révocation attend un second responsable', 'erasure.wanted': 'Un effacement est demandé', 'evidence.court_use_wanted': 'Un usage en justice attend un second responsable',
      'alert.raised': 'Alerte : vous en répondez', 'alert.handed_over': 'Une alerte vous est transmise', 'fixity.failed': 'Des octets conservés sont endommagés', 'file.hash_differed': 'Un fichier est arrivé avec une autre empreinte',
      'evidence.flagged': 'Peut disculper : à décider', 'flag.decided': 'Décision sur votre signalement', 'member.proposed': 'Siège à confirmer', 'controller.designated': 'Responsable du traitement à confirmer', 'member.timed': 'La fin de votre siège a été fixée', 'member.resumed': 'Votre siège est rouvert', 'member.ending': 'Votre siège prend fin bientôt', 'digest.made': 'Une journée a été comptée',
      'decision.recorded': 'Une décision vous nomme', 'decision.corrected': 'Une décision rectifiée vous nomme', 'signature.awaited': 'Une décision attend la signature de votre partie', 'talk.mentioned': 'On vous a nommé, hors registre',
      'operation.go_asked': 'Le feu vert de votre partie est demandé', 'operation.word_given': 'Une partie dit feu rouge', 'operation.reported': 'Incident lors d’une journée d’action', 'media_line.written': 'L’élément de langage attend l’accord de votre partie', 'action.result_linked': 'Votre résultat est devenu un scellé', 'briefing.note_written': 'Une note vous a été laissée',
    },
    preferences: 'Être averti', noMail: 'Ce serveur n’envoie pas de courriel. Ce qui vous concerne se trouve dans la page, sous la cloche.',
    byMail: 'Aussi par courriel, à {{email}}', byMailHelp: 'Un courriel dit seulement que quelque chose vous attend : ni équipe, ni scellé, ni personne. Ce qui arrive en un quart d’heure environ tient dans un seul.',
    atOnce: 'Aussitôt', threshold: { now: 'Seulement ce qui est urgent', today: 'Ce qui est pour maintenant et pour aujourd’hui', whenever: 'Tout', none: 'Rien : seulement une fois par jour' },
    digest: 'Une fois par jour, s’il y a du non-lu', noDigest: 'Jamais', zone: 'Les heures sont celles de votre fuseau, {{zone}} ; il se change plus haut.',
    quiet: 'Heures calmes', from: 'De', to: 'À', urgentPasses: 'L’urgent peut venir aussi pendant les heures calmes',
  },
} satisfies Translated<typeof source>;
