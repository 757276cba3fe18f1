/** The catch-up summary: one line with numbers; unfolded, notes, then deadlines, then the acts of others. */
import { Button, Collapse, SegmentedControl, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronRight, IconCircleCheck, IconSunrise } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { briefingQuery, markRead, type BriefingView, type Since } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { fullTime } from '@/lib/time';
import { DeadlinesPanel } from './DeadlinesPanel';
import { HappenedPanel } from './HappenedPanel';
import { isNews, newsOf } from './news';
import { NotesPanel } from './NotesPanel';
import classes from './Briefing.module.css';

export function BriefingSection() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  // Once it was open it stays, closed or not: a note may be half written in it.
  const [opened, setOpened] = useState(false);
  const [since, setSince] = useState<Since>('mark');
  const { data, error, refetch } = useQuery({ ...briefingQuery(jit.id, since), placeholderData: keepPreviousData });
  const read = useMutation({
    mutationFn: (position: number) => markRead(jit.id, position),
    onSuccess: () => {
      notifications.show({ message: t('briefing/marked') });
      setSince('mark');
      return queries.invalidateQueries({ queryKey: keys.situation(jit.id) });
    },
  });
  const fresh = data ? isNews(newsOf(data)) : false;
  return (
    <section className={classes['section']} aria-label={t('briefing/title')}>
      <div className={classes['strip']} data-fresh={fresh || undefined}>
        <UnstyledButton
          className={classes['toggle'] ?? ''}
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
            setOpened(true);
          }}
        >
          <IconSunrise size={16} stroke={1.75} aria-hidden />
          <strong>{t('briefing/title')}</strong>
          <span>{data ? <Words briefing={data} /> : null}</span>
          <IconChevronRight size={14} data-open={open || undefined} aria-hidden />
        </UnstyledButton>
        {open && data ? (
          <Button
            size="compact-sm"
            leftSection={<IconCircleCheck size={14} aria-hidden />}
            variant={fresh ? 'filled' : 'default'}
            loading={read.isPending}
            onClick={() => read.mutate(data.head)}
          >
            {t('briefing/read')}
          </Button>
        ) : null}
      </div>
      <ProblemNotice error={error ?? read.error} onRetry={error ? () => void refetch() : undefined} />
      <Collapse expanded={open}>
        {opened ? (
          <div className={classes['whole']}>
            <div className={classes['tools']}>
              <SegmentedControl
                size="xs"
                aria-label={t('briefing/since')}
                value={since}
                onChange={(value) => setSince(value === 'workday' ? 'workday' : 'mark')}
                data={[
                  { value: 'mark', label: t('briefing/sinceMark') },
                  { value: 'workday', label: t('briefing/sinceWorkday') },
                ]}
              />
              {data ? <Behind briefing={data} /> : null}
            </div>
            <NotesPanel notes={data?.notes} />
            {data ? <DeadlinesPanel briefing={data} /> : null}
            {data ? <HappenedPanel happened={data.happened} /> : null}
          </div>
        ) : null}
      </Collapse>
    </section>
  );
}

/** The new items in few words. */
function Words({ briefing }: { briefing: BriefingView }) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const news = newsOf(briefing);
  if (!isNews(news)) return <span className="dim">{t('briefing/quiet')}</span>;
  const parts = [
    news.notes > 0 ? t('briefing/newNotes', { count: news.notes }) : null,
    news.acts > 0 ? t('briefing/newActs', { count: news.acts }) : null,
    news.moved > 0 ? t('briefing/newMoved', { count: news.moved }) : null,
  ].filter((part) => part !== null);
  return <>{new Intl.ListFormat(locale, { type: 'unit' }).format(parts)}</>;
}

/** Behind which moment everything is new. */
function Behind({ briefing: { since, marked_at: marked } }: { briefing: BriefingView }) {
  const { t } = useTranslation();
  const { zone, locale } = useTeam();
  const at = since ?? marked;
  if (!at) return null;
  return (
    <span className="dim">
      {t(since && !marked ? 'briefing/neverRead' : 'briefing/behind', { time: fullTime(at, zone, locale) })}
    </span>
  );
}
