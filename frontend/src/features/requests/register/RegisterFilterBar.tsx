/** Filters of the register: number, party, instrument, and when a state was recorded. */
import { Select, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { instrumentsQuery } from '@/features/requests/form/queries';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { compact } from '@/lib/compact';
import { useTyped } from '@/lib/useTyped';
import type { RegisterFilters } from './queries';
import '@/components/fields/dates.css';
import classes from './Register.module.css';

type Props = { filters: RegisterFilters; onChange: (filters: RegisterFilters) => void };

export function RegisterFilterBar({ filters, onChange }: Props) {
  const { t } = useTranslation();
  const { parties, partyName } = useTeam();
  const { said } = useRequestWords();
  const set = (change: RegisterFilters) => onChange(compact({ ...filters, ...change }));
  const [words, type] = useTyped(filters.q, (q) => set({ q }), 250);
  const instruments = useQuery(instrumentsQuery());
  return (
    <div className={classes['bar']} role="search" aria-label={t('requestRegister/filters')}>
      <TextInput
        className={classes['choice'] ?? ''}
        size="xs"
        maxLength={100}
        aria-label={t('requestRegister/number')}
        placeholder={t('requestRegister/number')}
        value={words}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Select
        className={classes['choice'] ?? ''}
        size="xs"
        clearable
        aria-label={t('requestRegister/party')}
        placeholder={t('requestRegister/anyParty')}
        value={filters.party ?? null}
        data={parties.map(({ code }) => ({ value: code, label: partyName(code) }))}
        onChange={(party) => set({ party: party ?? undefined })}
      />
      <Select
        className={classes['choice'] ?? ''}
        size="xs"
        clearable
        searchable
        aria-label={t('requestRegister/instrument')}
        placeholder={t('requestRegister/anyInstrument')}
        value={filters.instrument ?? null}
        data={(instruments.data?.items ?? []).map(({ key, title }) => ({ value: key, label: said(title) }))}
        onChange={(instrument) => set({ instrument: instrument ?? undefined })}
      />
      <DatePickerInput
        className={classes['choice'] ?? ''}
        size="xs"
        type="range"
        allowSingleDateInRange
        clearable
        aria-label={t('requestRegister/period')}
        placeholder={t('requestRegister/anyTime')}
        value={[filters.from ?? null, filters.to ?? null]}
        onChange={([from, to]) => set({ from: from ?? undefined, to: to ?? undefined })}
      />
    </div>
  );
}
