/** The English words of all screens that are fetched later. */
import { keyboard } from '@/app/shell/words/keyboard.en';
import { terms } from '@/components/help/terms.en';
import { administration } from '@/features/accounts/administration/words.en';
import { configuration } from '@/features/accounts/configuration/words.en';
import { organisation } from '@/features/accounts/organisation/words.en';
import { security } from '@/features/accounts/security/words.en';
import { setup } from '@/features/accounts/setup/words.en';
import { stepUp } from '@/features/accounts/step-up/words.en';
import { tokens } from '@/features/accounts/tokens/words.en';
import { activity } from '@/features/audit/activity/words.en';
import { facts } from '@/features/audit/entries/words.en';
import { exports } from '@/features/audit/exports/words.en';
import { fieldErasure } from '@/features/audit/field-erasures/words.en';
import { ledgerHealth } from '@/features/audit/health/words/ledgerHealth.en';
import { accessLog } from '@/features/audit/log/words/accessLog.en';
import { audit } from '@/features/audit/log/words/audit.en';
import { witnesses } from '@/features/audit/witnesses/words.en';
import { aftermath } from '@/features/coordination/action-days/words/aftermath.en';
import { operations } from '@/features/coordination/action-days/words/operations.en';
import { calendar } from '@/features/coordination/calendar/words.en';
import { calendarFeeds } from '@/features/coordination/calendar-feeds/words.en';
import { messages } from '@/features/coordination/messages/words.en';
import { situation } from '@/features/coordination/overview/words.en';
import { atSearch } from '@/features/coordination/search-and-seizure/words.en';
import { signing } from '@/features/coordination/signing/words.en';
import { matters } from '@/features/coordination/tasks/words/matters.en';
import { taskParts } from '@/features/coordination/tasks/words/taskParts.en';
import { tasks } from '@/features/coordination/tasks/words/tasks.en';
import { copies } from '@/features/custody/copies/words.en';
import { disclosures } from '@/features/custody/disclosures/words.en';
import { chart } from '@/features/custody/events/words/chart.en';
import { custody } from '@/features/custody/events/words/custody.en';
import { fixity } from '@/features/custody/fixity/words.en';
import { openings } from '@/features/custody/openings/words.en';
import { acquisition } from '@/features/evidence/acquisition/words.en';
import { derivations } from '@/features/evidence/derivations/words.en';
import { evaluation } from '@/features/evidence/exhibit/words/evaluation.en';
import { exhibit } from '@/features/evidence/exhibit/words/exhibit.en';
import { limits } from '@/features/evidence/exhibit/words/limits.en';
import { files } from '@/features/evidence/files/words/files.en';
import { uploads } from '@/features/evidence/files/words/uploads.en';
import { flags } from '@/features/evidence/flags/words.en';
import { caseImport } from '@/features/evidence/imports/words.en';
import { labels } from '@/features/evidence/labels/words.en';
import { joint } from '@/features/evidence/registration/words/joint.en';
import { allocations } from '@/features/reference/allocations/words.en';
import { reference } from '@/features/reference/administration/words.en';
import { referenceReports } from '@/features/reference/reports/words.en';
import { referenceReview } from '@/features/reference/review/words.en';
import { register } from '@/features/evidence/registration/words/register.en';
import { alerts } from '@/features/notifications/alerts/words.en';
import { directory } from '@/features/requests/directory/words.en';
import { expiring } from '@/features/requests/expiring/words.en';
import { requestCards } from '@/features/requests/cards/words.en';
import { requestForm } from '@/features/requests/form/words.en';
import { admissibility } from '@/features/requests/admissibility/words.en';
import { hearings } from '@/features/requests/hearing/words.en';
import { filledForm } from '@/features/requests/forms/words.en';
import { changedValues } from '@/features/requests/changed-values/words.en';
import { requestDeadlines } from '@/features/requests/deadlines/words.en';
import { itemLimits } from '@/features/requests/limits/words.en';
import { reciprocity } from '@/features/requests/reciprocity/words.en';
import { requests } from '@/features/requests/list/words.en';
import { noticeFields } from '@/features/requests/notices/words/fields.en';
import { interpolNotices } from '@/features/requests/notices/words/notices.en';
import { requestAnswer } from '@/features/requests/answer/words.en';
import { recognise } from '@/features/requests/recognise/words.en';
import { requestRegister } from '@/features/requests/register/words.en';
import { requestDetail } from '@/features/requests/request/words.en';
import { routes } from '@/features/requests/routes/words.en';
import { erasureWish } from '@/features/retention/erasures/words.en';
import { retention } from '@/features/retention/periods/words.en';
import { access } from '@/features/sharing/access/words/access.en';
import { fourEyes } from '@/features/sharing/access/words/fourEyes.en';
import { reservation } from '@/features/sharing/access/words/reservation.en';
import { rules } from '@/features/sharing/access/words/rules.en';
import { consents } from '@/features/sharing/consents/words.en';
import { emergency } from '@/features/sharing/emergencies/words.en';
import { filtering } from '@/features/sharing/privilege-review/words.en';
import { reviewed } from '@/features/sharing/quarantine/words/reviewed.en';
import { verifications } from '@/features/sharing/quarantine/words/verifications.en';
import { gates } from '@/features/sharing/releases/words/gates.en';
import { releases } from '@/features/sharing/releases/words/releases.en';
import { requiredApprovals } from '@/features/sharing/required-approvals/words.en';
import { founding } from '@/features/teams/founding/words.en';
import { memberImport } from '@/features/teams/import/words.en';
import { members } from '@/features/teams/members/words/members.en';
import { roleChange } from '@/features/teams/members/words/roles.en';
import { teams } from '@/features/teams/teams/words.en';

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
};
