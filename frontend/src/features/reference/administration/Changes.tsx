/** The history of a record, newest first: who changed which value when, with the former one. */
import { Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MoreButton } from '@/components/layout/PagedRows';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { en } from '@/i18n/en';
import { visible } from '@/lib/visible';
import { changesQuery, type Of, type ReferenceChangeView, type ReferenceRecord } from './queries';
import { usePlaceName } from '@/features/reference/shown/usePlaceName';
import { useShownValue } from '@/features/reference/shown/useShownValue';
import { valuesOf, type Sourced } from '@/features/reference/shown/values';
import classes from './Reference.module.css';

const known = (act: string): act is keyof typeof en.referenceAct => Object.hasOwn(en.referenceAct, act);

export function Changes({ of, record }: { of: Of; record: ReferenceRecord }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(changesQuery(of.kind, of.key));
  const found = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Panel title={t('reference/history')} flush>
      <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending ? <Skeleton height={60} aria-label={t('common/loading')} /> : null}
      {query.data ? (
        <p className={classes['help']}>{t(found.length > 0 ? 'reference/historyHelp' : 'reference/noHistory')}</p>
      ) : null}
      <dl className={classes['values']}>
        {found.map((one) => (
          <Change key={one.id} one={one} record={record} />
        ))}
      </dl>
      <div className={classes['foot']}>{query.hasNextPage ? <MoreButton list={query} size="compact-sm" /> : null}</div>
    </Panel>
  );
}

function Change({ one, record }: { one: ReferenceChangeView; record: ReferenceRecord }) {
  const { t } = useTranslation();
  const shown = useShownValue();
  const nameOfPlace = usePlaceName();
  const place = valuesOf(record).find(({ field }) => field === one.field);
  const former = one.former as Sourced | null;
  const lines = place && former ? shown(place.name, former.value) : [];
  return (
    <div className={classes['value']}>
      <dt>
        <When at={one.at} form="column" />
        <span className={classes['second']}>{visible(one.operator)}</span>
      </dt>
      <dd>
        {known(one.act) ? t(`referenceAct/${one.act}`) : one.act}
        {place ? `${t('common/colon')}${visible(nameOfPlace(place))}` : null}
        {one.act === 'changed' || one.act === 'imported' ? (
          <span className={classes['second']}>
            {t('reference/former', { value: visible(lines.join(' · ')) || t('reference/notRecorded') })}
          </span>
        ) : null}
      </dd>
      <dd />
    </div>
  );
}
