/** The way of a request: which authority had it and since when. The last one has it now. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import { EvidenceImport } from './EvidenceImport';
import { HopDialog } from './HopDialog';
import type { RequestView } from '@/features/requests/request/queries';
import { daysSince, isAnswered, isDraft, isLate, isOver } from '@/features/requests/request/state';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import classes from '@/features/requests/request/Request.module.css';

export function TransmissionPanel({ request, now, works }: { request: RequestView; now: number; works: boolean }) {
  const { t } = useTranslation();
  const { country } = useRequestWords();
  const [recording, setRecording] = useState(false);
  const over = isOver(request);
  const awaited = !over && !isAnswered(request);
  return (
    <Panel
      title={t('requestDetail/transmission')}
      term="hop"
      aside={
        works && !over ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setRecording(true)}>
            {t('requestDetail/recordStep')}
          </Button>
        ) : null
      }
    >
      {request.hops.length === 0 ? <p className={classes['none']}>{t('requestDetail/noSteps')}</p> : null}
      <ol className={classes['steps']}>
        {request.hops.map((hop, place) => {
          const days = daysSince(hop.arrived_at, now);
          const next = request.hops[place + 1];
          const held = next ? daysSince(hop.arrived_at, Date.parse(next.arrived_at)) : 0;
          return (
            <li key={hop.id} className={classes['step']}>
              <strong>{visible(hop.authority)}</strong>
              <div className={classes['small']}>
                {hop.country ? `${country(hop.country)} · ` : ''}
                {t('requestDetail/arrived')} <When at={hop.arrived_at} form="column" />
              </div>
              {hop.channel || hop.receipt ? (
                <div className={classes['small']}>
                  {[
                    hop.channel ? visible(hop.channel) : null,
                    hop.receipt ? t(`requestReceipt/${hop.receipt}`) : null,
                    hop.signature === 'not_checked' ? t('requestDetail/unchecked') : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              ) : null}
              {hop.contact ? (
                <div className={classes['small']}>
                  {t('requestDetail/contact')}
                  {t('common/colon')}
                  {visible(hop.contact)}
                </div>
              ) : null}
              {held > 0 ? <div className={classes['small']}>{t('requestDetail/passedOn', { count: held })}</div> : null}
              {place === request.hops.length - 1 && awaited && days > 0 ? (
                <div className={classes[isLate(request, days) ? 'waits' : 'small']}>
                  {t('requestDetail/waiting', { count: days })}
                </div>
              ) : null}
            </li>
          );
        })}
      </ol>
      {works && !over && request.direction === 'out' && !isDraft(request) ? <EvidenceImport request={request} /> : null}
      {recording ? <HopDialog request={request} onClose={() => setRecording(false)} /> : null}
    </Panel>
  );
}
