/** Retention of an exhibit: period, legal holds, and the certificate of its erasure. */
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agreeToErase, lift, retentionQuery } from './queries';
import { useTeam } from '@/api/team';
import type { EvidenceView, HoldView, RetentionView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { Panel } from '@/components/layout/Panel';
import { PartyTag } from '@/components/text/PartyTag';
import { useMemberName } from '@/components/text/useMemberName';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { When } from '@/components/text/When';
import { listed } from '@/components/sharing/words';
import { Certificate } from '@/features/retention/erasures/Certificate';
import { ErasureWish } from '@/features/retention/erasures/ErasureWish';
import { EraseDialog } from '@/features/retention/erasures/EraseDialog';
import { HoldDialog } from './HoldDialog';
import { KeepDialog } from './KeepDialog';
import { Until } from './Until';
import { useDecided } from './useDecided';
import classes from './Retention.module.css';

export function RetentionPanel({ exhibit }: { exhibit: EvidenceView }) {
  const { t } = useTranslation();
  const { jit, partyName, locale } = useTeam();
  const { data, error, refetch } = useQuery(retentionQuery(jit.id, exhibit.id));
  // The version that the user read: a colleague's decision since then is not overwritten unseen.
  const [deciding, setDeciding] = useState<{ act: 'keep' | 'hold' | 'erase'; seen: RetentionView } | null>(null);
  const [agreeing, setAgreeing] = useState(false);
  const [lifting, setLifting] = useState<HoldView | null>(null);
  const decided = useDecided(exhibit.id);
  const nameOf = useMemberName();
  if (!data)
    return error ? (
      <Panel title={t('retention/title')}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </Panel>
    ) : null;
  const subject = ({ version }: RetentionView) => ({ id: exhibit.id, number: exhibit.exhibit_number, version });
  const begin = (act: 'keep' | 'hold' | 'erase') => () => setDeciding({ act, seen: data });
  const close = () => setDeciding(null);
  const standing = data.holds.some(({ lifted_at: lifted }) => lifted === null);
  return (
    <Panel title={t('retention/title')} term="retention" aside={t(`retentionMode/${data.mode}`)}>
      {data.erasure ? <Certificate erasure={data.erasure} /> : <Until kept={data} originator={exhibit.originator} />}
      {data.wish ? <ErasureWish of={subject(data)} wish={data.wish} /> : null}
      {standing ? (
        <Notice tone="warn">{t(data.mode === 'TRANSFER' ? 'retention/onHoldTransfer' : 'retention/onHold')}</Notice>
      ) : null}
      {data.lacking.length > 0 ? (
        <p className="dim">{t('joint/erasureWaits', { parties: listed(data.lacking.map(partyName), locale) })}</p>
      ) : null}
      {data.holds.length > 0 ? (
        <ul className={classes['holds']} aria-label={t('retention/holds')}>
          {data.holds.map((one) => (
            <li key={one.id} data-lifted={one.lifted_at !== null || undefined}>
              <PartyTag name={partyName(one.party)} /> {one.court} · <span className="mono">{one.file_number}</span>
              <div className="dim">
                {one.reason} · {nameOf(one.set_by)}, <When at={one.set_at} />
              </div>
              {one.lifted_at ? (
                <div className="dim">
                  {t('retention/lifted')}
                  {t('common/colon')}
                  {one.lift_reason} · {nameOf(one.lifted_by ?? '')}, <When at={one.lifted_at} />
                </div>
              ) : null}
              {one.may_lift ? (
                <Button size="compact-xs" variant="default" onClick={() => setLifting(one)}>
                  {t('retention/lift')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <Group gap="xs" mt="xs">
        {data.may_keep ? (
          <Button size="compact-sm" variant="default" onClick={begin('keep')}>
            {t('retention/keep')}
          </Button>
        ) : null}
        {data.may_hold ? (
          <Button size="compact-sm" variant="default" onClick={begin('hold')}>
            {t('retention/hold')}
          </Button>
        ) : null}
        {data.may_agree ? (
          <Button size="compact-sm" variant="default" onClick={() => setAgreeing(true)}>
            {t('joint/agreeErasure')}
          </Button>
        ) : null}
        {data.erase.allowed && !data.wish ? (
          <Button size="compact-sm" variant="light" color="red" onClick={begin('erase')}>
            {t('retention/erase')}
          </Button>
        ) : null}
      </Group>
      {deciding?.act === 'keep' ? (
        <KeepDialog
          of={subject(deciding.seen)}
          controller={deciding.seen.controller}
          reviewOn={deciding.seen.review_on}
          onClose={close}
        />
      ) : null}
      {deciding?.act === 'hold' ? <HoldDialog of={subject(deciding.seen)} onClose={close} /> : null}
      {deciding?.act === 'erase' ? <EraseDialog of={subject(deciding.seen)} onClose={close} /> : null}
      {agreeing ? (
        <ReasonDialog
          title={t('joint/agreeErasureTitle', { number: exhibit.exhibit_number })}
          help={t('joint/agreeErasureHelp', { keeper: partyName(exhibit.originator) })}
          reasonLabel={t('joint/agreeErasureReason')}
          action={t('joint/agree')}
          onClose={() => setAgreeing(false)}
          act={(reason) => agreeToErase(jit.id, exhibit.id, reason)}
          onDone={() => {
            decided(t('joint/erasureAgreed'));
            setAgreeing(false);
          }}
        />
      ) : null}
      {lifting ? (
        <ReasonDialog
          title={t('retention/liftTitle', { court: lifting.court })}
          help={t('retention/liftHelp')}
          reasonLabel={t('retention/liftReason')}
          action={t('retention/lift')}
          onClose={() => setLifting(null)}
          act={(reason) => lift(jit.id, exhibit.id, lifting.id, reason)}
          onDone={() => {
            decided(t('retention/liftedNow', { number: exhibit.exhibit_number }));
            setLifting(null);
          }}
        />
      ) : null}
    </Panel>
  );
}
