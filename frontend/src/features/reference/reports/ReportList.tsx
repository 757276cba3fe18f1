/** A list of reports: one's own with the answers, or those that an operator settles. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconMessageReport } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/layout/EmptyState';
import { PagedRows } from '@/components/layout/PagedRows';
import { Panel } from '@/components/layout/Panel';
import { When } from '@/components/text/When';
import { en } from '@/i18n/en';
import { visible } from '@/lib/visible';
import { reportsQuery, type Listed, type ReferenceReportView } from './queries';
import { SettleDialog } from './SettleDialog';
import classes from './Reports.module.css';

const STATES = ['open', 'settled'] as const;

/** The reports of all accounts, without the reporters. Operators only. */
export function AllReports() {
  const { t } = useTranslation();
  const [state, setState] = useState<(typeof STATES)[number]>('open');
  return (
    <>
      <SegmentedControl
        className={classes['states'] ?? ''}
        aria-label={t('referenceReports/states')}
        value={state}
        data={STATES.map((one) => ({ value: one, label: t(`referenceReports/${one}`) }))}
        onChange={(next) => setState(STATES.find((one) => one === next) ?? state)}
      />
      <ReportList listed={state} />
    </>
  );
}

export function ReportList({ listed }: { listed: Listed }) {
  const { t } = useTranslation();
  const [settling, setSettling] = useState<ReferenceReportView | null>(null);
  const list = useInfiniteQuery(reportsQuery(listed));
  const found = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Panel title={t(listed === 'own' ? 'referenceReports/own' : 'referenceReports/all')} flush>
      <PagedRows list={list} className={classes['row']}>
        {list.data && found.length === 0 ? (
          <EmptyState
            icon={IconMessageReport}
            title={t('referenceReports/empty')}
            help={t(listed === 'own' ? 'referenceReports/emptyOwn' : 'referenceReports/emptyAll')}
          />
        ) : null}
        <ul className={classes['list']}>
          {found.map((one) => (
            <li key={one.id} className={classes['row']}>
              <Report one={one} />
              {listed === 'open' ? (
                <Button size="compact-sm" variant="default" onClick={() => setSettling(one)}>
                  {t('referenceReports/settle')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </PagedRows>
      {settling ? <SettleDialog one={settling} onClose={() => setSettling(null)} /> : null}
    </Panel>
  );
}

const known = (name: string): name is keyof typeof en.referenceValue => Object.hasOwn(en.referenceValue, name);

/** The fields of a report and its answer. */
export function Report({ one }: { one: ReferenceReportView }) {
  const { t } = useTranslation();
  const [name = '', part] = one.field.split('.');
  const property = known(name) ? t(`referenceValue/${name}`) : name;
  return (
    <div>
      <strong>
        {t(`referenceKind/${one.kind}`)} · {visible(one.key)} ·{' '}
        {part === undefined ? property : `${property} (${/^\d+$/.test(part) ? String(Number(part) + 1) : part})`}
      </strong>
      <div className="dim">
        <When at={one.reported_at} />
      </div>
      <dl className={classes['facts']}>
        <dt>{t('referenceReports/wrong')}</dt>
        <dd>{visible(one.wrong)}</dd>
        <dt>{t('referenceReports/proposed')}</dt>
        <dd>{one.proposed ? visible(one.proposed) : t('reference/notRecorded')}</dd>
        <dt>{t('reference/sourceOf')}</dt>
        <dd>{visible(one.source)}</dd>
        <dt>{t('referenceReports/answer')}</dt>
        <dd>
          {one.answer ? visible(one.answer) : t('referenceReports/noAnswer')}
          {one.settled_at ? (
            <div className="dim">
              <When at={one.settled_at} />
            </div>
          ) : null}
        </dd>
      </dl>
    </div>
  );
}
