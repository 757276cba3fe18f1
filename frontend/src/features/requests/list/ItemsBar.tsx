/** The items of a request as a small bar, one part for each, with the number of delivered ones in words. */
import { useTranslation } from 'react-i18next';
import type { RequestView } from '@/features/requests/request/queries';
import { delivered } from '@/features/requests/request/state';
import classes from './ItemsBar.module.css';

/** More parts than this would be too narrow to tell apart. */
const MOST = 12;

export function ItemsBar({ request }: { request: RequestView }) {
  const { t } = useTranslation();
  const { items } = request;
  return (
    <span className={classes['items']}>
      {items.length > 0 && items.length <= MOST ? (
        <span className={classes['bar']} aria-hidden>
          {items.map(({ id, state }) => (
            <span key={id} className={classes['part']} data-state={state} />
          ))}
        </span>
      ) : null}
      <span>{t('requests/deliveredOf', { count: delivered(request), all: items.length })}</span>
    </span>
  );
}
