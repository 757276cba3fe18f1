/**
 * The screens of a team in the order of the navigation, and the permission that each needs (of several: any).
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
  IconShare,
  IconShieldQuestion,
  IconSpeakerphone,
  IconTargetArrow,
  IconUrgent,
  IconUsersGroup,
  type Icon,
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

/**
 * The entries of the navigation. The screens of one entry are its tabs, in their order. A screen of its own stays a link.
 * `counts`: the groups of pending actions that are done on the screen.
 */
export const GROUPS = [
  {
    word: 'nav/evidence',
    entries: [
      {
        word: 'nav/exhibits',
        icon: IconArchive,
        tabs: [
          { to: '/jits/$jit/evidence', word: 'nav/exhibits', icon: IconArchive, needs: null, counts: ['evidence'] },
          {
            to: '/jits/$jit/verifications',
            word: 'nav/queues',
            icon: IconShieldQuestion,
            needs: ['evidence:verify', 'evidence:filter'],
            counts: ['verifications'],
          },
          {
            to: '/jits/$jit/reviews',
            word: 'nav/retention',
            icon: IconCalendarCheck,
            needs: 'reviews:read',
            counts: ['reviews'],
          },
        ],
      },
      { to: AT_THE_SEARCH, word: 'nav/search', icon: IconScan, needs: 'custody:record', counts: [] },
      {
        word: 'nav/requests',
        icon: IconGavel,
        tabs: [
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
          {
            to: '/jits/$jit/directory',
            word: 'nav/directory',
            icon: IconAddressBook,
            needs: 'requests:read',
            counts: [],
          },
          {
            to: '/jits/$jit/reciprocity',
            word: 'nav/reciprocity',
            icon: IconArrowsExchange,
            needs: 'request_contents:read',
            counts: [],
          },
          {
            to: '/jits/$jit/expiring',
            word: 'nav/expiring',
            icon: IconHourglass,
            needs: 'requests:read',
            counts: ['expiring'],
          },
        ],
      },
      {
        word: 'nav/sharing',
        icon: IconShare,
        tabs: [
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
        ],
      },
    ],
  },
  {
    word: 'nav/coordination',
    entries: [
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
        to: '/jits/$jit/calendar',
        word: 'nav/calendar',
        icon: IconCalendar,
        needs: 'tasks:read',
        counts: [],
      },
    ],
  },
  {
    word: 'nav/team',
    entries: [
      { to: '/jits/$jit/audit', word: 'nav/log', icon: IconListDetails, needs: null, counts: [] },
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

type Entries = (typeof GROUPS)[number]['entries'][number];
type Section = Extract<Entries, { tabs: unknown }>;
export type Screen = Exclude<Entries, Section> | Section['tabs'][number] | typeof OVERVIEW;
/** An entry of the navigation with the screens that the member may open; one of these without tabs. */
export type Entry = { word: Entries['word'] | typeof OVERVIEW.word; icon: Icon; screens: readonly Screen[] };

const entryOf = (one: Entries | typeof OVERVIEW, may: (needed: Permission) => boolean): Entry => ({
  word: one.word,
  icon: one.icon,
  screens: ('tabs' in one ? one.tabs : [one]).filter((screen) => isFor(screen, may)),
});

/** The entry of the overview, which stands above the groups. */
export const overviewEntry: Entry = { word: OVERVIEW.word, icon: OVERVIEW.icon, screens: [OVERVIEW] };

/** The groups and entries of the navigation of a member with these permissions. */
export function navigationOf(may: (needed: Permission) => boolean) {
  return GROUPS.map(({ word, entries }) => ({
    word,
    entries: entries.map((one) => entryOf(one, may)).filter(({ screens }) => screens.length > 0),
  })).filter(({ entries }) => entries.length > 0);
}

/** All screens, in the order of the navigation. */
export const SCREENS: readonly Screen[] = [
  OVERVIEW,
  ...GROUPS.flatMap(({ entries }) => entries.flatMap((one): readonly Screen[] => ('tabs' in one ? one.tabs : [one]))),
];
