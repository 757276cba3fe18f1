/**
 * The screens of a team in groups, in the order of the navigation, and the permission that each needs (of several: any).
 * Intelligence gets a group after Coordination, once it exists.
 */
import {
  IconAddressBook,
  IconArchive,
  IconArrowsExchange,
  IconCalendar,
  IconCalendarCheck,
  IconChecklist,
  IconCopy,
  IconFileSearch,
  IconGavel,
  IconHourglass,
  IconLayoutDashboard,
  IconListDetails,
  IconMessageQuestion,
  IconMessages,
  IconRoute,
  IconRulerMeasure,
  IconScale,
  IconScan,
  IconShieldQuestion,
  IconSpeakerphone,
  IconTargetArrow,
  IconUrgent,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { Permission } from '@/api/views';

/** A document of its own (pages/coordination/AtTheSearchPage.tsx). */
export const AT_THE_SEARCH = '/jits/$jit/at-the-search';

export const OVERVIEW = {
  to: '/jits/$jit',
  word: 'nav/overview',
  icon: IconLayoutDashboard,
  needs: null,
  counts: null,
} as const;

/** `counts`: the groups of pending actions that are done on the screen. */
export const GROUPS = [
  {
    word: 'nav/evidence',
    screens: [
      { to: '/jits/$jit/evidence', word: 'nav/exhibits', icon: IconArchive, needs: null, counts: ['evidence'] },
      { to: AT_THE_SEARCH, word: 'nav/search', icon: IconScan, needs: 'custody:record', counts: [] },
      {
        to: '/jits/$jit/reviews',
        word: 'nav/retention',
        icon: IconCalendarCheck,
        needs: 'reviews:read',
        counts: ['reviews'],
      },
    ],
  },
  {
    word: 'nav/legalRequests',
    screens: [
      {
        to: '/jits/$jit/requests',
        word: 'nav/requests',
        icon: IconGavel,
        needs: 'requests:read',
        counts: ['requests'],
      },
      {
        to: '/jits/$jit/notices',
        word: 'nav/notices',
        icon: IconSpeakerphone,
        needs: 'request_contents:read',
        counts: ['notices'],
      },
      {
        to: '/jits/$jit/expiring',
        word: 'nav/expiring',
        icon: IconHourglass,
        needs: 'requests:read',
        counts: ['expiring'],
      },
      {
        to: '/jits/$jit/hearings',
        word: 'nav/hearings',
        icon: IconScale,
        needs: 'request_contents:read',
        counts: ['hearings'],
      },
      {
        to: '/jits/$jit/identifiers',
        word: 'nav/identifiers',
        icon: IconFileSearch,
        needs: 'requests:work',
        counts: [],
      },
      { to: '/jits/$jit/routes', word: 'nav/routes', icon: IconRoute, needs: 'requests:work', counts: [] },
      { to: '/jits/$jit/directory', word: 'nav/directory', icon: IconAddressBook, needs: 'requests:read', counts: [] },
      {
        to: '/jits/$jit/reciprocity',
        word: 'nav/reciprocity',
        icon: IconArrowsExchange,
        needs: 'request_contents:read',
        counts: [],
      },
    ],
  },
  {
    word: 'nav/coordination',
    screens: [
      { to: '/jits/$jit/tasks', word: 'nav/tasks', icon: IconChecklist, needs: 'tasks:read', counts: ['tasks'] },
      {
        to: '/jits/$jit/messages',
        word: 'nav/messages',
        icon: IconMessages,
        needs: 'messages:read',
        counts: ['messages'],
      },
      {
        to: '/jits/$jit/operations',
        word: 'nav/actionDays',
        icon: IconTargetArrow,
        needs: 'operations:read',
        counts: ['operations'],
      },
      {
        to: '/jits/$jit/tasks',
        search: { view: 'calendar' },
        word: 'nav/calendar',
        icon: IconCalendar,
        needs: 'tasks:read',
        counts: [],
      },
    ],
  },
  {
    word: 'nav/sharing',
    screens: [
      {
        to: '/jits/$jit/consents',
        word: 'nav/consents',
        icon: IconMessageQuestion,
        needs: 'consents:read',
        counts: ['consents'],
      },
      { to: '/jits/$jit/copies', word: 'nav/copies', icon: IconCopy, needs: null, counts: ['copies'] },
      { to: '/jits/$jit/alerts', word: 'nav/alerts', icon: IconUrgent, needs: 'alerts:read', counts: ['alerts'] },
      { to: '/jits/$jit/access', word: 'nav/rules', icon: IconRulerMeasure, needs: 'rules:read', counts: [] },
      {
        to: '/jits/$jit/verifications',
        word: 'nav/queues',
        icon: IconShieldQuestion,
        needs: ['evidence:verify', 'evidence:filter'],
        counts: ['verifications'],
      },
    ],
  },
  {
    word: 'nav/audit',
    screens: [{ to: '/jits/$jit/audit', word: 'nav/log', icon: IconListDetails, needs: null, counts: [] }],
  },
  {
    word: 'nav/team',
    screens: [
      {
        to: '/jits/$jit/members',
        word: 'nav/members',
        icon: IconUsersGroup,
        needs: null,
        counts: ['members', 'team'],
      },
    ],
  },
] as const;

/** Whether a member with these permissions has the screen. */
export const isFor = ({ needs }: Screen, may: (needed: Permission) => boolean): boolean =>
  needs === null || [needs].flat().some(may);

export type Screen = (typeof GROUPS)[number]['screens'][number] | typeof OVERVIEW;
export type ScreenWord = Screen['word'];
