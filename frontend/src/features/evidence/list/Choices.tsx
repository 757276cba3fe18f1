import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Filters } from '@/api/queries';
import { CATEGORIES, HANDLING, KINDS, SORTS } from '@/api/views';
import { useTeam } from '@/api/team';
import { compact } from '@/lib/compact';
import classes from './Grid.module.css';

const STATES = ['active', 'withdrawn', 'erased'] as const;

/** `sorts`: also the order, where the list has no head to click on. */
export function Choices({
  filters,
  sorts,
  onChange,
}: {
  filters: Filters;
  sorts: boolean;
  onChange: (filters: Filters) => void;
}) {
  const { t } = useTranslation();
  const { parties } = useTeam();
  const set = (next: { [Name in keyof Filters]: Filters[Name] | null }) =>
    onChange(compact({ ...filters, ...next }) as Filters);
  const shape = { className: classes['select'] ?? '', size: 'xs', clearable: true } as const;
  return (
    <>
      <Select
        {...shape}
        aria-label={t('evidence/originator')}
        placeholder={t('evidence/anyOriginator')}
        data={parties.map(({ code, name }) => ({ value: code, label: code.length === 2 ? `${code} · ${name}` : name }))}
        value={filters.originator ?? null}
        onChange={(originator) => set({ originator })}
      />
      <Select
        {...shape}
        aria-label={t('evidence/kind')}
        placeholder={t('evidence/anyKind')}
        data={KINDS.map((value) => ({ value, label: t(`kind/${value}`) }))}
        value={filters.kind ?? null}
        onChange={(kind) => set({ kind })}
      />
      <Select
        {...shape}
        searchable
        aria-label={t('evidence/category')}
        placeholder={t('evidence/anyCategory')}
        data={CATEGORIES.map((value) => ({ value, label: t(`category/${value}`) }))}
        value={filters.category ?? null}
        onChange={(category) => set({ category })}
      />
      <Select
        {...shape}
        aria-label={t('evidence/handling')}
        placeholder={t('evidence/anyHandling')}
        data={HANDLING}
        value={filters.handling ?? null}
        onChange={(handling) => set({ handling })}
      />
      <Select
        {...shape}
        aria-label={t('evidence/releasedTo')}
        placeholder={t('evidence/anyReleased')}
        data={parties.map(({ code, name }) => ({ value: code, label: code.length === 2 ? `${code} · ${name}` : name }))}
        value={filters.released_to ?? null}
        onChange={(released_to) => set({ released_to })}
      />
      <Select
        {...shape}
        aria-label={t('evidence/status')}
        placeholder={t('evidence/anyStatus')}
        data={STATES.map((value) => ({ value, label: t(`status/${value}`) }))}
        value={filters.status ?? null}
        onChange={(status) => set({ status })}
      />
      {sorts ? (
        <Select
          {...shape}
          clearable={false}
          aria-label={t('evidence/order')}
          data={SORTS.map((value) => ({ value, label: t(`evidence/orders/${value}`) }))}
          value={filters.sort ?? 'newest'}
          onChange={(sort) => set({ sort: sort && sort !== 'newest' ? sort : null })}
        />
      ) : null}
    </>
  );
}
