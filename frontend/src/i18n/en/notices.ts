/** What concerns one personally, and how one wants to be told. */
export const notices = {
  notices: {
    title: 'What concerns you', bell_one: '{{count}} unread: what concerns you', bell_other: '{{count}} unread: what concerns you', bellNone: 'What concerns you: nothing unread', bellMany: 'Many unread: what concerns you',
    which: 'Which', unread: 'Unread', all: 'All', dismissed: 'Put away', settings: 'E-mail and quiet hours',
    readAll: 'Mark all read', allRead_one: '{{count}} marked read', allRead_other: '{{count}} marked read', undo: 'Undo',
    markRead: 'Mark read', markUnread: 'Mark unread', putAway: 'Put away', fetchBack: 'Fetch back', isUnread: 'unread',
    due: 'Due', ends: 'Ends',
    none: { unread: 'Nothing is unread', all: 'Nothing yet', dismissed: 'Nothing was put away' },
    noneHelp: { unread: 'What is asked of your seat, and what came of what you asked, appears here at once.', all: 'What is asked of your seat, and what came of what you asked, appears here. What is taken back from you disappears here too.', dismissed: 'What you put away stays here for half a year.' },
    urgency: { now: 'Now', today: 'Today', whenever: 'When you have time' },
    nouns: { task: 'The task', evidence: 'The exhibit', quarantine: 'In quarantine', consent: 'A question without an object', alert: 'The alarm', digest: 'The day', handover: 'The hand-over', copy: 'The copy', flag: 'The flag', seat: 'Your seat' },
    kinds: {
      'task.assigned': 'Task given to you', 'task.accepted': 'Your task was accepted', 'task.declined': 'Your task was declined', 'task.changed': 'Task changed', 'task.state_changed': 'Task moved on', 'task.commented': 'Comment on a task', 'task.due': 'Task due within a day',
      'consent.requested': 'Consent asked of your party', 'consent.granted': 'Consent given', 'consent.refused': 'Consent refused', 'consent.withdrawn': 'Consent or request withdrawn', 'consent.expired': 'Consent refused by silence', 'consent.ended': 'Consent has ended', 'consent.due': 'Consent to be answered within a day',
      'evidence.released': 'Exhibit released to you', 'release.started': 'Release has begun', 'evidence.registered': 'Waits in quarantine for a verdict', 'copy.asked': 'Recalled: say what became of your copy',
      'custody.offered': 'Hand-over offered to you', 'custody.received': 'Your hand-over was received', 'custody.refused': 'Your hand-over was refused',
      'release.wanted': 'Release waits for a second leader', 'recall.wanted': 'Recall waits for a second leader', 'erasure.wanted': 'Erasure is wanted', 'evidence.court_use_wanted': 'Use in court waits for a second leader',
      'alert.raised': 'Alarm: you answer for it', 'alert.handed_over': 'Alarm handed to you', 'fixity.failed': 'Stored bytes are damaged', 'file.hash_differed': 'File arrived with another hash',
      'evidence.flagged': 'May exonerate: decide', 'flag.decided': 'Decided about your flag', 'member.proposed': 'Seat to confirm', 'member.timed': 'End of your seat was set', 'member.resumed': 'Your seat is open again', 'member.ending': 'Your seat ends soon', 'digest.made': 'A day was counted',
    },
    preferences: 'How you are told', noMail: 'This server sends no e-mail. What concerns you stands in the page, under the bell.',
    byMail: 'By e-mail too, to {{email}}', byMailHelp: 'An e-mail says only that something needs you: no team, no exhibit, no person. Several things within a quarter of an hour or so come in one.',
    atOnce: 'At once', threshold: { now: 'Only what is urgent', today: 'What is for now and for today', whenever: 'Everything', none: 'Nothing: only once a day' },
    digest: 'Once a day, if something is unread', noDigest: 'Not at all', zone: 'Hours are those of your zone, {{zone}}; it is changed above.',
    quiet: 'Quiet hours', from: 'From', to: 'To', urgentPasses: 'What is urgent may come in quiet hours too',
  },
};
