/** INTERPOL notices and diffusions of the own party and those that others shared with it, with filters. */
import { Button, Select, TextInput } from '@mantine/core';
import { IconFileImport, IconPlus, IconSearch, IconSearchOff, IconSpeakerphone } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { PagedRows } from '@/components/layout/PagedRows';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { StateTag } from '@/components/text/StateTag';
import { When } from '@/components/text/When';
import { compact } from '@/lib/compact';
import { useTyped } from '@/lib/useTyped';
import { NoticeStateTag } from './NoticeStateTag';
import { noticesQuery, type NoticeFilters, type NoticeView } from './queries';
import { KINDS, openPoints, STATES } from './state';
import { useNoticeWords } from './useNoticeWords';
import classes from '@/features/requests/list/List.module.css';
import columns from './Notices.module.css';

type Props = { filters: NoticeFilters; onFilters: (filters: NoticeFilters) => void };

export function NoticesScreen({ filters, onFilters }: Props) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const list = useInfiniteQuery(noticesQuery(jit.id, filters));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const filtered = Object.values(filters).some(Boolean);
  const create = may('requests:work') && jit.state === 'operational' ? <Acts /> : null;
  const empty = list.isSuccess && rows.length === 0;
  return (
    <div className={classes['screen']}>
      <div className={classes['pad']}>
        <ScreenHead title={t('noticeList/title')} term="notice" help={t('noticeList/help')}>
          {empty && !filtered ? null : create}
        </ScreenHead>
      </div>
      <FilterBar filters={filters} onChange={onFilters} />
      <PagedRows list={list} className={classes['pad']}>
        {rows.length > 0 ? (
          <section className={classes['panel']} aria-label={t('noticeList/title')}>
            <ul className={classes['list']}>
              {rows.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} />
              ))}
            </ul>
          </section>
        ) : null}
      </PagedRows>
      {empty && filtered ? (
        <EmptyState icon={IconSearchOff} title={t('noticeList/nothing')} help={t('requests/nothingHelp')}>
          <Button variant="default" onClick={() => onFilters({})}>
            {t('requests/clear')}
          </Button>
        </EmptyState>
      ) : null}
      {empty && !filtered ? (
        <EmptyState
          icon={IconSpeakerphone}
          title={t('noticeList/empty')}
          help={t(create ? 'noticeList/emptyHelp' : 'noticeList/emptyReader')}
        >
          {create}
        </EmptyState>
      ) : null}
    </div>
  );
}

function Acts() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  return (
    <div className={classes['acts']}>
      <Button
        variant="default"
        leftSection={<IconFileImport size={15} aria-hidden />}
        renderRoot={(props) => <Link to="/jits/$jit/notices/import" params={{ jit: jit.id }} {...props} />}
      >
        {t('noticeList/import')}
      </Button>
      <Button
        leftSection={<IconPlus size={15} aria-hidden />}
        renderRoot={(props) => <Link to="/jits/$jit/notices/new" params={{ jit: jit.id }} {...props} />}
      >
        {t('noticeList/new')}
      </Button>
    </div>
  );
}

function NoticeRow({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const { title, kind } = useNoticeWords();
  const open = notice.state === 'draft' ? openPoints(notice) : 0;
  return (
    <li className={`${classes['row'] ?? ''} ${columns['row'] ?? ''}`}>
      <div>
        <Link to="/jits/$jit/notices/$notice" params={{ jit: jit.id, notice: notice.id }} className={classes['link']}>
          {title(notice)}
        </Link>
        <div className={classes['small']}>
          <span className="mono">{notice.number}</span> {kind(notice)}
        </div>
      </div>
      <div>
        {partyName(notice.party)}
        <div className={classes['small']}>
          {t('noticeList/since')} <When at={notice.since_at} form="column" />
        </div>
      </div>
      <div className={classes['tags']}>
        <NoticeStateTag state={notice.state} />
        {notice.review_pending ? <StateTag tone="warn">{t('noticeList/reviewPending')}</StateTag> : null}
        {notice.challenges.some(({ decided_on }) => decided_on === null) ? (
          <StateTag tone="warn">{t('noticeList/challenged')}</StateTag>
        ) : null}
        {notice.challenges.some(({ expected }) => expected.some(({ step }) => step === 'answer')) ? (
          <StateTag tone="warn" pending>
            {t('noticeList/answerDue')}
          </StateTag>
        ) : null}
      </div>
      <div className={classes['small']}>
        {open > 0 ? t('noticeList/open', { count: open }) : null}
        {notice.hits.length > 0 ? t('noticeList/hits', { count: notice.hits.length }) : null}
      </div>
    </li>
  );
}

function FilterBar({ filters, onChange }: { filters: NoticeFilters; onChange: Props['onFilters'] }) {
  const { t } = useTranslation();
  const set = (change: NoticeFilters) => onChange(compact({ ...filters, ...change }));
  const [words, type] = useTyped(filters.q, (q) => set({ q }), 250);
  return (
    <div className={classes['bar']} role="search" aria-label={t('noticeList/filters')}>
      <TextInput
        className={classes['search']}
        size="xs"
        aria-label={t('noticeList/search')}
        placeholder={t('noticeList/search')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={words}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Select
        className={classes['select']}
        size="xs"
        clearable
        aria-label={t('noticeList/kind')}
        placeholder={t('noticeList/anyKind')}
        value={filters.kind ?? null}
        data={KINDS.map((value) => ({ value, label: t(`noticeKind/${value}`) }))}
        onChange={(kind) => set({ kind: kind ?? undefined })}
      />
      <Select
        className={classes['select']}
        size="xs"
        aria-label={t('requests/state')}
        allowDeselect={false}
        value={filters.state ?? 'open'}
        data={[
          ...(['open', 'any', 'ended'] as const).map((value) => ({ value, label: t(`noticeFilter/${value}`) })),
          ...STATES.map((value) => ({ value, label: t(`noticeState/${value}`) })),
        ]}
        onChange={(state) => set({ state: state === null || state === 'open' ? undefined : state })}
      />
    </div>
  );
}
