/** Le français, assemblé comme en.ts. Les espaces insécables viennent de typography.ts. */
import { access } from '@/features/sharing/access/words/access.fr';
import { accessLog } from '@/features/audit/log/words/accessLog.fr';
import { account } from '@/features/accounts/account/words.fr';
import { administration } from '@/features/accounts/administration/words.fr';
import { configuration } from '@/features/accounts/configuration/words.fr';
import { setup } from '@/features/accounts/setup/words.fr';
import { memberImport } from '@/features/teams/import/words.fr';
import { activity } from '@/features/audit/activity/words.fr';
import { acquisition } from '@/features/evidence/acquisition/words.fr';
import { aftermath } from '@/features/coordination/action-days/words/aftermath.fr';
import { alerts } from '@/features/notifications/alerts/words.fr';
import { app } from '@/app/shell/words/app.fr';
import { navigation } from '@/app/shell/words/navigation.fr';
import { palette } from '@/app/shell/words/palette.fr';
import { terms } from '@/components/help/terms.fr';
import { atSearch } from '@/features/coordination/search-and-seizure/words.fr';
import { audit } from '@/features/audit/log/words/audit.fr';
import { calendarFeeds } from '@/features/coordination/calendar-feeds/words.fr';
import { caseImport } from '@/features/evidence/imports/words.fr';
import { chart } from '@/features/custody/events/words/chart.fr';
import { closing } from '@/features/teams/closing/words.fr';
import { common } from './words/common.fr';
import { consents } from '@/features/sharing/consents/words.fr';
import { copies } from '@/features/custody/copies/words.fr';
import { custody } from '@/features/custody/events/words/custody.fr';
import { derivations } from '@/features/evidence/derivations/words.fr';
import { disclosures } from '@/features/custody/disclosures/words.fr';
import { emergency } from '@/features/sharing/emergencies/words.fr';
import { erasureWish } from '@/features/retention/erasures/words.fr';
import { evaluation } from '@/features/evidence/exhibit/words/evaluation.fr';
import { evidence } from '@/features/evidence/list/words.fr';
import { exhibit } from '@/features/evidence/exhibit/words/exhibit.fr';
import { exports } from '@/features/audit/exports/words.fr';
import { facts } from '@/features/audit/entries/words.fr';
import { fieldErasure } from '@/features/audit/field-erasures/words.fr';
import { files } from '@/features/evidence/files/words/files.fr';
import { filtering } from '@/features/sharing/privilege-review/words.fr';
import { fixity } from '@/features/custody/fixity/words.fr';
import { flags } from '@/features/evidence/flags/words.fr';
import { founding } from '@/features/teams/founding/words.fr';
import { fourEyes } from '@/features/sharing/access/words/fourEyes.fr';
import { gates } from '@/features/sharing/releases/words/gates.fr';
import { joint } from '@/features/evidence/registration/words/joint.fr';
import { keyboard } from '@/app/shell/words/keyboard.fr';
import { ledgerHealth } from '@/features/audit/health/words/ledgerHealth.fr';
import { labels } from '@/features/evidence/labels/words.fr';
import { leaving } from '@/features/teams/members/words/leaving.fr';
import { live } from '@/app/shell/words/live.fr';
import { matters } from '@/features/coordination/tasks/words/matters.fr';
import { members } from '@/features/teams/members/words/members.fr';
import { messages } from '@/features/coordination/messages/words.fr';
import { openings } from '@/features/custody/openings/words.fr';
import { operations } from '@/features/coordination/action-days/words/operations.fr';
import { phases } from '@/features/teams/members/words/phases.fr';
import { problem } from './words/problem.fr';
import { reference } from '@/features/reference/administration/words.fr';
import { register } from '@/features/evidence/registration/words/register.fr';
import { releases } from '@/features/sharing/releases/words/releases.fr';
import { reservation } from '@/features/sharing/access/words/reservation.fr';
import { retention } from '@/features/retention/periods/words.fr';
import { rules } from '@/features/sharing/access/words/rules.fr';
import { signIn } from '@/features/accounts/sign-in/words.fr';
import { signing } from '@/features/coordination/signing/words.fr';
import { situation } from '@/features/coordination/overview/words.fr';
import { taskParts } from '@/features/coordination/tasks/words/taskParts.fr';
import { tasks } from '@/features/coordination/tasks/words/tasks.fr';
import { teams } from '@/features/teams/teams/words.fr';
import { uploads } from '@/features/evidence/files/words/uploads.fr';
import { reviewed } from '@/features/sharing/quarantine/words/reviewed.fr';
import { verifications } from '@/features/sharing/quarantine/words/verifications.fr';
import { vocabulary } from './words/vocabulary.fr';
import { watch } from '@/features/audit/health/words/watch.fr';
import { witnesses } from '@/features/audit/witnesses/words.fr';
import { work } from '@/features/custody/working-sessions/words.fr';
import type { Words } from './en';
import type { Translated } from './translated';

export const fr = {
  ...access,
  ...acquisition,
  ...activity,
  ...accessLog,
  ...account,
  ...aftermath,
  ...alerts,
  ...app,
  ...navigation,
  ...palette,
  ...terms,
  ...atSearch,
  ...audit,
  ...calendarFeeds,
  ...caseImport,
  ...chart,
  ...closing,
  ...common,
  ...consents,
  ...copies,
  ...custody,
  ...derivations,
  ...disclosures,
  ...emergency,
  ...erasureWish,
  ...evaluation,
  ...evidence,
  ...exhibit,
  ...exports,
  ...facts,
  ...fieldErasure,
  ...files,
  ...fixity,
  ...flags,
  ...filtering,
  ...founding,
  ...administration,
  ...configuration,
  ...setup,
  ...memberImport,
  ...fourEyes,
  ...gates,
  ...joint,
  ...keyboard,
  ...ledgerHealth,
  ...labels,
  ...leaving,
  ...live,
  ...matters,
  ...members,
  ...messages,
  ...openings,
  ...operations,
  ...phases,
  ...problem,
  ...reference,
  ...register,
  ...releases,
  ...reservation,
  ...retention,
  ...reviewed,
  ...rules,
  ...signIn,
  ...signing,
  ...situation,
  ...taskParts,
  ...tasks,
  ...teams,
  ...uploads,
  ...verifications,
  ...vocabulary,
  ...watch,
  ...witnesses,
  ...work,
} satisfies Translated<Words>;
