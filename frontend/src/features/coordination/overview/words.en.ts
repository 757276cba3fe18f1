/** The team's live picture, with the briefing and the hours of the others. */
import { briefing } from '@/features/coordination/briefing/words.en';
import { hours } from '@/features/coordination/working-hours/words.en';

export const situation = {
  ...briefing,
  ...hours,
  situation: {
    title: 'Situation',
    waiting: 'What waits for you',
    things_one: '{{count}} thing',
    things_other: '{{count}} things',
    nothing: 'Nothing waits for you',
    nothingHelp:
      'Files to decide upon, seats and releases to confirm, recalled copies to answer for, tasks and releases that end soon appear here.',
    undecided: 'File with another hash',
    proposed: 'Seat to confirm',
    ending: 'Release to {{party}} ends',
    endingToUs: 'Your access ends',
    task: 'Task',
    overdue: 'Task over its time',
    clocks: 'Where the others are',
    hereNobody: 'Nobody else is here',
    hereUnknown: 'Who is here is not known without a connection',
    hereOthers_one: '{{count}} other is here',
    hereOthers_other: '{{count}} others are here',
    looksAt: 'looks at',
    ledger: 'Ledger',
    health_well: 'Signed and growing',
    health_behind: 'Signing is behind',
    health_alarm: 'It does not add up: see above',
    health_none: 'Not signed yet',
    signed: 'Signed',
    signedAt: 'Last signature',
    examined: 'Examined here',
    unsigned: 'Since then',
  },
};
