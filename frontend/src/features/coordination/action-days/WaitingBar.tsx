/** Entries of this device that wait to be sent, and those that the server refused. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { Notice } from '@/components/notices/Notice';
import { useProblemWords } from '@/components/notices/useProblemWords';
import { When } from '@/components/text/When';
import { STATES } from './actionSteps.gen';
import { useQueue } from './useQueue';
import classes from './Operations.module.css';

export function WaitingBar() {
  const { t } = useTranslation();
  const words = useProblemWords();
  const { all, drop, kept } = useQueue();
  const waiting = all.filter((one) => !one.refused);
  const refused = all.filter((one) => one.refused);
  const said = (one: (typeof all)[number]) => {
    if (one.what === 'report') return one.body.text;
    return one.what === 'move'
      ? `${one.number} → ${t(`actionState/${one.body.state}`)}`
      : `${one.number} · ${String(one.body.count ?? 1)} × ${t(`resultKind/${one.body.kind}`)} · ${one.body.text}`;
  };
  return (
    <>
      {waiting.length > 0 ? (
        <Notice tone="warn" title={t('operations/waiting', { count: waiting.length })}>
          {kept ? t('operations/waitingHelp', { count: waiting.length }) : t('operations/notKept')}
        </Notice>
      ) : null}
      {refused.length > 0 ? (
        <Notice tone="bad" title={t('operations/refused', { count: refused.length })}>
          <ul className={classes['lines']}>
            {refused.map((one) => {
              const state = STATES.find((name) => name === one.refused?.state);
              return (
                <li key={one.id} className={classes['refused']}>
                  <span>
                    <strong>{said(one)}</strong> ·{' '}
                    <When at={one.body.occurred_at} form={one.refused?.server ? 'full' : 'clock'} /> ·{' '}
                    {words(new Problem(409, one.refused?.code ?? '', one.refused?.detail ?? ''))}{' '}
                    {state ? t('operations/nowIs', { state: t(`actionState/${state}`) }) : null}
                    {one.refused?.server ? (
                      <>
                        {t('operations/serverClock')} <When at={one.refused.server} />
                      </>
                    ) : null}
                  </span>
                  <Button size="compact-xs" variant="default" onClick={() => drop(one)}>
                    {t('operations/drop')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </Notice>
      ) : null}
    </>
  );
}
