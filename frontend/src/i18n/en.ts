/** The words of the page, a file for each noun: source of every other language and of the type of t(). Sentences say what happened, what was not lost and what to do next. */
import { access } from '@/features/sharing/access/words/access.en';
import { accessLog } from '@/features/audit/log/words/accessLog.en';
import { account } from '@/features/accounts/account/words.en';
import { administration } from '@/features/accounts/administration/words.en';
import { configuration } from '@/features/accounts/configuration/words.en';
import { setup } from '@/features/accounts/setup/words.en';
import { memberImport } from '@/features/teams/import/words.en';
import { activity } from '@/features/audit/activity/words.en';
import { acquisition } from '@/features/evidence/acquisition/words.en';
import { aftermath } from '@/features/coordination/action-days/words/aftermath.en';
import { alerts } from '@/features/notifications/alerts/words.en';
import { app } from '@/app/shell/words/app.en';
import { navigation } from '@/app/shell/words/navigation.en';
import { palette } from '@/app/shell/words/palette.en';
import { terms } from '@/components/help/terms.en';
import { atSearch } from '@/features/coordination/search-and-seizure/words.en';
import { audit } from '@/features/audit/log/words/audit.en';
import { calendarFeeds } from '@/features/coordination/calendar-feeds/words.en';
import { caseImport } from '@/features/evidence/imports/words.en';
import { chart } from '@/features/custody/events/words/chart.en';
import { closing } from '@/features/teams/closing/words.en';
import { common } from './words/common.en';
import { consents } from '@/features/sharing/consents/words.en';
import { copies } from '@/features/custody/copies/words.en';
import { custody } from '@/features/custody/events/words/custody.en';
import { derivations } from '@/features/evidence/derivations/words.en';
import { disclosures } from '@/features/custody/disclosures/words.en';
import { emergency } from '@/features/sharing/emergencies/words.en';
import { erasureWish } from '@/features/retention/erasures/words.en';
import { evaluation } from '@/features/evidence/exhibit/words/evaluation.en';
import { evidence } from '@/features/evidence/list/words.en';
import { exhibit } from '@/features/evidence/exhibit/words/exhibit.en';
import { exports } from '@/features/audit/exports/words.en';
import { facts } from '@/features/audit/entries/words.en';
import { fieldErasure } from '@/features/audit/field-erasures/words.en';
import { files } from '@/features/evidence/files/words/files.en';
import { filtering } from '@/features/sharing/privilege-review/words.en';
import { fixity } from '@/features/custody/fixity/words.en';
import { flags } from '@/features/evidence/flags/words.en';
import { founding } from '@/features/teams/founding/words.en';
import { fourEyes } from '@/features/sharing/access/words/fourEyes.en';
import { gates } from '@/features/sharing/releases/words/gates.en';
import { joint } from '@/features/evidence/registration/words/joint.en';
import { keyboard } from '@/app/shell/words/keyboard.en';
import { ledgerHealth } from '@/features/audit/health/words/ledgerHealth.en';
import { labels } from '@/features/evidence/labels/words.en';
import { leaving } from '@/features/teams/members/words/leaving.en';
import { live } from '@/app/shell/words/live.en';
import { matters } from '@/features/coordination/tasks/words/matters.en';
import { members } from '@/features/teams/members/words/members.en';
import { messages } from '@/features/coordination/messages/words.en';
import { openings } from '@/features/custody/openings/words.en';
import { operations } from '@/features/coordination/action-days/words/operations.en';
import { phases } from '@/features/teams/members/words/phases.en';
import { problem } from './words/problem.en';
import { reference } from '@/features/reference/administration/words.en';
import { register } from '@/features/evidence/registration/words/register.en';
import { releases } from '@/features/sharing/releases/words/releases.en';
import { reservation } from '@/features/sharing/access/words/reservation.en';
import { retention } from '@/features/retention/periods/words.en';
import { rules } from '@/features/sharing/access/words/rules.en';
import { signIn } from '@/features/accounts/sign-in/words.en';
import { signing } from '@/features/coordination/signing/words.en';
import { situation } from '@/features/coordination/overview/words.en';
import { taskParts } from '@/features/coordination/tasks/words/taskParts.en';
import { tasks } from '@/features/coordination/tasks/words/tasks.en';
import { teams } from '@/features/teams/teams/words.en';
import { uploads } from '@/features/evidence/files/words/uploads.en';
import { reviewed } from '@/features/sharing/quarantine/words/reviewed.en';
import { verifications } from '@/features/sharing/quarantine/words/verifications.en';
import { vocabulary } from './words/vocabulary.en';
import { watch } from '@/features/audit/health/words/watch.en';
import { witnesses } from '@/features/audit/witnesses/words.en';
import { work } from '@/features/custody/working-sessions/words.en';

export const en = {
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
};
export type Words = typeof en;
