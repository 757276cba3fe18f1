/** The team's overview, with the catch-up summary and the working hours of the parties. */
import { briefing } from '@/features/coordination/briefing/words.en';
import { hours } from '@/features/coordination/working-hours/words.en';
import { firstSteps } from './words/firstSteps.en';
import { pending } from './words/pending.en';

export const situation = {
  ...briefing,
  ...hours,
  ...pending,
  ...firstSteps,
  situation: {
    title: 'Overview',
    clocks: 'Partners and local time',
    hereNobody: 'Nobody else is online',
    hereUnknown: 'Without a connection, it is not known who is online',
    hereOthers_one: '{{count}} other person is online',
    hereOthers_other: '{{count}} other people are online',
    looksAt: 'views',
    ledger: 'Audit log',
    health_well: 'Log verified',
    health_behind: 'Signing is late',
    health_alarm: 'Verification failed: see the warning above',
    health_none: 'Not signed yet',
    signed: 'Signed',
    signedAt: 'Last signature',
    examined: 'Checked in this browser',
    unsigned: 'Entries since then',
    nextHour: 'Next H-hour',
    confirmed: '{{go}} of {{count}} parties confirmed GO',
    expiring: 'Expiring data',
    endingOurs: 'Release to {{party, the}} ends',
    endingToUs: 'Your access ends',
  },
};
