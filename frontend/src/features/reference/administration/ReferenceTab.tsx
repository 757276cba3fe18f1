/** Reference data for operators: instruments, treaties, cards, the directory and codes, with search and files. */
import { Button, SegmentedControl, Skeleton, TextInput, UnstyledButton } from '@mantine/core';
import { IconBooks, IconDownload, IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';
import { ContactDialog } from './ContactDialog';
import { ImportDialog } from './ImportDialog';
import { fileOf, PACK_FILE, recordsQuery, type ReferenceKind, type ReferenceRecord } from './queries';
import { RecordPanel } from './RecordPanel';
import { StateBadges } from './StateBadges';
import { AllReports } from '@/features/reference/reports/ReportList';
import { EVERYTHING } from '@/features/reference/review/queries';
import { ReviewList } from '@/features/reference/review/ReviewList';
import { keyOf, matches, nameOf } from '@/features/reference/shown/values';
import classes from './Reference.module.css';

const KINDS = [
  'instruments',
  'treaties',
  'countries',
  'providers',
  'directory',
  'codes',
] as const satisfies readonly ReferenceKind[];

export function ReferenceTab() {
  const { t, i18n } = useTranslation();
  const [kind, setKind] = useState<ReferenceKind>('instruments');
  const [sought, setSought] = useState('');
  const [view, setView] = useState<'records' | 'reports' | 'review'>('records');
  const [filter, setFilter] = useState(EVERYTHING);
  const [open, setOpen] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'import' | 'contact' | null>(null);
  const query = useQuery(recordsQuery(kind));
  const record = query.data?.find((one) => keyOf(one) === open);
  const show = (next: ReferenceKind) => {
    setView('records');
    setKind(next);
    setOpen(null);
    setSought('');
  };
  if (record) {
    const list = t(view === 'review' ? 'referenceReview/title' : `referenceKind/${kind}`);
    return <RecordPanel kind={kind} record={record} list={list} onBack={() => setOpen(null)} />;
  }
  const kinds = (
    <SegmentedControl
      className={classes['kinds'] ?? ''}
      aria-label={t('reference/kinds')}
      value={view === 'records' ? kind : view}
      data={[
        ...KINDS.map((one) => ({ value: one, label: t(`referenceKind/${one}`) })),
        { value: 'review', label: t('referenceReview/title') },
        { value: 'reports', label: t('referenceReports/all') },
      ]}
      onChange={(next) =>
        next === 'reports' || next === 'review' ? setView(next) : show(KINDS.find((one) => one === next) ?? kind)
      }
    />
  );
  if (view !== 'records')
    return (
      <div className={classes['stack']}>
        {kinds}
        {view === 'reports' ? (
          <AllReports />
        ) : (
          <ReviewList
            kinds={KINDS}
            filter={filter}
            onFilter={setFilter}
            onOpen={(of, key) => {
              setKind(of);
              setOpen(key);
            }}
          />
        )}
      </div>
    );
  const found = (query.data ?? [])
    .filter((one) => matches(one, sought))
    .toSorted((one, other) =>
      kind === 'instruments'
        ? 0
        : nameOf(one, i18n.language).localeCompare(nameOf(other, i18n.language), i18n.language),
    );
  return (
    <div className={classes['stack']}>
      {kinds}
      <div className={classes['tools']}>
        <TextInput
          className={classes['search'] ?? ''}
          type="search"
          label={t('reference/search')}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        {kind === 'directory' ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setDialog('contact')}
          >
            {t('reference/addContact')}
          </Button>
        ) : null}
        <Button
          variant="default"
          leftSection={<IconFileImport size={15} aria-hidden />}
          onClick={() => setDialog('import')}
        >
          {t('reference/import')}
        </Button>
        <Button
          variant="default"
          component="a"
          href={fileOf(kind)}
          download
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          {t('reference/export')}
        </Button>
        <Button
          variant="default"
          component="a"
          href={PACK_FILE}
          download
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          {t('reference/exportPack')}
        </Button>
      </div>
      <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending ? <Skeleton height={160} aria-label={t('common/loading')} /> : null}
      {query.data && found.length === 0 ? (
        <EmptyState
          icon={IconBooks}
          title={t(sought ? 'reference/noMatch' : 'reference/noneYet')}
          help={t(sought ? 'reference/noMatchHelp' : 'reference/noneYetHelp')}
        />
      ) : null}
      {found.length > 0 ? (
        <Panel
          title={t(`referenceKind/${kind}`)}
          aside={
            <span className="dim" role="status">
              {t('reference/count', { count: found.length })}
            </span>
          }
          flush
        >
          <p className={classes['help']}>{t('reference/help')}</p>
          <ul className={classes['list']}>
            {found.map((one) => (
              <li key={keyOf(one)}>
                <Row record={one} onOpen={() => setOpen(keyOf(one))} />
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {dialog === 'import' ? <ImportDialog onClose={() => setDialog(null)} onImported={show} /> : null}
      {dialog === 'contact' ? <ContactDialog onClose={() => setDialog(null)} /> : null}
    </div>
  );
}

function Row({ record, onOpen }: { record: ReferenceRecord; onOpen: () => void }) {
  const { t, i18n } = useTranslation();
  const below = 'role' in record ? `${t(`contactRole/${record.role}`)} · ${record.country}` : keyOf(record);
  return (
    <UnstyledButton className={classes['row'] ?? ''} onClick={onOpen}>
      <span>
        <strong>{visible(nameOf(record, i18n.language))}</strong>
        <span className={classes['second']}>{below}</span>
      </span>
      <StateBadges record={record} />
    </UnstyledButton>
  );
}
