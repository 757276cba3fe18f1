/** A field to choose an exhibit by number or title among those that the member may see. */
import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { exhibitNameQuery } from '@/api/naming';
import { poolQuery } from '@/api/queries';
import type { EvidenceSummary } from '@/api/views';
import { useTeam } from '@/api/team';
import { exhibitName } from './ExhibitName';

type Props = {
  value: string | null;
  onChange: (id: string | null, exhibit: EvidenceSummary | null) => void;
  label: string;
  hideLabel?: boolean;
  placeholder?: string;
  error?: ReactNode;
  filter?: (exhibit: EvidenceSummary) => boolean;
};

export function ExhibitPicker({ value, onChange, label, hideLabel = false, placeholder, error, filter }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [text, setText] = useState('');
  const [picked, setChosen] = useState<EvidenceSummary | null>(null);
  // A value from elsewhere, such as the address, is named in the same way.
  const named = useQuery({ ...exhibitNameQuery(jit.id, value ?? ''), enabled: value !== null && picked?.id !== value });
  const chosen = value === null || picked?.id === value ? picked : (named.data ?? null);
  const [asked] = useDebouncedValue(chosen && text === exhibitName(chosen) ? '' : text.trim(), 200);
  useEffect(() => setText(value !== null && chosen ? exhibitName(chosen) : ''), [value, chosen]);
  const found = useInfiniteQuery(poolQuery(jit.id, asked ? { q: asked } : {}, 20));
  const exhibits = (found.data?.pages[0]?.items ?? []).filter((one) => filter?.(one) ?? true);
  const options = chosen && !exhibits.some(({ id }) => id === chosen.id) ? [chosen, ...exhibits] : exhibits;
  return (
    <Select
      size="xs"
      searchable
      clearable
      {...(hideLabel ? { 'aria-label': label } : { label })}
      placeholder={placeholder ?? t('exports/exhibitHelp')}
      error={error}
      nothingFoundMessage={found.isFetching ? t('common/loading') : t('exports/noMatch')}
      data={options.map((one) => ({ value: one.id, label: exhibitName(one) }))}
      filter={({ options: all }) => all}
      rightSection={found.isFetching && asked ? <Loader size={12} /> : undefined}
      value={value}
      searchValue={text}
      onSearchChange={setText}
      onChange={(id) => {
        const exhibit = options.find((one) => one.id === id) ?? null;
        setChosen(exhibit);
        onChange(id, exhibit);
      }}
    />
  );
}
