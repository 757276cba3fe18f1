/** The hearings of the own party: later ones by date, or past ones. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconScale } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { PagedRows } from '@/components/layout/PagedRows';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { When } from '@/components/text/When';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { distance } from '@/lib/due';
import { useNow } from '@/lib/useNow';
import { visible } from '@/lib/visible';
import { HearingDialog } from './HearingDialog';
import { hearingsQuery, type HearingSummary, type HearingView } from './queries';
import classes from './Hearing.module.css';

export function HearingsScreen({ onMade }: { onMade: (hearing: HearingView) => void }) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const [past, setPast] = useState(false);
  const [making, setMaking] = useState(false);
  const list = useInfiniteQuery(hearingsQuery(jit.id, past));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const empty = list.isSuccess && rows.length === 0;
  const create =
    may('requests:work') && jit.state === 'operational' ? (
      <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setMaking(true)}>
        {t('hearings/new')}
      </Button>
    ) : null;
  return (
    <div className={classes['screen']}>
      <div className={classes['pad']}>
        <ScreenHead title={t('hearings/title')} term="hearingChecklist" help={t('hearings/help')}>
          {empty && !past ? null : create}
        </ScreenHead>
      </div>
      <div className={classes['bar']}>
        <SegmentedControl
          size="xs"
          aria-label={t('hearings/which')}
          value={past ? 'past' : 'later'}
          onChange={(value) => setPast(value === 'past')}
          data={[
            { value: 'later', label: t('hearings/later') },
            { value: 'past', label: t('hearings/past') },
          ]}
        />
      </div>
      <PagedRows list={list} className={classes['pad']} height={120}>
        {rows.length > 0 ? (
          <section className={classes['panel']} aria-label={t('hearings/title')}>
            <ul className={classes['list']}>
              {rows.map((one) => (
                <Row key={one.id} one={one} />
              ))}
            </ul>
          </section>
        ) : null}
      </PagedRows>
      {empty ? (
        <EmptyState
          icon={IconScale}
          title={t(past ? 'hearings/emptyPast' : 'hearings/empty')}
          help={t(past ? 'hearings/emptyPastHelp' : create ? 'hearings/emptyHelp' : 'hearings/emptyReader')}
        >
          {past ? null : create}
        </EmptyState>
      ) : null}
      {making ? <HearingDialog hearing={null} onClose={() => setMaking(false)} onDone={onMade} /> : null}
    </div>
  );
}

function Row({ one }: { one: HearingSummary }) {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const { country } = useRequestWords();
  const now = useNow(60_000);
  return (
    <li className={classes['row']}>
      <div>
        <Link
          to="/jits/$jit/hearings/$hearing"
          params={{ jit: jit.id, hearing: one.id }}
          className={classes['link'] ?? ''}
        >
          {visible(one.title)}
        </Link>
        <div className={classes['small']}>
          {visible(one.court)} · {country(one.country)}
          {one.proceeding ? ` · ${visible(one.proceeding)}` : null}
        </div>
      </div>
      <div>
        <When at={one.held_at} form="column" zone={one.zone} />
        <div className={classes['small']}>
          {one.zone} · {distance(one.held_at, now, locale)}
        </div>
      </div>
      <div>{t('hearings/exhibits', { count: one.exhibits })}</div>
    </li>
  );
}
