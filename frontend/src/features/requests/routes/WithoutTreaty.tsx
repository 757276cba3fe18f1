/** Ways to a State to which no recorded treaty leads, with reasons and with what the reference data do not hold. */
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { StateTag } from '@/components/text/StateTag';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { visible } from '@/lib/visible';
import type { RoutesForm, WithoutTreatyView } from './queries';
import { StartRequest } from './RouteCard';
import classes from './Routes.module.css';

export function WithoutTreaty({ advice, asked }: { advice: WithoutTreatyView; asked: RoutesForm }) {
  const { t } = useTranslation();
  const { said } = useRequestWords();
  return (
    <Panel title={t('routes/withoutTreaty')}>
      <p className={classes['note']}>{t('routes/withoutTreatyHelp')}</p>
      {advice.source ? (
        <p className={classes['note']}>
          {t('reference/source', { source: visible(advice.source) })}{' '}
          {advice.quality && advice.quality !== 'primary' ? (
            <StateTag tone="warn">{t(`sourceQuality/${advice.quality}`)}</StateTag>
          ) : null}
        </p>
      ) : null}
      <ol className={classes['ways']}>
        {advice.ways.map((one) => (
          <li key={one.way} className={classes['route']}>
            <div>
              <strong>{said(one.title)}</strong>
              <ul className={classes['reasons']}>
                {one.reasons.map((reason) => (
                  <li key={reason.code}>{visible(said(reason))}</li>
                ))}
              </ul>
            </div>
            <div>
              {one.missing.length > 0 ? (
                <>
                  <span className="dim">{t('routes/missing')}</span>
                  <ul className={classes['reasons']}>
                    {one.missing.map((fact) => (
                      <li key={fact.code}>{said(fact)}</li>
                    ))}
                  </ul>
                </>
              ) : null}
            </div>
            {one.requestable ? <StartRequest route={one} asked={asked} /> : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
