/** Alerts to an originator, its digests, and what concerns one personally. */
import { notices } from '@/features/notifications/notifications/words.en';

export const alerts = {
  ...notices,
  alertKind: { first_opening: 'Opened for the first time', copy: 'Original taken', burst: 'Many openings', emergency: 'Glass broken in an emergency', handover: 'Hand-over not answered in time', beyond: 'Tried to release a derived exhibit further than you released this one' },
  alerts: {
    title: 'Alarms', rail: 'Alarms', help: 'A first opening by another party, a copy, many openings within minutes, and an attempt to release further what was derived from your exhibits are told at once, and one leader of your party answers for each. All the rest is counted by day below.',
    which: 'Which alarms', waiting: 'Waiting', done: 'Dealt with', none: 'No alarm waits', noneDone: 'None was dealt with yet', noneHelp: 'What others do with the exhibits of your party appears here at once.',
    burst_one: '{{count}} opening within ten minutes', burst_other: '{{count}} openings within ten minutes',
    owner: 'Answers for it:', yours: 'Yours', acknowledgedBy: 'Dealt with by', takeOver: 'Take it over', handOver: 'Hand over', choose: 'Choose {{what}}, {{number}}',
    all_one: 'Choose mine ({{count}})', all_other: 'Choose mine ({{count}})', acknowledge_one: 'Acknowledge {{count}} alarm', acknowledge_other: 'Acknowledge {{count}} alarms', acknowledgeHelp: 'Your word stands in the ledger, for your party and its auditors.', acknowledgeNow: 'Acknowledge', word: 'What you found, or did about it', acknowledged: 'Acknowledged',
    to: 'to {{party}}', recipient: 'Release tried to', waits: 'Alarm',
  },
  digests: {
    title: 'Day by day', none: 'Nobody else opened an exhibit of your party yet. Each morning the day before is counted here.',
    copies_one: '{{count}} copy', copies_other: '{{count}} copies', seats_one: '{{count}} seat', seats_other: '{{count}} seats',
  },
};
