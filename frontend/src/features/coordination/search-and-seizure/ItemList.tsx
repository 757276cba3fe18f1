/**
 * The items on this device: sent or not, refused and why, and the next step. Unsent items are never removed
 * automatically.
 */
import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconCircleCheck,
  IconDeviceMobile,
  IconQrcode,
  IconRefresh,
  IconUpload,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { Notice } from '@/components/notices/Notice';
import { useProblemWords } from '@/components/notices/useProblemWords';
import { OfferCode } from './codes/OfferCode';
import { OfferForm } from './codes/OfferForm';
import type { Pass } from './queue/pass';
import { discard, sendAgain, type Queue } from './queue/queue';
import { isOffered, isSent, next, spareOf, standing, type Step, type Thing } from './queue/thing';
import classes from './AtTheSearch.module.css';

const ICONS = { kept: IconDeviceMobile, sending: IconUpload, sent: IconCircleCheck, refused: IconAlertTriangle };

export function ItemList({ queue, pass, online }: { queue: Queue; pass: Pass; online: boolean }) {
  const { t } = useTranslation();
  const mine = queue.things.filter((one) => one.seat === pass.seat && one.jit === pass.jit).toReversed();
  const others = queue.things.filter((one) => one.seat !== pass.seat && !isSent(one)).length;
  return (
    <section className={classes['form']} aria-label={t('atSearch/list')}>
      <h2>{t('atSearch/list')}</h2>
      {others > 0 ? <Notice tone="warn">{t('atSearch/others', { count: others })}</Notice> : null}
      {mine.length === 0 ? (
        <div className={classes['empty']}>{t('atSearch/empty')}</div>
      ) : (
        <ul className={classes['list']}>
          {mine.map((one) => (
            <Card key={one.id} thing={one} pass={pass} online={online} sending={queue.sending === one.id} />
          ))}
        </ul>
      )}
      <div className={classes['small']}>{t('atSearch/wipes')}</div>
    </section>
  );
}

function Card({ thing, pass, online, sending }: { thing: Thing; pass: Pass; online: boolean; sending: boolean }) {
  const { t } = useTranslation();
  const [does, setDoes] = useState<'offer' | 'code' | null>(null);
  const stands = standing(thing);
  const state = sending && stands === 'kept' ? 'sending' : stands;
  const Icon = ICONS[state];
  const count = thing.steps.length;
  return (
    <li className={classes['card']} data-state={state}>
      <div className={classes['row']}>
        <span className={classes['state']} data-state={state}>
          <Icon size={20} aria-hidden />
          {t(`atSearch/state/${state}`)}
        </span>
        <span className={classes['small']}>{t('atSearch/no', { no: thing.no })}</span>
      </div>
      <div>
        <div className={classes['name']}>
          {thing.number ? (
            <span className="mono">{thing.number}</span>
          ) : (
            <>
              {thing.title} <span className={classes['small']}>({t('atSearch/noNumber')})</span>
            </>
          )}
        </div>
        {thing.number && thing.title && thing.title !== thing.number ? <div>{thing.title}</div> : null}
        {stands === 'sent' ? null : (
          <div className={classes['small']}>
            {t('atSearch/progress', { sent: thing.steps.filter((one) => one.state === 'sent').length, count })}
          </div>
        )}
      </div>
      {stands === 'refused' ? <Refused thing={thing} /> : null}
      {does === 'offer' ? <OfferForm thing={thing} pass={pass} online={online} onClose={() => setDoes(null)} /> : null}
      {does === 'code' && thing.handover ? (
        <OfferCode jit={thing.jit} handover={thing.handover} onClose={() => setDoes(null)} />
      ) : null}
      {does === null ? (
        <div className={classes['two']}>
          {thing.handover ? (
            <Button
              className={classes['big'] ?? ''}
              leftSection={<IconQrcode size={22} />}
              onClick={() => setDoes('code')}
            >
              {t('atSearch/showCode')}
            </Button>
          ) : null}
          {stands === 'refused' || isOffered(thing) ? null : (
            <Button
              variant="default"
              className={classes['big'] ?? ''}
              leftSection={<IconArrowsExchange size={22} />}
              onClick={() => setDoes('offer')}
            >
              {t('atSearch/handOver')}
            </Button>
          )}
          {thing.evidence && online ? (
            <Button
              component="a"
              variant="default"
              className={classes['big'] ?? ''}
              href={`/jits/${thing.jit}/evidence/${thing.evidence}`}
            >
              {t('atSearch/open')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

function useStepName(): (step: Step) => string {
  const { t } = useTranslation();
  return (step) => {
    if (step.do === 'act')
      return t(
        `atSearch/step/${step.form.act === 'sealed' ? 'sealed' : step.form.act === 'collected' ? 'collected' : 'seized'}`,
      );
    return step.do === 'offer' ? t('atSearch/step/offer', { seat: step.seat }) : t(`atSearch/step/${step.do}`);
  };
}

/** Why, in words, and what to do about it: send it again, or let go of it for good. */
function Refused({ thing }: { thing: Thing }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const nameOf = useStepName();
  const [sure, setSure] = useState(false);
  const step = next(thing);
  const spare = spareOf(thing);
  const why = step?.why;
  if (!step || !why) return null;
  const problem = new Problem(why.status, why.code, why.detail, why.fields);
  const said =
    why.status === -1
      ? t('atSearch/broken', { why: why.detail })
      : why.status === 412
        ? t('atSearch/stale')
        : step.do === 'find' && why.status === 404
          ? t('atSearch/notYours')
          : words(problem);
  return (
    <>
      <Notice tone="bad" title={t('atSearch/refusedAt', { step: nameOf(step) })}>
        {said}
      </Notice>
      <div className={classes['two']}>
        <Button
          className={classes['big'] ?? ''}
          leftSection={<IconRefresh size={22} />}
          onClick={() => void sendAgain(thing)}
        >
          {t('atSearch/again')}
        </Button>
        {spare ? (
          <Button variant="default" className={classes['big'] ?? ''} onClick={() => void sendAgain(thing, spare)}>
            {t(`atSearch/without/${spare}`)}
          </Button>
        ) : null}
        <Button variant="default" className={classes['big'] ?? ''} onClick={() => setSure(!sure)}>
          {t('atSearch/discard')}
        </Button>
      </div>
      {sure ? (
        <Notice
          tone="warn"
          action={
            <Button color="red" className={classes['big'] ?? ''} onClick={() => void discard(thing)}>
              {t('atSearch/discardYes')}
            </Button>
          }
        >
          {t('atSearch/discardSure')}
        </Notice>
      ) : null}
    </>
  );
}
