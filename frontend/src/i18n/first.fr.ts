/** Les mots français du premier écran, comme first.en.ts. */
import { common } from './words/common.fr';
import { problem } from './words/problem.fr';
import { vocabulary } from './words/vocabulary.fr';
import { app } from '@/app/shell/words/app.fr';
import { help } from '@/app/shell/words/help.fr';
import { live } from '@/app/shell/words/live.fr';
import { navigation } from '@/app/shell/words/navigation.fr';
import { palette } from '@/app/shell/words/palette.fr';
import { account } from '@/features/accounts/account/words.fr';
import { signIn } from '@/features/accounts/sign-in/words.fr';
import { watch } from '@/features/audit/health/words/watch.fr';
import { pending } from '@/features/coordination/overview/words/pending.fr';
import { work } from '@/features/custody/working-sessions/words.fr';
import { evidence } from '@/features/evidence/list/words.fr';
import { notices } from '@/features/notifications/notifications/words.fr';
import { closing } from '@/features/teams/closing/words.fr';
import { leaving } from '@/features/teams/members/words/leaving.fr';
import { phases } from '@/features/teams/members/words/phases.fr';
import type { first as source } from './first.en';
import type { Translated } from './translated';

export const first = {
  ...account,
  ...app,
  ...closing,
  ...common,
  ...evidence,
  ...help,
  ...leaving,
  ...live,
  ...navigation,
  ...notices,
  ...palette,
  ...pending,
  ...phases,
  ...problem,
  ...signIn,
  ...vocabulary,
  ...watch,
  ...work,
} satisfies Translated<typeof source>;
