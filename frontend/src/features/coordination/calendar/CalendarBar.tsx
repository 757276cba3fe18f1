/** Period and filters of the calendar. */
import { ActionIcon, Button, Chip, Group, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { cityOf } from '@/lib/zones';
import { moved, type Span } from './calendar';
import { CALENDAR_KINDS, kindsOf, type CalendarSearch } from './queries';
import classes from './Calendar.module.css';

type Props = {
  search: CalendarSearch;
  title: string;
  day: string;
  isNow: boolean;
  onSearch: (change: CalendarSearch) => void;
};

export function CalendarBar({ search, title, day, isNow, onSearch }: Props) {
  const { t } = useTranslation();
  const { zone } = useTeam();
  const span: Span = search.span ?? 'month';
  const go = (by: number) => onSearch({ on: moved(day, span, by) });
  return (
    <>
      <div className={classes['bar']}>
        <ActionIcon variant="default" aria-label={t(`calendar/${span}Before`)} onClick={() => go(-1)}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t(`calendar/${span}Behind`)} onClick={() => go(1)}>
          <IconChevronRight size={16} />
        </ActionIcon>
        <h2 className={classes['title']} aria-live="polite">
          {title}
        </h2>
        <Button size="xs" variant="default" disabled={isNow} onClick={() => onSearch({ on: undefined })}>
          {t('calendar/goToday')}
        </Button>
        <SegmentedControl
          size="xs"
          aria-label={t('calendar/span')}
          value={span}
          onChange={(value) => onSearch({ span: value === 'week' ? 'week' : undefined })}
          data={[
            { value: 'month', label: t('calendar/month') },
            { value: 'week', label: t('calendar/week') },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('calendar/whose')}
          value={search.mine ? 'mine' : 'all'}
          onChange={(value) => onSearch({ mine: value === 'mine' || undefined })}
          data={[
            { value: 'all', label: t('calendar/all') },
            { value: 'mine', label: t('calendar/mine') },
          ]}
        />
        <span className="dim">{t('calendar/inZone', { zone: cityOf(zone) })}</span>
      </div>
      <Chip.Group
        multiple
        value={kindsOf(search.kind)}
        onChange={(kinds) => onSearch({ kind: kinds.join(',') || undefined })}
      >
        <Group gap={4} role="group" aria-label={t('calendar/filter')}>
          {CALENDAR_KINDS.map((kind) => (
            <Chip key={kind} size="xs" variant="outline" value={kind}>
              {t(`calendar/kinds/${kind}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </>
  );
}
