/** Where a value comes from: its source and how good that is, and the contradicting values of other sources. */
import { useTranslation } from 'react-i18next';
import { StateTag } from '@/components/text/StateTag';
import { visible } from '@/lib/visible';
import { useShownValue } from './useShownValue';
import type { Sourced } from './values';
import classes from './Provenance.module.css';

type Props = { name: string; sourced: Pick<Sourced, 'source' | 'quality' | 'others'> };

export function Provenance({ name, sourced }: Props) {
  const { t } = useTranslation();
  const shown = useShownValue();
  return (
    <>
      {sourced.source ? (
        <span className={classes['small']}>{t('reference/source', { source: visible(sourced.source) })}</span>
      ) : null}{' '}
      {sourced.quality && sourced.quality !== 'primary' ? (
        <StateTag tone="warn">{t(`sourceQuality/${sourced.quality}`)}</StateTag>
      ) : null}
      {sourced.others.map((other) => (
        <div key={other.source} className={classes['other']}>
          <strong>{t('reference/otherSource')}</strong>
          {shown(name, other.value).map((line) => (
            <div key={line}>{visible(line)}</div>
          ))}
          <span className={classes['small']}>{t('reference/source', { source: visible(other.source) })}</span>
        </div>
      ))}
    </>
  );
}
