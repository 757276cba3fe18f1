/** The directory of the deployment, read-only: contacts with their local hour, country cards and provider cards. */
import { SegmentedControl, Select, Skeleton, TextInput } from '@mantine/core';
import { IconAddressBook, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { matches, nameOf } from '@/features/reference/shown/values';
import { ReportList } from '@/features/reference/reports/ReportList';
import { useNow } from '@/lib/useNow';
import { ContactCard } from './ContactCard';
import { contactsQuery, countryCardsQuery, providerCardsQuery } from './queries';
import { ReferenceCard } from './ReferenceCard';
import classes from './Directory.module.css';

const KINDS = ['directory', 'countries', 'providers', 'reports'] as const;
const ROLES = ['contact_24_7', 'central_authority', 'spoc', 'ncb', 'liaison_officer', 'liaison_magistrate'] as const;

export function DirectoryScreen() {
  const { t } = useTranslation();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('directory');
  const [sought, setSought] = useState('');
  const [role, setRole] = useState<string | null>(null);
  return (
    <div className={classes['screen']}>
      <ScreenHead title={t('directory/title')} help={t('directory/help')} />
      <SegmentedControl
        className={classes['kinds'] ?? ''}
        aria-label={t('directory/kinds')}
        value={kind}
        data={KINDS.map((one) => ({
          value: one,
          label: one === 'reports' ? t('referenceReports/own') : t(`directoryKind/${one}`),
        }))}
        onChange={(next) => setKind(KINDS.find((one) => one === next) ?? kind)}
      />
      {kind === 'reports' ? null : (
        <div className={classes['tools']}>
          <TextInput
            className={classes['search'] ?? ''}
            type="search"
            label={t('directory/search')}
            leftSection={<IconSearch size={15} aria-hidden />}
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
          {kind === 'directory' ? (
            <Select
              clearable
              label={t('reference/role')}
              placeholder={t('directory/anyRole')}
              data={ROLES.map((one) => ({ value: one, label: t(`contactRole/${one}`) }))}
              value={role}
              onChange={setRole}
            />
          ) : null}
        </div>
      )}
      {kind === 'directory' ? (
        <Contacts sought={sought} role={role} />
      ) : kind === 'reports' ? (
        <ReportList listed="own" />
      ) : (
        <Cards key={kind} kind={kind} sought={sought} />
      )}
    </div>
  );
}

function Contacts({ sought, role }: { sought: string; role: string | null }) {
  const { t, i18n } = useTranslation();
  const { country } = useRequestWords();
  const now = useNow(30_000);
  const query = useQuery(contactsQuery());
  const all = query.data?.items ?? [];
  const wanted = sought.trim().toLocaleLowerCase();
  const found = all
    .filter(
      (one) =>
        (role === null || one.role === role) &&
        (matches(one, sought) || country(one.country).toLocaleLowerCase().includes(wanted)),
    )
    .toSorted((one, other) => country(one.country).localeCompare(country(other.country), i18n.language));
  return (
    <Found query={query} title={t('directoryKind/directory')} all={all.length} found={found.length}>
      {found.map((one) => (
        <li key={one.key}>
          <ContactCard contact={one} now={now} />
        </li>
      ))}
    </Found>
  );
}

function Cards({ kind, sought }: { kind: 'countries' | 'providers'; sought: string }) {
  const { t, i18n } = useTranslation();
  const countries = useQuery({ ...countryCardsQuery(), enabled: kind === 'countries' });
  const providers = useQuery({ ...providerCardsQuery(), enabled: kind === 'providers' });
  const query = kind === 'countries' ? countries : providers;
  const all = query.data?.items ?? [];
  const found = all
    .filter((one) => matches(one, sought))
    .map((card) => ({ card, name: nameOf(card, i18n.language) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, i18n.language));
  return (
    <Found query={query} title={t(`directoryKind/${kind}`)} all={all.length} found={found.length}>
      {found.map(({ card, name }) => (
        <li key={'code' in card ? card.code : card.key}>
          <ReferenceCard card={card} name={name} />
        </li>
      ))}
    </Found>
  );
}

type FoundProps = {
  query: { isPending: boolean; isSuccess: boolean; error: unknown; refetch: () => Promise<unknown> };
  title: string;
  all: number;
  found: number;
  children: React.ReactNode;
};

function Found({ query, title, all, found, children }: FoundProps) {
  const { t } = useTranslation();
  return (
    <>
      <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending ? <Skeleton height={160} aria-label={t('common/loading')} /> : null}
      {query.isSuccess && found === 0 ? (
        <EmptyState
          icon={IconAddressBook}
          title={t(all > 0 ? 'reference/noMatch' : 'directory/empty')}
          help={t(all > 0 ? 'reference/noMatchHelp' : 'directory/emptyHelp')}
        />
      ) : null}
      {found > 0 ? (
        <Panel
          title={title}
          aside={
            <span className="dim" role="status">
              {t('reference/count', { count: found })}
            </span>
          }
          flush
        >
          <ul className={classes['list']}>{children}</ul>
        </Panel>
      ) : null}
    </>
  );
}
