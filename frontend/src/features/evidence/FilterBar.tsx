import { Button, CloseButton, Kbd, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filters } from '@/api/queries';
import { CATEGORIES, KINDS, type Category, type Kind } from '@/api/views';
import { useTeam } from '@/api/team';
import classes from './Grid.module.css';

type Props = { filters: Filters; onChange: (filters: Filters) => void; children?: ReactNode };

export function FilterBar({ filters, onChange, children }: Props) {
  const { t } = useTranslation();
  const { parties } = useTeam();
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(filters.q ?? '');
  // The address may change from elsewhere: back, a link, cleared filters.
  useEffect(() => setText(filters.q ?? ''), [filters.q]);
  const ask = useDebouncedCallback((q: string) => onChange({ ...filters, q: q.trim() || undefined }), 250);
  useHotkeys([['/', (event) => { event.preventDefault(); search.current?.focus(); }]]);
  const set = (next: Partial<Filters>) => onChange({ ...filters, ...next });
  const any = Object.values(filters).some((value) => value !== undefined);
  const type = (q: string) => {
    setText(q);
    ask(q);
  };
  return (
    <div className={classes['bar']} role="search">
      <h1 className="visually-hidden">{t('evidence/title')}</h1>
      <TextInput
        ref={search} className={classes['search'] ?? ''} size="xs" aria-label={t('evidence/search')} placeholder={t('evidence/search')} title={t('evidence/searchHint')}
        leftSection={<IconSearch size={14} aria-hidden />} value={text} onChange={(event) => type(event.currentTarget.value)}
        rightSection={text ? <CloseButton size="sm" aria-label={t('evidence/clear')} onClick={() => type('')} /> : <Kbd size="xs" aria-hidden>/</Kbd>}
      />
      <Select
        className={classes['select'] ?? ''} size="xs" clearable aria-label={t('evidence/originator')} placeholder={t('evidence/anyOriginator')}
        data={parties.map(({ code, name }) => ({ value: code, label: code.length === 2 ? `${code} · ${name}` : name }))} value={filters.originator ?? null} onChange={(value) => set({ originator: value ?? undefined })}
      />
      <Select
        className={classes['select'] ?? ''} size="xs" clearable aria-label={t('evidence/kind')} placeholder={t('evidence/anyKind')}
        data={KINDS.map((value) => ({ value, label: t(`kind/${value}`) }))} value={filters.kind ?? null} onChange={(value) => set({ kind: (value as Kind | null) ?? undefined })}
      />
      <Select
        className={classes['select'] ?? ''} size="xs" clearable searchable aria-label={t('evidence/category')} placeholder={t('evidence/anyCategory')}
        data={CATEGORIES.map((value) => ({ value, label: t(`category/${value}`) }))} value={filters.category ?? null} onChange={(value) => set({ category: (value as Category | null) ?? undefined })}
      />
      <Select
        className={classes['select'] ?? ''} size="xs" clearable aria-label={t('evidence/status')} placeholder={t('evidence/anyStatus')}
        data={(['active', 'withdrawn'] as const).map((value) => ({ value, label: t(`status/${value}`) }))} value={filters.status ?? null} onChange={(value) => set({ status: (value as 'active' | null) ?? undefined })}
      />
      {any ? <Button variant="subtle" size="compact-xs" onClick={() => onChange({})}>{t('evidence/clear')}</Button> : null}
      <span className={classes['grow']} />
      {children}
    </div>
  );
}
