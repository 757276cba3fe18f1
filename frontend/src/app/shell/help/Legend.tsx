/** The meaning of markings and access levels. */
import { useTranslation } from 'react-i18next';
import { HANDLING, TLPS } from '@/api/views';
import { HandlingCodes, TlpLabel } from '@/components/exhibits/Markings';
import classes from './Help.module.css';

const LEVELS = [
  ['held', 3],
  ['readable', 2],
  ['listed', 1],
  ['none', 0],
] as const;

export function Legend() {
  const { t } = useTranslation();
  return (
    <>
      <h3 className={classes['heading']}>{t('help/levels')}</h3>
      <p className="dim">{t('help/legend')}</p>
      <dl className={classes['terms']}>
        {LEVELS.map(([level, bars]) => (
          <div key={level}>
            <dt>
              <span className={classes['bars']} aria-hidden>
                {[1, 2, 3].map((bar) => (
                  <span key={bar} data-full={bar <= bars || undefined} />
                ))}
              </span>
              {t(`level/${level}`)}
            </dt>
            <dd>{t(`level/${level}Help`)}</dd>
          </div>
        ))}
      </dl>
      <h3 className={classes['heading']}>{t('help/tlp')}</h3>
      <dl className={classes['terms']}>
        {TLPS.map((tlp) => (
          <div key={tlp}>
            <dt>
              <TlpLabel tlp={tlp} />
            </dt>
            <dd>{t(`tlp/${tlp}`)}</dd>
          </div>
        ))}
      </dl>
      <h3 className={classes['heading']}>{t('help/handling')}</h3>
      <dl className={classes['terms']}>
        {HANDLING.map((code) => (
          <div key={code}>
            <dt>
              <HandlingCodes codes={[code]} />
            </dt>
            <dd>{t(`handling/${code}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
