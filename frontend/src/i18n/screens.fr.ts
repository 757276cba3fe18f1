/** Les mots français des autres écrans, comme screens.en.ts. */
import { keyboard } from '@/app/shell/words/keyboard.fr';
import { terms } from '@/components/help/terms.fr';
import { administration } from '@/features/accounts/administration/words.fr';
import { configuration } from '@/features/accounts/configuration/words.fr';
import { organisation } from '@/features/accounts/organisation/words.fr';
import { security } from '@/features/accounts/security/words.fr';
import { setup } from '@/features/accounts/setup/words.fr';
import { stepUp } from '@/features/accounts/step-up/words.fr';
import { tokens } from '@/features/accounts/tokens/words.fr';
import { activity } from '@/features/audit/activity/words.fr';
import { facts } from '@/features/audit/entries/words.fr';
import { exports } from '@/features/audit/exports/words.fr';
import { fieldErasure } from '@/features/audit/field-erasures/words.fr';
import { ledgerHealth } from '@/features/audit/health/words/ledgerHealth.fr';
import { accessLog } from '@/features/audit/log/words/accessLog.fr';
import { audit } from '@/features/audit/log/words/audit.fr';
import { witnesses } from '@/features/audit/witnesses/words.fr';
import { aftermath } from '@/features/coordination/action-days/words/aftermath.fr';
import { operations } from '@/features/coordination/action-days/words/operations.fr';
import { calendar } from '@/features/coordination/calendar/words.fr';
import { calendarFeeds } from '@/features/coordination/calendar-feeds/words.fr';
import { messages } from '@/features/coordination/messages/words.fr';
import { situation } from '@/features/coordination/overview/words.fr';
import { atSearch } from '@/features/coordination/search-and-seizure/words.fr';
import { signing } from '@/features/coordination/signing/words.fr';
import { matters } from '@/features/coordination/tasks/words/matters.fr';
import { taskParts } from '@/features/coordination/tasks/words/taskParts.fr';
import { tasks } from '@/features/coordination/tasks/words/tasks.fr';
import { copies } from '@/features/custody/copies/words.fr';
import { disclosures } from '@/features/custody/disclosures/words.fr';
import { chart } from '@/features/custody/events/words/chart.fr';
import { custody } from '@/features/custody/events/words/custody.fr';
import { fixity } from '@/features/custody/fixity/words.fr';
import { openings } from '@/features/custody/openings/words.fr';
import { acquisition } from '@/features/evidence/acquisition/words.fr';
import { derivations } from '@/features/evidence/derivations/words.fr';
import { evaluation } from '@/features/evidence/exhibit/words/evaluation.fr';
import { exhibit } from '@/features/evidence/exhibit/words/exhibit.fr';
import { limits } from '@/features/evidence/exhibit/words/limits.fr';
import { files } from '@/features/evidence/files/words/files.fr';
import { uploads } from '@/features/evidence/files/words/uploads.fr';
import { flags } from '@/features/evidence/flags/words.fr';
import { caseImport } from '@/features/evidence/imports/words.fr';
import { labels } from '@/features/evidence/labels/words.fr';
import { joint } from '@/features/evidence/registration/words/joint.fr';
import { allocations } from '@/features/reference/allocations/words.fr';
import { reference } from '@/features/reference/administration/words.fr';
import { referenceReports } from '@/features/reference/reports/words.fr';
import { referenceReview } from '@/features/reference/review/words.fr';
import { register } from '@/features/evidence/registration/words/register.fr';
import { alerts } from '@/features/notifications/alerts/words.fr';
import { directory } from '@/features/requests/directory/words.fr';
import { expiring } from '@/features/requests/expiring/words.fr';
import { requestCards } from '@/features/requests/cards/words.fr';
import { requestForm } from '@/features/requests/form/words.fr';
import { admissibility } from '@/features/requests/admissibility/words.fr';
import { hearings } from '@/features/requests/hearing/words.fr';
import { filledForm } from '@/features/requests/forms/words.fr';
import { changedValues } from '@/features/requests/changed-values/words.fr';
import { requestDeadlines } from '@/features/requests/deadlines/words.fr';
import { itemLimits } from '@/features/requests/limits/words.fr';
import { reciprocity } from '@/features/requests/reciprocity/words.fr';
import { requests } from '@/features/requests/list/words.fr';
import { noticeFields } from '@/features/requests/notices/words/fields.fr';
import { interpolNotices } from '@/features/requests/notices/words/notices.fr';
import { requestAnswer } from '@/features/requests/answer/words.fr';
import { recognise } from '@/features/requests/recognise/words.fr';
import { requestRegister } from '@/features/requests/register/words.fr';
import { requestDetail } from '@/features/requests/request/words.fr';
import { routes } from '@/features/requests/routes/words.fr';
import { erasureWish } from '@/features/retention/erasures/words.fr';
import { retention } from '@/features/retention/periods/words.fr';
import { access } from '@/features/sharing/access/words/access.fr';
import { fourEyes } from '@/features/sharing/access/words/fourEyes.fr';
import { reservation } from '@/features/sharing/access/words/reservation.fr';
import { rules } from '@/features/sharing/access/words/rules.fr';
import { consents } from '@/features/sharing/consents/words.fr';
import { emergency } from '@/features/sharing/emergencies/words.fr';
import { filtering } from '@/features/sharing/privilege-review/words.fr';
import { reviewed } from '@/features/sharing/quarantine/words/reviewed.fr';
import { verifications } from '@/features/sharing/quarantine/words/verifications.fr';
import { gates } from '@/features/sharing/releases/words/gates.fr';
import { releases } from '@/features/sharing/releases/words/releases.fr';
import { requiredApprovals } from '@/features/sharing/required-approvals/words.fr';
import { founding } from '@/features/teams/founding/words.fr';
import { memberImport } from '@/features/teams/import/words.fr';
import { members } from '@/features/teams/members/words/members.fr';
import { roleChange } from '@/features/teams/members/words/roles.fr';
import { teams } from '@/features/teams/teams/words.fr';
import type { screens as source } from './screens.en';
import type { Translated } from './translated';

export const screens = {
  ...allocations,
  ...access,
  ...accessLog,
  ...acquisition,
  ...activity,
  ...administration,
  ...aftermath,
  ...alerts,
  ...allocations,
  ...atSearch,
  ...audit,
  ...calendar,
  ...calendarFeeds,
  ...caseImport,
  ...chart,
  ...configuration,
  ...consents,
  ...copies,
  ...custody,
  ...derivations,
  ...directory,
  ...disclosures,
  ...emergency,
  ...erasureWish,
  ...evaluation,
  ...exhibit,
  ...admissibility,
  ...expiring,
  ...hearings,
  ...exports,
  ...facts,
  ...fieldErasure,
  ...files,
  ...filtering,
  ...fixity,
  ...flags,
  ...founding,
  ...fourEyes,
  ...gates,
  ...filledForm,
  ...joint,
  ...keyboard,
  ...labels,
  ...ledgerHealth,
  ...limits,
  ...changedValues,
  ...requestDeadlines,
  ...itemLimits,
  ...matters,
  ...memberImport,
  ...members,
  ...roleChange,
  ...messages,
  ...openings,
  ...operations,
  ...reciprocity,
  ...reference,
  ...referenceReports,
  ...referenceReview,
  ...register,
  ...releases,
  ...noticeFields,
  ...interpolNotices,
  ...requestDetail,
  ...requestCards,
  ...requestForm,
  ...recognise,
  ...requestAnswer,
  ...requestRegister,
  ...requests,
  ...requiredApprovals,
  ...routes,
  ...reservation,
  ...retention,
  ...reviewed,
  ...rules,
  ...organisation,
  ...security,
  ...setup,
  ...stepUp,
  ...tokens,
  ...signing,
  ...situation,
  ...taskParts,
  ...tasks,
  ...teams,
  ...terms,
  ...uploads,
  ...verifications,
  ...witnesses,
} satisfies Translated<typeof source>;
