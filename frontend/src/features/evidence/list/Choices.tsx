/** The filters of the list beside its search. */
import { Select } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import 'dayjs/locale/fr';
import { useTranslation } from 'react-i18next';
import type { Filters } from '@/api/queries';
import { CATEGORIES, HANDLING, KINDS, LEVELS, SORTS } from '@/api/views';
import { useTeam } from '@/api/team';
import { compact } from '@/lib/compact';
import '@/components/fields/dates.css';
import classes from './Grid.module.css';

const STATES = ['active', 'withdrawn', 'erased'] as const;

type Props = {
  filters: Filters;
  /** Whether the order is chosen here, because the list has no head to click on. */
  sorts: boolean;
  onChange: (filters: Filters) => void;
};

export function Choices({ filters, sorts, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const { parties } = useTeam();
  const set = (next: { [Name in keyof Filters]: Filters[Name] | null }) =>
    onChange(compact({ ...filters, ...next }) as Filters);
  const shape = { className: classes['filter'] ?? '', size: 'xs', clearable: true } as const;
  const named = parties.map(({ code, name }) => ({ value: code, label: name }));
  const ofVocabulary = <T extends string>(all: readonly T[], label: (one: T) => string) =>
    all.map((value) => ({ value, label: label(value) }));
  const range = (from: string | undefined, until: string | undefined) =>
    [from ?? null, until ?? null] as [string | null, string | null];
  const picker = {
    type: 'range',
    size: 'xs',
    clearable: true,
    allowSingleDateInRange: true,
    locale: i18n.language,
    valueFormat: 'D MMM YYYY',
    className: classes['range'] ?? '',
  } as const;
  return (
    <>
      <Select
        {...shape}
        aria-label={t('evidence/originator')}
        placeholder={t('evidence/anyOriginator')}
        data={named}
        value={filters.originator ?? null}
        onChange={(originator) => set({ originator })}
      />
      <Select
        {...shape}
        aria-label={t('evidence/kind')}
        placeholder={t('evidence/anyKind')}
        data={ofVocabulary(KINDS, (value) => t(`kind/${value}`))}
        value={filters.kind ?? null}
        onChange={(kind) => set({ kind })}
      />
      <Select
        {...shape}
        searchable
        aria-label={t('evidence/category')}
        placeholder={t('evidence/anyCategory')}
        data={ofVocabulary(CATEGORIES, (value) => t(`category/${value}`))}
        value={filters.category ?? null}
        onChange={(category) => set({ category })}
      />
      <Select
        {...shape}
        aria-label={t('evidence/level')}
        placeholder={t('evidence/anyLevel')}
        data={ofVocabulary(LEVELS, (value) => t(`level/${value}`))}
        value={filters.level ?? null}
        onChange={(level) => set({ level })}
      />
      <Select
        {...shape}
        aria-label={t('evidence/releasedTo')}
        placeholder={t('evidence/anyReleased')}
        data={named}
        value={filters.released_to ?? null}
        onChange={(released_to) => set({ released_to })}
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
        aria-label={t('evidence/status')}
        placeholder={t('evidence/anyStatus')}
        data={ofVocabulary(STATES, (value) => t(`status/${value}`))}
        value={filters.status ?? null}
        onChange={(status) => set({ status })}
      />
      <DatePickerInput
        {...picker}
        aria-label={t('evidence/acquired')}
        placeholder={t('evidence/acquired')}
        title={t('evidence/acquiredHelp')}
        value={range(filters.acquired_from, filters.acquired_until)}
        onChange={([acquired_from, acquired_until]) => set({ acquired_from, acquired_until })}
      />
      <DatePickerInput
        {...picker}
        aria-label={t('evidence/registeredRange')}
        placeholder={t('evidence/registeredRange')}
        value={range(filters.registered_from, filters.registered_until)}
        onChange={([registered_from, registered_until]) => set({ registered_from, registered_until })}
      />
      {sorts ? (
        <Select
          {...shape}
          clearable={false}
          aria-label={t('evidence/order')}
          data={ofVocabulary(SORTS, (value) => t(`evidence/orders/${value}`))}
          value={filters.sort ?? 'newest'}
          onChange={(sort) => set({ sort: sort && sort !== 'newest' ? sort : null })}
        />
      ) : null}
    </>
  );
}
