import { useTranslation } from 'react-i18next';
import type { OperationView } from '@/api/views';
import classes from './Operations.module.css';

/** Said wherever a day is named: nobody takes a rehearsal for the day itself, or the day for one. */
export function Rehearsal({ day }: { day: OperationView }) {
  const { t } = useTranslation();
  return day.kind === 'rehearsal' ? <span className={classes['rehearsal']}>{t('operations/rehearsal')}</span> : null;
}
