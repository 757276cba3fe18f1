/** Emergency accesses of one's own party, and those to its exhibits, each with its review. */
import { Button, Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconUrgent } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emergenciesQuery, review } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EmergencyView } from '@/api/views';
import { MoreButton } from '@/components/layout/PagedRows';
import { Queue, QueueRow } from '@/components/layout/Queue';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { StateTag } from '@/components/text/StateTag';
import { TwoTimes } from '@/components/text/TwoTimes';
import { useMemberName } from '@/components/text/useMemberName';
import { EmergencyDialog } from './EmergencyDialog';
import classes from './Emergencies.module.css';

export function EmergenciesSection({ onOpened }: { onOpened: (made: EmergencyView) => void }) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const [breaking, setBreaking] = useState(false);
  const [reviewing, setReviewing] = useState<EmergencyView | null>(null);
  const list = useInfiniteQuery(emergenciesQuery(jit.id));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div id="emergencies">
      {list.error ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isSuccess ? (
        <Queue
          title={t('emergency/list')}
          term="emergency"
          count={rows.length}
          todo={rows.some(({ may_review }) => may_review)}
          columns="minmax(0, 1fr) 13rem 13rem"
          heads={[t('emergency/access'), t('emergency/period'), t('emergency/state')]}
          none={t('emergency/none')}
          aside={
            may('emergencies:begin') ? (
              <Button
                size="compact-sm"
                color="red"
                variant="outline"
                leftSection={<IconUrgent size={15} aria-hidden />}
                onClick={() => setBreaking(true)}
              >
                {t('emergency/begin')}
              </Button>
            ) : null
          }
          foot={list.hasNextPage ? <MoreButton list={list} size="xs" /> : null}
        >
          {rows.map((one) => (
            <Row key={one.id} one={one} onReview={() => setReviewing(one)} />
          ))}
        </Queue>
      ) : null}
      {breaking ? <EmergencyDialog onClose={() => setBreaking(false)} onOpened={onOpened} /> : null}
      {reviewing ? <Review one={reviewing} onClose={() => setReviewing(null)} /> : null}
    </div>
  );
}

function Row({ one, onReview }: { one: EmergencyView; onReview: () => void }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const nameOf = useMemberName();
  return (
    <QueueRow mark={one.verdict === null ? 'warn' : one.verdict === 'not_justified' ? 'bad' : undefined}>
      <div>
        <strong>{partyName(one.party)}</strong> · {nameOf(one.seat)}
        <div>
          {t('emergency/exhibit')} <span className="mono">{one.exhibit_number}</span>
        </div>
        <p className={classes['words']}>{one.reason}</p>
        {one.finding ? (
          <p className={classes['words']}>
            {t('emergency/finding')}
            {t('common/colon')}
            {one.finding}
          </p>
        ) : null}
      </div>
      <div>
        <TwoTimes at={one.begun_at} other={one.party} />
        <div className="dim">
          {t('emergency/until')} <TwoTimes at={one.until} />
        </div>
      </div>
      <div>
        <StateTag tone={one.verdict === null ? 'warn' : TONES[one.verdict]} pending={one.verdict === null}>
          {one.verdict ? t(`emergencyVerdict/${one.verdict}`) : t('emergency/waits')}
        </StateTag>
        <div className="dim">
          {one.verdict && one.reviewed_at ? (
            <>
              {nameOf(one.reviewed_by ?? '')}, <TwoTimes at={one.reviewed_at} />
            </>
          ) : (
            <>
              {t('emergency/due')} <TwoTimes at={one.review_due_at} />
              {one.owner ? ` · ${nameOf(one.owner)}` : null}
            </>
          )}
        </div>
      </div>
      {one.may_review ? (
        <Button
          size="compact-sm"
          aria-label={`${t('emergency/review')}${t('common/colon')}${one.exhibit_number}`}
          onClick={onReview}
        >
          {t('emergency/review')}
        </Button>
      ) : null}
    </QueueRow>
  );
}

const TONES = { justified: 'good', not_justified: 'bad' } as const;

function Review({ one, onClose }: { one: EmergencyView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const form = useForm<{ verdict: 'justified' | 'not_justified' | null }>({
    initialValues: { verdict: null },
    validate: { verdict: (value) => (value ? null : t('emergency/needVerdict')) },
  });
  return (
    <ReasonDialog
      title={t('emergency/reviewTitle', { number: one.exhibit_number })}
      help={t('emergency/reviewHelp')}
      reasonLabel={t('emergency/finding')}
      action={t('emergency/reviewNow')}
      danger={false}
      fields={form}
      onClose={onClose}
      act={async (finding) => {
        const { verdict } = form.getValues();
        if (verdict) await review(jit.id, one, { verdict, finding });
      }}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.team(jit.id) });
        notifications.show({ message: t('emergency/reviewed') });
        onClose();
      }}
    >
      <Radio.Group required label={t('emergency/verdict')} {...form.getInputProps('verdict')}>
        <Stack gap={6} mt={6}>
          <Radio value="justified" label={t('emergencyVerdict/justified')} />
          <Radio value="not_justified" label={t('emergencyVerdict/not_justified')} />
        </Stack>
      </Radio.Group>
    </ReasonDialog>
  );
}
