/** Challenges of a notice before the Commission for the Control of INTERPOL's Files, which run beside its state. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { Day } from '@/components/text/Day';
import { StateTag } from '@/components/text/StateTag';
import { isSoon } from '@/lib/due';
import { useNow } from '@/lib/useNow';
import { visible } from '@/lib/visible';
import { ChallengeDialog } from './ChallengeDialog';
import type { NoticeChallengeView, NoticeView } from './queries';
import classes from '@/features/requests/request/Request.module.css';

export function ChallengesPanel({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState<NoticeChallengeView | 'new' | null>(null);
  const sent = notice.state !== 'draft' && notice.state !== 'checked';
  return (
    <Panel
      title={t('noticeDetail/challenges')}
      aside={
        notice.may.work && sent ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setChanging('new')}>
            {t('noticeDetail/recordChallenge')}
          </Button>
        ) : null
      }
    >
      {notice.challenges.length === 0 ? <p className={classes['none']}>{t('noticeDetail/noChallenges')}</p> : null}
      <ul className={classes['list']}>
        {notice.challenges.map((one) => (
          <li key={one.id} className={classes['line']}>
            <div>
              {t(`challengeKind/${one.kind}`)}
              <Dates one={one} />
              <Expected one={one} />
              {one.decision ? <div>{visible(one.decision)}</div> : null}
              {one.remedy ? <div className={classes['small']}>{visible(one.remedy)}</div> : null}
            </div>
            {one.is_blocked ? <StateTag tone="warn">{t('noticeDetail/blocked')}</StateTag> : null}
            {notice.may.work ? (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('noticeDetail/changeChallengeOf', { kind: t(`challengeKind/${one.kind}`) })}
                onClick={() => setChanging(one)}
              >
                {t('noticeDetail/changeChallenge')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {changing ? (
        <ChallengeDialog
          notice={notice}
          challenge={changing === 'new' ? null : changing}
          onClose={() => setChanging(null)}
        />
      ) : null}
    </Panel>
  );
}

function Dates({ one }: { one: NoticeChallengeView }) {
  const { t } = useTranslation();
  return (['received_on', 'admissible_on', 'questions_answered_on', 'decided_on'] as const).map((name) =>
    one[name] === null ? null : (
      <div key={name} className={classes['small']}>
        {t(`challengeField/${name}`)}
        {t('common/colon')} <Day day={one[name]} />
      </div>
    ),
  );
}

/** The steps that come next. Only the answer is the party's, so only its day is a warning. */
function Expected({ one }: { one: NoticeChallengeView }) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  return one.expected.map(({ step, due_on, article }) => {
    const end = `${due_on}T23:59:59Z`;
    return (
      <div key={step} className={classes['small']}>
        {t(`challengeStep/${step}`)} <Day day={due_on} /> ({t('noticeDetail/statute', { article })}){' '}
        {step === 'answer' && isSoon(end, now) ? (
          <StateTag tone={Date.parse(end) < now ? 'bad' : 'warn'}>
            {t(Date.parse(end) < now ? 'noticeDetail/answerOverdue' : 'noticeDetail/answerSoon')}
          </StateTag>
        ) : null}
      </div>
    );
  });
}
