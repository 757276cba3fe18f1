/** Emergency openings: ours, and those of what our party contributed, each with its review. */
import { Button, Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconUrgent } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emergenciesQuery, review } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EmergencyView } from '@/api/views';
import { PartyCode } from '@/components/text/PartyCode';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { TwoTimes } from '@/components/text/TwoTimes';
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
    <section className={classes['group']} aria-labelledby="emergencies">
      <header className={classes['head']}>
        <h2 id="emergencies" className={classes['heading']}>
          {t('emergency/list')}
        </h2>
        {may('emergencies:begin') ? (
          <Button
            size="compact-sm"
            color="red"
            variant="outline"
            leftSection={<IconUrgent size={15} aria-hidden />}
            onClick={() => setBreaking(true)}
          >
            {t('emergency/title')}
          </Button>
        ) : null}
      </header>
      {list.error ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isSuccess && rows.length === 0 ? <p className={classes['none']}>{t('emergency/none')}</p> : null}
      <ul className={classes['list']}>
        {rows.map((one) => (
          <Row key={one.id} one={one} onReview={() => setReviewing(one)} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button variant="default" size="xs" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('common/more')}
        </Button>
      ) : null}
      {breaking ? <EmergencyDialog onClose={() => setBreaking(false)} onOpened={onOpened} /> : null}
      {reviewing ? <Review one={reviewing} onClose={() => setReviewing(null)} /> : null}
    </section>
  );
}

function Row({ one, onReview }: { one: EmergencyView; onReview: () => void }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  return (
    <li className={classes['row']} data-verdict={one.verdict ?? 'waits'}>
      <PartyCode code={one.party} name={partyName(one.party)} tone="plain" />
      <div className={classes['what']}>
        <div>
          <span className="mono">{one.exhibit_number}</span> <span className="mono dim">{one.seat}</span>{' '}
          <span className="dim">
            <TwoTimes at={one.begun_at} other={one.party} /> · {t('emergency/until')} <TwoTimes at={one.until} />
          </span>
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
      <div className={classes['state']}>
        {one.verdict ? t(`emergencyVerdict/${one.verdict}`) : t('emergency/waits')}
        <div className="dim">
          {one.verdict && one.reviewed_at ? (
            <>
              <span className="mono">{one.reviewed_by}</span> <TwoTimes at={one.reviewed_at} />
            </>
          ) : (
            <>
              {t('emergency/due')} <TwoTimes at={one.review_due_at} />
              {one.owner ? (
                <>
                  {' '}
                  · <span className="mono">{one.owner}</span>
                </>
              ) : null}
            </>
          )}
        </div>
      </div>
      {one.may_review ? (
        <Button size="compact-sm" onClick={onReview}>
          {t('emergency/review')}
        </Button>
      ) : null}
    </li>
  );
}

function Review({ one, onClose }: { one: EmergencyView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const [verdict, setVerdict] = useState<'justified' | 'not_justified' | null>(null);
  return (
    <ReasonDialog
      title={t('emergency/reviewTitle', { number: one.exhibit_number })}
      help={t('emergency/reviewHelp')}
      reasonLabel={t('emergency/finding')}
      action={t('emergency/reviewNow')}
      danger={false}
      ready={verdict !== null}
      onClose={onClose}
      act={async (finding) => {
        if (verdict) await review(jit.id, one, { verdict, finding });
      }}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.team(jit.id) });
        notifications.show({ message: t('emergency/reviewed') });
        onClose();
      }}
    >
      {(tried) => (
        <Radio.Group
          label={t('emergency/verdict')}
          required
          value={verdict}
          error={tried && verdict === null ? t('emergency/needVerdict') : null}
          onChange={(value) => setVerdict(value === 'justified' ? 'justified' : 'not_justified')}
        >
          <Stack gap={6} mt={6}>
            <Radio value="justified" label={t('emergencyVerdict/justified')} />
            <Radio value="not_justified" label={t('emergencyVerdict/not_justified')} />
          </Stack>
        </Radio.Group>
      )}
    </ReasonDialog>
  );
}
