/** The head of the list: selection of all loaded rows, and the columns; sortable ones are buttons. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filters } from '@/api/queries';
import type { Sort } from '@/api/views';
import { useTeam } from '@/api/team';
import { LateTerm } from '@/components/help/LateTerm';
import type { TermName } from '@/components/help/Term';
import { zoneName } from '@/lib/time';
import type { Column } from './columns';
import classes from './Grid.module.css';

type Order = Filters['sort'];
type Props = {
  columns: readonly Column[];
  sort: Order;
  onSort: (sort: Order) => void;
  all: boolean;
  some: boolean;
  onAll: () => void;
};

/** For each column the order of a first click, and the other one. */
const ORDERS: Partial<Record<Column | 'title', readonly [up: Sort, down: Sort, first: Sort]>> = {
  number: ['number', '-number', 'number'],
  title: ['title', '-title', 'title'],
  files: ['size', '-size', '-size'],
  registered: ['oldest', 'newest', 'newest'],
};

/** The columns whose head is a term of the field. */
const TERMS: Partial<Record<Column | 'title', TermName>> = {
  originator: 'originator',
  shared: 'release',
  markings: 'handling',
};

export const GridHead = memo(function GridHead({ columns, sort, onSort, all, some, onAll }: Props) {
  const { t } = useTranslation();
  const { zone, locale } = useTeam();
  const now: Sort = sort ?? 'newest';
  return (
    <div role="rowgroup" className={classes['head']}>
      <div role="row" aria-rowindex={1} className={classes['headRow']}>
        <span role="columnheader" className={classes['select']}>
          <input
            type="checkbox"
            aria-label={t('evidence/selectAll')}
            checked={all}
            ref={(box) => {
              if (box) box.indeterminate = some && !all;
            }}
            onChange={onAll}
          />
        </span>
        {(['title', ...columns] as const).map((name) => {
          const heading = t(`evidence/columns/${name}`);
          const words = name === 'registered' ? `${heading} ${zoneName(Date.now(), zone, locale)}` : heading;
          const orders = ORDERS[name];
          if (!orders)
            return (
              <span key={name} role="columnheader" data-column={name}>
                {TERMS[name] ? <LateTerm of={TERMS[name]}>{words}</LateTerm> : words}
              </span>
            );
          const [up, down, first] = orders;
          const next = now === up ? down : now === down ? up : first;
          const sorted = now === up || now === down;
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
                data-sorted={sorted || undefined}
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
