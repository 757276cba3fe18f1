/** The ledger's entries that one may read, newest first, by kind, party and exhibit. */
import { ActionIcon, Button, Select, Skeleton, Stack, Table } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconListSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { entriesQuery, type EntryFilters } from '@/api/queries';
import type { EntryView } from '@/api/views';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/EmptyState';
import { ExhibitLink } from '@/components/ExhibitLink';
import { ExhibitPicker } from '@/components/ExhibitPicker';
import { Panel } from '@/components/Panel';
import { ProblemNotice } from '@/components/ProblemNotice';
import { When } from '@/components/When';
import { useWord } from '@/i18n/useWord';
import { compact } from '@/lib/compact';
import { chainOf } from '@/lib/commitments';
import { FACT_KINDS } from '@/realtime/frames';
import { Who } from './CustodyItem';
import { EntryLines, Recorded } from './EntryBody';
import { useChecked } from './useChecked';
import classes from './Ledger.module.css';

export function EntriesPanel() {
  const { t } = useTranslation();
  const word = useWord();
  const { jit, parties } = useTeam();
  const [filters, setFilters] = useState<EntryFilters>({});
  const query = useInfiniteQuery(entriesQuery(jit.id, filters));
  const entries = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const findings = useChecked(entries);
  const set = (next: EntryFilters) => setFilters(compact({ ...filters, ...next }));
  const filtered = Object.keys(filters).length > 0;
  return (
    <Panel title={t('audit/entries')} flush aside={<span>{t('audit/disclosedOnly')}</span>}>
      <div className={classes['filters']}>
        <Select size="xs" clearable searchable aria-label={t('audit/kind')} placeholder={t('audit/anyKind')} data={FACT_KINDS.map((value) => ({ value, label: t(`entry/${value}`) }))} value={filters.kind?.[0] ?? null} onChange={(value) => set({ kind: value ? [value] : undefined })} />
        <Select size="xs" clearable aria-label={t('audit/party')} placeholder={t('audit/anyParty')} data={parties.map(({ code, name }) => ({ value: code, label: name }))} value={filters.party ?? null} onChange={(value) => set({ party: value ?? undefined })} />
        <ExhibitPicker hideLabel label={t('audit/exhibit')} placeholder={t('audit/anything')} value={filters.evidence ?? null} onChange={(id) => set({ evidence: id ?? undefined })} />
      </div>
      {query.isPending ? <Stack p="md" gap="md" role="status" aria-label={t('common/loading')}>{[90, 70, 84, 76].map((width) => <Skeleton key={width} height={14} width={`${String(width)}%`} />)}</Stack> : null}
      {query.isError ? <div className={classes['pad']}><ProblemNotice error={query.error} onRetry={() => void query.refetch()} /></div> : null}
      {query.isSuccess && entries.length === 0 ? <EmptyState icon={IconListSearch} title={t(filtered ? 'audit/nothing' : 'audit/empty')} help={filtered ? undefined : t('audit/emptyHelp')} /> : null}
      {entries.length > 0 ? (
        <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('audit/list')}>
          <Table role="table" className={classes['table'] ?? ''} highlightOnHover>
            <Table.Thead role="rowgroup">
              <Table.Tr role="row">
                <Table.Th role="columnheader" w={32}><span className="visually-hidden">{t('common/details')}</span></Table.Th>
                {(['position', 'at', 'what', 'who', 'about'] as const).map((name) => <Table.Th role="columnheader" key={name} scope="col">{t(`audit/${name}`)}</Table.Th>)}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody role="rowgroup">{entries.map((entry) => <Row key={entry.commitment} entry={entry} differs={findings.get(entry.commitment) === 'differs'} what={word('entry', entry.kind ?? '')} />)}</Table.Tbody>
          </Table>
        </div>
      ) : null}
      <div className={classes['more']}>
        {query.hasNextPage ? <Button variant="default" size="compact-xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('audit/older')}</Button> : entries.length > 0 ? <span className="dim">{t('evidence/end')}</span> : null}
      </div>
    </Panel>
  );
}

function Row({ entry, differs, what }: { entry: EntryView; differs: boolean; what: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const n = chainOf(entry)?.n;
  const evidence = entry.subject?.['evidence'];
  return (
    <Fragment>
      <Table.Tr role="row">
        <Table.Td role="cell"><ActionIcon size="sm" aria-expanded={open} aria-label={t('audit/expand', { position: entry.position ?? '' })} onClick={() => setOpen(!open)}>{open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}</ActionIcon></Table.Td>
        <Table.Td role="cell" className="mono">{entry.position ?? '…'}</Table.Td>
        <Table.Td role="cell">{entry.at ? <When at={entry.at} form="column" /> : null}</Table.Td>
        <Table.Td role="cell">{what}{differs ? <strong className={classes['differs']}> {t('custody/differs')}</strong> : null}</Table.Td>
        <Table.Td role="cell" className={classes['who'] ?? ''}><Who entry={entry} /></Table.Td>
        <Table.Td role="cell" className={classes['about'] ?? ''}>{evidence ? <><ExhibitLink id={evidence} />{n === undefined ? null : <span className="dim"> · {t('custody/chain', { n })}</span>}</> : <EntryLines entry={entry} />}</Table.Td>
      </Table.Tr>
      {open ? (
        <Table.Tr role="row" className={classes['detail'] ?? ''}>
          <Table.Td role="cell" />
          <Table.Td role="cell" colSpan={5}><EntryLines entry={entry} /><Recorded entry={entry} open /></Table.Td>
        </Table.Tr>
      ) : null}
    </Fragment>
  );
}
