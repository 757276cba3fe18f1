/** The head of the list: what can be sorted is a button, and says in which order it stands. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filters } from '@/api/queries';
import type { Sort } from '@/api/views';
import { useTeam } from '@/api/team';
import { zoneName } from '@/lib/time';
import classes from './Grid.module.css';

type Order = Filters['sort'];
type Props = { sort: Order; onSort: (sort: Order) => void };

/** For each column the order of a first click, and the other one. */
const ORDERS: Record<string, readonly [up: Sort, down: Sort, first: Sort]> = {
  number: ['number', '-number', 'number'],
  title: ['title', '-title', 'title'],
  files: ['size', '-size', '-size'],
  registered: ['oldest', 'newest', 'newest'],
};
const COLUMNS = ['number', 'title', 'originator', 'kind', 'markings', 'files', 'registered', 'who'] as const;

export const GridHead = memo(function GridHead({ sort = 'newest' as Order, onSort }: Props) {
  const { t } = useTranslation();
  const { zone, locale } = useTeam();
  return (
    <div role="rowgroup" className={classes['head']}>
      <div role="row" aria-rowindex={1} className={classes['headRow']}>
        {COLUMNS.map((name) => {
          const words =
            name === 'registered'
              ? `${t('evidence/columns/registered')} ${zoneName(Date.now(), zone, locale)}`
              : t(`evidence/columns/${name}`);
          const orders = ORDERS[name];
          if (!orders)
            return (
              <span key={name} role="columnheader" data-column={name}>
                {words}
              </span>
            );
          const [up, down, first] = orders;
          const now: Sort = sort ?? 'newest';
          const next = now === up ? down : now === down ? up : first;
          return (
            <span
              key={name}
              role="columnheader"
              data-column={name}
              aria-sort={now === up ? 'ascending' : now === down ? 'descending' : 'none'}
            >
              <button
                type="button"
                className={classes['sort']}
                data-sorted={now === up || now === down || undefined}
                onClick={() => onSort(next === 'newest' ? undefined : next)}
              >
                {words}
                {now === up ? (
                  <IconArrowUp size={12} aria-hidden />
                ) : now === down ? (
                  <IconArrowDown size={12} aria-hidden />
                ) : null}
              </button>
            </span>
          );
        })}
      </div>
    </div>
  );
});
