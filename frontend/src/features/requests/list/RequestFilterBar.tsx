/** Search and filters of the list of requests. */
import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { compact } from '@/lib/compact';
import { useTyped } from '@/lib/useTyped';
import { instrumentsQuery } from '@/features/requests/form/queries';
import type { RequestFilters } from '@/features/requests/request/queries';
import { STATES } from '@/features/requests/request/state';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import classes from './List.module.css';

const VIEWS = ['board', 'deadlines'] as const;

type Props = { filters: RequestFilters; onChange: (filters: RequestFilters) => void };

export function RequestFilterBar({ filters, onChange }: Props) {
  const { t } = useTranslation();
  const { said } = useRequestWords();
  const search = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => search.current?.focus()]]);
  const set = (change: RequestFilters) => onChange(compact({ ...filters, ...change }));
  const [words, type] = useTyped(filters.q, (q) => set({ q }), 250);
  const instruments = useQuery(instrumentsQuery());
  return (
    <div className={classes['bar']} role="search" aria-label={t('requests/filters')}>
      <SegmentedControl
        size="xs"
        aria-label={t('requests/view')}
        value={filters.view ?? 'list'}
        data={(['list', 'board', 'deadlines'] as const).map((value) => ({ value, label: t(`requestView/${value}`) }))}
        onChange={(view) => set({ view: VIEWS.find((one) => one === view) })}
      />
      <TextInput
        ref={search}
        className={classes['search']}
        size="xs"
        aria-label={t('requests/search')}
        placeholder={t('requests/search')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={words}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Select
        className={classes['select']}
        size="xs"
        clearable
        aria-label={t('requests/direction')}
        placeholder={t('requests/anyDirection')}
        value={filters.direction ?? null}
        data={(['out', 'in'] as const).map((value) => ({ value, label: t(`requestDirection/${value}`) }))}
        onChange={(direction) => set({ direction: direction ?? undefined })}
      />
      <Select
        className={classes['select']}
        size="xs"
        clearable
        searchable
        aria-label={t('requests/instrument')}
        placeholder={t('requests/anyInstrument')}
        value={filters.instrument ?? null}
        data={(instruments.data?.items ?? []).map(({ key, title }) => ({ value: key, label: said(title) }))}
        onChange={(instrument) => set({ instrument: instrument ?? undefined })}
      />
      <Select
        className={classes['select']}
        size="xs"
        searchable
        aria-label={t('requests/state')}
        allowDeselect={false}
        value={filters.state ?? 'open'}
        data={[
          ...(['open', 'any', 'ended'] as const).map((value) => ({ value, label: t(`requests/${value}`) })),
          ...STATES.map((value) => ({ value, label: t(`requestState/${value}`) })),
        ]}
        onChange={(state) => set({ state: state === null || state === 'open' ? undefined : state })}
      />
      {filters.view === 'deadlines' ? null : (
        <Select
          className={classes['select']}
          size="xs"
          aria-label={t('requests/sort')}
          allowDeselect={false}
          value={filters.sort ?? 'deadline'}
          data={(['deadline', 'newest'] as const).map((value) => ({ value, label: t(`requestSort/${value}`) }))}
          onChange={(sort) => set({ sort: sort === 'newest' ? sort : undefined })}
        />
      )}
    </div>
  );
}
