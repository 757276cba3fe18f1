/** The screens of a team, in the order of the rail, and what one must be allowed for each. A screen that does not exist yet has no place here. */
import {
  IconArchive,
  IconCalendarCheck,
  IconChecklist,
  IconCopyCheck,
  IconMessageQuestion,
  IconMessages,
  IconRadar2,
  IconRulerMeasure,
  IconScan,
  IconShieldCheck,
  IconShieldQuestion,
  IconUrgent,
  IconTargetArrow,
  IconUsersGroup,
} from '@tabler/icons-react';

/** A document of its own: one goes there by a whole load (pages/AtTheSearchPage.tsx). */
export const AT_THE_SEARCH = '/jits/$jit/at-the-search';

export const SCREENS = [
  { to: '/jits/$jit', word: 'situation/title', icon: IconRadar2, needs: null },
  { to: '/jits/$jit/evidence', word: 'app/evidence', icon: IconArchive, needs: null },
  { to: '/jits/$jit/tasks', word: 'tasks/title', icon: IconChecklist, needs: 'tasks:read' },
  { to: '/jits/$jit/messages', word: 'messages/title', icon: IconMessages, needs: 'messages:read' },
  { to: '/jits/$jit/operations', word: 'operations/title', icon: IconTargetArrow, needs: 'operations:read' },
  { to: '/jits/$jit/access', word: 'rules/nav', icon: IconRulerMeasure, needs: 'rules:read' },
  { to: '/jits/$jit/consents', word: 'consents/rail', icon: IconMessageQuestion, needs: 'consents:read' },
  { to: '/jits/$jit/copies', word: 'copies/rail', icon: IconCopyCheck, needs: null },
  { to: '/jits/$jit/alerts', word: 'alerts/rail', icon: IconUrgent, needs: 'alerts:read' },
  { to: AT_THE_SEARCH, word: 'atSearch/title', icon: IconScan, needs: 'custody:record' },
  { to: '/jits/$jit/verifications', word: 'verifications/rail', icon: IconShieldQuestion, needs: 'evidence:verify' },
  { to: '/jits/$jit/reviews', word: 'retention/rail', icon: IconCalendarCheck, needs: 'reviews:read' },
  { to: '/jits/$jit/audit', word: 'app/audit', icon: IconShieldCheck, needs: null },
  { to: '/jits/$jit/members', word: 'members/title', icon: IconUsersGroup, needs: null },
] as const;
