/** A waiting release or recall: missing approvals, and what this member can do. The recipient does not see it. */
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { giveUp } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { WaitingReleaseView } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { AgreeDialog } from './AgreeDialog';
import { AttestDialog } from './AttestDialog';
import { ConfirmDialog } from './ConfirmDialog';
import { gatesOf } from './gatesOf';
import classes from './Releases.module.css';

export function WaitingRow({ wish }: { wish: WaitingReleaseView }) {
  const { t } = useTranslation();
  const { jit, seat, partyName, locale } = useTeam();
  const queries = useQueryClient();
  const nameOf = useMemberName();
  const [doing, setDoing] = useState<'attest' | 'confirm' | 'agree' | 'give_up' | null>(null);
  const party = partyName(wish.party);
  const recall = wish.level === 'none';
  // The user refuses a wish of another originator, and gives up one of the own party.
  const refuses = wish.originator !== seat.party && !recall;
  const keeper = partyName(wish.originator);
  const giveUpWord = t(refuses ? 'joint/refuse' : recall ? 'fourEyes/giveUpRecall' : 'gates/giveUp');
  const done = (message: string) => {
    for (const key of [
      keys.exhibit(jit.id, wish.evidence),
      keys.custody(jit.id, wish.evidence),
      keys.waiting(jit.id),
      keys.pool(jit.id),
    ])
      void queries.invalidateQueries({ queryKey: key });
    notifications.show({ message });
    setDoing(null);
  };
  return (
    <>
      <div className={classes['main']}>
        <span className={classes['line']}>
          <strong>{party}</strong>
          <span className={classes['level']}>
            {recall ? t('fourEyes/recall') : wish.court_use ? t('joint/court') : t(`level/${wish.level}`)}
          </span>
          <span className={classes['state']}>
            {t('gates/waits', { gates: gatesOf(wish, { t, locale, partyName }) })}
          </span>
        </span>
        <span className={classes['terms']}>
          <span>
            {t(recall ? 'fourEyes/recallNote' : wish.court_use ? 'joint/courtNote' : 'gates/waitsNote', { party })}
          </span>
          {wish.reason ? <span>{t('fourEyes/because', { reason: wish.reason })}</span> : null}
          <span>
            {nameOf(wish.wanted_by)}, <When at={wish.wanted_at} />
          </span>
        </span>
        {wish.may.length > 0 ? (
          <Group gap="xs" mt={4}>
            {wish.may.includes('attest') ? (
              <Button size="compact-xs" onClick={() => setDoing('attest')}>
                {t('gates/attest')}
              </Button>
            ) : null}
            {wish.may.includes('confirm') ? (
              <Button size="compact-xs" onClick={() => setDoing('confirm')}>
                {t(recall ? 'fourEyes/confirmRecall' : 'fourEyes/confirm')}
              </Button>
            ) : null}
            {wish.may.includes('agree') ? (
              <Button size="compact-xs" onClick={() => setDoing('agree')}>
                {t('joint/agree')}
              </Button>
            ) : null}
            {wish.may.includes('give_up') ? (
              <Button size="compact-xs" variant="default" onClick={() => setDoing('give_up')}>
                {giveUpWord}
              </Button>
            ) : null}
          </Group>
        ) : null}
      </div>
      {doing === 'attest' ? (
        <AttestDialog wish={wish} onClose={() => setDoing(null)} onDone={() => done(t('gates/signed'))} />
      ) : null}
      {doing === 'confirm' ? (
        <ConfirmDialog wish={wish} onClose={() => setDoing(null)} onDone={() => done(t('fourEyes/confirmed'))} />
      ) : null}
      {doing === 'agree' ? (
        <AgreeDialog wish={wish} onClose={() => setDoing(null)} onDone={() => done(t('joint/agreed'))} />
      ) : null}
      {doing === 'give_up' ? (
        <ReasonDialog
          title={t(recall ? 'fourEyes/giveUpRecallTitle' : refuses ? 'joint/refuseTitle' : 'gates/giveUpTitle', {
            party,
          })}
          help={t(recall ? 'fourEyes/giveUpRecallHelp' : refuses ? 'joint/refuseHelp' : 'gates/giveUpHelp', {
            party,
            keeper,
          })}
          reasonLabel={t('gates/giveUpReason')}
          action={giveUpWord}
          onClose={() => setDoing(null)}
          act={(reason) => giveUp(jit.id, wish, reason)}
          onDone={() => done(t(recall ? 'fourEyes/recallGivenUp' : refuses ? 'joint/refused' : 'gates/givenUp'))}
        />
      ) : null}
    </>
  );
}
