import { Select, SegmentedControl, Switch, TextInput, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ACTIVE, CLOSED, VIEWS, type TaskFilters, type TaskSearch } from './queries';
import { useTeam } from '@/api/team';
import { compact } from '@/lib/compact';
import { useTyped } from '@/lib/useTyped';
import classes from './Tasks.module.css';

type Props = { filters: TaskSearch; onChange: (filters: TaskSearch) => void; children: ReactNode };

export function TaskFilterBar({ filters, onChange, children }: Props) {
  const { t } = useTranslation();
  const { jit, parties } = useTeam();
  const search = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => search.current?.focus()]]);
  const set = (change: TaskFilters) => onChange(compact({ ...filters, ...change }));
  const [words, type] = useTyped(filters.q, (q) => set({ q }), 250);
  const states = [...ACTIVE, ...(filters.closed ? CLOSED : [])];
  return (
    <div className={classes['bar']} role="search" aria-label={t('tasks/filters')}>
      <Title order={1}>{t('tasks/title')}</Title>
      <SegmentedControl
        size="xs"
        aria-label={t('taskViews/as')}
        value={filters.view ?? 'list'}
        onChange={(view) => onChange(compact({ ...filters, view: VIEWS.find((one) => one === view) }))}
        data={(['list', ...VIEWS] as const).map((value) => ({ value, label: t(`taskViews/${value}`) }))}
      />
      <Link className="exhibit-link" to="/jits/$jit/calendar" params={{ jit: jit.id }} search={{ kind: 'task' }}>
        {t('taskViews/calendar')}
      </Link>
      <TextInput
        ref={search}
        className={classes['search']}
        size="xs"
        aria-label={t('tasks/search')}
        placeholder={t('tasks/search')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={words}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('tasks/whose')}
        value={filters.mine ? 'mine' : 'all'}
        onChange={(whose) => set({ mine: whose === 'mine' || undefined })}
        data={[
          { value: 'all', label: t('tasks/all') },
          { value: 'mine', label: t('tasks/mine') },
        ]}
      />
      <Select
        className={classes['select']}
        size="xs"
        clearable
        aria-label={t('tasks/party')}
        placeholder={t('tasks/party')}
        value={filters.party ?? null}
        data={parties.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(party) => set({ party: party ?? undefined })}
      />
      <Select
        className={classes['select']}
        size="xs"
        clearable
        aria-label={t('tasks/state')}
        placeholder={t('tasks/state')}
        value={filters.state ?? null}
        data={states.map((state) => ({ value: state, label: t(`taskState/${state}`) }))}
        onChange={(state) => set({ state: states.find((one) => one === state) })}
      />
      <Switch
        size="xs"
        label={t('tasks/closed')}
        checked={filters.closed ?? false}
        onChange={(event) => set({ closed: event.currentTarget.checked || undefined, state: undefined })}
      />
      {children}
    </div>
  );
}
