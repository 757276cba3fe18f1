/** The English words that the first screen needs. They are part of the page; `screens.en.ts` is fetched with the first screen that needs more. */
import { common } from './words/common.en';
import { problem } from './words/problem.en';
import { vocabulary } from './words/vocabulary.en';
import { app } from '@/app/shell/words/app.en';
import { help } from '@/app/shell/words/help.en';
import { live } from '@/app/shell/words/live.en';
import { navigation } from '@/app/shell/words/navigation.en';
import { palette } from '@/app/shell/words/palette.en';
import { account } from '@/features/accounts/account/words.en';
import { signIn } from '@/features/accounts/sign-in/words.en';
import { watch } from '@/features/audit/health/words/watch.en';
import { pending } from '@/features/coordination/overview/words/pending.en';
import { work } from '@/features/custody/working-sessions/words.en';
import { evidence } from '@/features/evidence/list/words.en';
import { notices } from '@/features/notifications/notifications/words.en';
import { closing } from '@/features/teams/closing/words.en';
import { leaving } from '@/features/teams/members/words/leaving.en';
import { phases } from '@/features/teams/members/words/phases.en';

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
};
