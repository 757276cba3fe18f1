/** One pending action: what to do, about what, asked by whom, until when, and the button that leads there. */
import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBell,
  IconCalendarCheck,
  IconChecklist,
  IconCopyCheck,
  IconFileAlert,
  IconGavel,
  IconHourglass,
  IconMessageQuestion,
  IconScale,
  IconShieldQuestion,
  IconSignature,
  IconSpeakerphone,
  IconTargetArrow,
  IconTransferIn,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { PendingActionView } from '@/api/views';
import { dayTime } from '@/lib/time';
import { visible } from '@/lib/visible';
import { linkOf } from './links';
import { distance, isSoon } from '@/lib/due';
import classes from './Overview.module.css';

type Kind = PendingActionView['kind'];

const ICONS: Partial<Record<Kind, typeof IconBell>> = {
  damaged_files: IconFileAlert,
  hash_mismatch: IconFileAlert,
  emergency_review: IconAlertTriangle,
  burst_alert: IconAlertTriangle,
  wider_release_alert: IconAlertTriangle,
  go_response: IconTargetArrow,
  press_statement_approval: IconTargetArrow,
  privilege_review: IconShieldQuestion,
  upload_approval: IconShieldQuestion,
  exculpatory_decision: IconShieldQuestion,
  handover_answer: IconTransferIn,
  overdue_handover_alert: IconTransferIn,
  required_approval: IconShieldQuestion,
  consent_answer: IconMessageQuestion,
  question_answer: IconMessageQuestion,
  release_ending: IconHourglass,
  data_lapse: IconHourglass,
  request_validation: IconGavel,
  request_results: IconGavel,
  request_resend: IconGavel,
  request_clarification: IconGavel,
  request_allocation: IconGavel,
  request_deadline: IconGavel,
  request_closing: IconGavel,
  hearing_checklist: IconScale,
  notice_questions: IconSpeakerphone,
  notice_review: IconSpeakerphone,
  task: IconChecklist,
  task_answer: IconChecklist,
  task_declined: IconChecklist,
  signature: IconSignature,
  copy_answer: IconCopyCheck,
  retention_review: IconCalendarCheck,
  erasure_confirmation: IconCalendarCheck,
  member_confirmation: IconUsersGroup,
  role_confirmation: IconUsersGroup,
  reassignment: IconUsersGroup,
  controller_confirmation: IconUsersGroup,
  closing_agreement: IconUsersGroup,
};

export function PendingRow({ one, now }: { one: PendingActionView; now: number }) {
  const { t } = useTranslation();
  const { jit, zone, locale, partyName } = useTeam();
  const Icon = ICONS[one.kind] ?? IconBell;
  const soon = isSoon(one.due_at, now);
  const party = one.party ? partyName(one.party) : '';
  const link = linkOf(jit.id, one);
  return (
    <li className={classes['row']} data-soon={soon || undefined}>
      <Icon size={18} stroke={1.5} className={classes['icon'] ?? ''} aria-hidden />
      <div className={classes['about']}>
        <div className={classes['what']}>
          {t(`pendingKind/${one.kind}`, { party })}
          {t('common/colon')}
          <Link {...link} className="exhibit-link">
            {one.objects > 1 ? t('pending/exhibits', { count: one.objects }) : visible(one.title)}
          </Link>
        </div>
        <div className={classes['second']}>
          <Second one={one} />
        </div>
      </div>
      <div className={classes['when']}>
        {one.due_at ? (
          <>
            <time dateTime={one.due_at}>{dayTime(one.due_at, zone, locale)}</time>
            <span className={classes['distance']}>{distance(one.due_at, now, locale)}</span>
          </>
        ) : (
          <>
            <span>{t('pending/noDeadline')}</span>
            {one.since_at ? <time dateTime={one.since_at}>{distance(one.since_at, now, locale)}</time> : null}
          </>
        )}
      </div>
      <Button
        size="compact-sm"
        variant={soon ? 'filled' : 'default'}
        className={classes['do'] ?? ''}
        renderRoot={(props) => (
          <Link {...link} {...props} aria-label={`${t(`pendingDo/${one.kind}`)}${t('common/colon')}${one.title}`} />
        )}
      >
        {t(`pendingDo/${one.kind}`)}
      </Button>
    </li>
  );
}

/** What the count of an action counts, where it is not alerts. */
const COUNTED: Partial<Record<PendingActionView['kind'], 'pending/missing' | 'pending/left'>> = {
  hearing_checklist: 'pending/missing',
  reassignment: 'pending/left',
};

/** The person who asked, the parties of grouped alerts, and the words or file that it is about. */
function Second({ one }: { one: PendingActionView }) {
  const { t } = useTranslation();
  const { locale, partyName } = useTeam();
  const parties = new Intl.ListFormat(locale, { type: 'conjunction' }).format(one.parties.map(partyName));
  const who = one.member
    ? `${one.member.name} (${one.member.code})`
    : one.count > 1 || one.parties.length > 0
      ? parties
      : '';
  const about = one.detail && one.detail !== one.title ? visible(one.detail) : '';
  const counted = COUNTED[one.kind];
  const detail = [counted ? t(counted, { count: one.count }) : '', about].filter(Boolean).join(' · ');
  return (
    <>
      {[who, detail].filter(Boolean).join(' · ')}
      {one.number ? (
        <>
          {who || detail ? ' · ' : ''}
          <span className="mono">{one.number}</span>
        </>
      ) : null}
    </>
  );
}
