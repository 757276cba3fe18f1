/** Requests between the party and each other country: how many, how many were answered, and how fast. */
import { Skeleton } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { reciprocityQuery, type AnswerTimesView, type ReciprocityView } from './queries';
import { span } from './span';
import classes from './Reciprocity.module.css';

const HEADS = ['country', 'direction', 'sent', 'answered', 'median', 'longest', 'open', 'oldest'] as const;
const DIRECTIONS = ['outgoing', 'incoming'] as const;

export function ReciprocityScreen() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { country } = useRequestWords();
  const list = useQuery(reciprocityQuery(jit.id));
  const rows = list.data?.items.map((one) => ({ ...one, name: country(one.country) })) ?? [];
  rows.sort((one, other) => one.name.localeCompare(other.name));
  return (
    <div className={classes['screen']}>
      <div className={classes['pad']}>
        <ScreenHead title={t('reciprocity/title')} term="reciprocity" help={t('reciprocity/help')} />
      </div>
      {list.isError ? (
        <div className={classes['pad']}>
          <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : null}
      {list.isPending ? (
        <div className={classes['pad']} role="status" aria-label={t('common/loading')}>
          <Skeleton height={120} />
        </div>
      ) : null}
      {rows.length > 0 ? (
        <table className={classes['table']} aria-label={t('reciprocity/title')}>
          <thead>
            <tr>
              {HEADS.map((name) => (
                <th key={name} scope="col">
                  {t(`reciprocityHeads/${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          {rows.map((one) => (
            <Country key={one.country} one={one} name={one.name} />
          ))}
        </table>
      ) : null}
      {list.isSuccess && rows.length === 0 ? (
        <EmptyState icon={IconArrowsExchange} title={t('reciprocity/empty')} help={t('reciprocity/emptyHelp')} />
      ) : null}
    </div>
  );
}

function Country({ one, name }: { one: ReciprocityView; name: string }) {
  const { t } = useTranslation();
  return (
    <tbody>
      {DIRECTIONS.map((direction, place) => (
        <tr key={direction}>
          {place === 0 ? (
            <th scope="rowgroup" rowSpan={DIRECTIONS.length} className={classes['country']}>
              {name}
            </th>
          ) : null}
          <th scope="row" className={classes['direction']}>
            {t(`reciprocityDirection/${direction}`)}
          </th>
          <Times of={one[direction]} />
        </tr>
      ))}
    </tbody>
  );
}

function Times({ of }: { of: AnswerTimesView }) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  if (of.sent === 0)
    return (
      <td colSpan={HEADS.length - 2} className={classes['dim']}>
        {t('reciprocity/noRecord')}
      </td>
    );
  const number = new Intl.NumberFormat(locale);
  const lasting = (seconds: number | null) =>
    seconds === null ? <span className={classes['dim']}>{t('reciprocity/noAnswer')}</span> : span(seconds, locale);
  const cells = {
    sent: number.format(of.sent),
    answered: number.format(of.answered),
    median: lasting(of.median_seconds),
    longest: lasting(of.longest_seconds),
    open: number.format(of.open),
    oldest: of.oldest_at ? (
      <When at={of.oldest_at} form="column" />
    ) : (
      <span className={classes['dim']}>{t('reciprocity/none')}</span>
    ),
  };
  return (Object.keys(cells) as (keyof typeof cells)[]).map((name) => (
    <td key={name}>
      <span className={classes['label']}>{t(`reciprocityHeads/${name}`)} </span>
      {cells[name]}
    </td>
  ));
}
