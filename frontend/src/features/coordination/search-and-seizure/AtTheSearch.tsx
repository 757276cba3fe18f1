/** The page for the telephone at a search: scan or enter a thing, photograph its seal, hand it over; with a network or without. */
import { Button } from '@mantine/core';
import { IconArrowLeft, IconCloudOff, IconPlus, IconScan, IconWifi } from '@tabler/icons-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { find, physicalCustody } from './queries';
import { Problem } from '@/api/problem';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { isCode, type Read } from './codes/codes';
import { Leaving } from './Leaving';
import { Offered } from './codes/Offered';
import { now, type Pass } from './queue/pass';
import { keep, nextNo, useQueue } from './queue/queue';
import { Scanner } from './codes/Scanner';
import { emptyDraft, thingOf, type Subject } from './queue/thing';
import { ItemForm } from './ItemForm';
import { ItemList } from './ItemList';
import { useDraft } from './useDraft';
import { useDeviceSession } from './useDeviceSession';
import { useShell } from './useShell';
import classes from './AtTheSearch.module.css';

/** `colours`: light for the sun, dark for a dark room. */
type Props = { jit: string; receive: string | null; leaving: boolean; onSignOut: () => void; colours: ReactNode };

export function AtTheSearch({ jit, receive, leaving, onSignOut, colours }: Props) {
  const { t } = useTranslation();
  const met = useDeviceSession(jit);
  const ready = useShell();
  const { pass, here } = met ?? { pass: null, here: null };
  const away = here === 'away';
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <a className={classes['back']} href={`/jits/${jit}`} aria-label={t('atSearch/back')}>
          <IconArrowLeft size={24} aria-hidden />
        </a>
        <div className={classes['who']}>
          <h1>{t('atSearch/title')}</h1>
          <div>{pass ? t('atSearch/asSeat', { code: pass.code, team: pass.team }) : null}</div>
        </div>
        <span className={classes['net']} data-off={away || undefined} role="status">
          {away ? <IconCloudOff size={22} aria-hidden /> : <IconWifi size={22} aria-hidden />}
          {t(away ? 'atSearch/offline' : 'atSearch/online')}
        </span>
      </header>
      <main className={classes['body']}>
        {leaving ? <Leaving onSignOut={onSignOut} /> : null}
        {here === 'signedOut' ? (
          <Notice
            tone="warn"
            action={
              <Button
                component="a"
                href={`/sign-in?next=${encodeURIComponent(`/jits/${jit}/at-the-search`)}`}
                className={classes['big'] ?? ''}
              >
                {t('atSearch/signIn')}
              </Button>
            }
          >
            {t('atSearch/signedOut')}
          </Notice>
        ) : null}
        {away && pass ? <Notice tone="warn">{t('atSearch/away')}</Notice> : null}
        {here === 'noSeat' ? <Notice tone="bad">{t('atSearch/noSeat')}</Notice> : null}
        {here !== null && here !== 'noSeat' && !pass ? <Notice tone="bad">{t('atSearch/unknown')}</Notice> : null}
        {pass && !pass.records ? <Notice tone="bad">{t('atSearch/mayNot')}</Notice> : null}
        {pass?.records ? <Work jit={jit} pass={pass} online={here === 'signedIn'} receive={receive} /> : null}
        <div className={classes['row']}>
          <div className={classes['small']} role="status">
            {ready === null ? t('atSearch/unsupported') : t(ready ? 'atSearch/ready' : 'atSearch/unready')}
          </div>
          {colours}
        </div>
      </main>
    </div>
  );
}

function Work({ jit, pass, online, receive }: { jit: string; pass: Pass; online: boolean; receive: string | null }) {
  const { t } = useTranslation();
  const queue = useQueue();
  const { draft, begin: beginDraft, change, drop } = useDraft(jit);
  const [scanning, setScanning] = useState(false);
  const [offer, setOffer] = useState(receive);
  const [error, setError] = useState<unknown>(null);
  const begin = useCallback(
    (subject: Subject) => beginDraft((before) => emptyDraft(subject, now(pass), before ?? {})),
    [pass, beginDraft],
  );
  const read = useCallback(
    (found: Exclude<Read, { kind: 'foreign' }>) => {
      setScanning(false);
      setError(null);
      if (found.kind === 'offer') setOffer(found.handover);
      // Without a network it is looked up when it is sent.
      else if (online) look(jit, found.code, pass.registers).then(begin, setError);
      else begin({ kind: 'code', code: found.code });
    },
    [begin, jit, online, pass.registers],
  );
  // Shown at once when it is scanned without a network: the way on, and not a form that nobody can sign.
  useEffect(() => setOffer(receive), [receive]);
  if (scanning) return <Scanner jit={jit} onRead={read} onClose={() => setScanning(false)} />;
  if (draft) {
    const done = async (whole: typeof draft) => {
      await keep(thingOf(whole, { no: nextNo(), jit, seat: pass.seat, who: pass.name }));
      await drop('kept');
    };
    return <ItemForm draft={draft} pass={pass} onChange={change} onKeep={done} onDrop={() => void drop('dropped')} />;
  }
  return (
    <>
      {online ? (
        <Offered pass={pass} receive={offer} />
      ) : offer ? (
        <Notice tone="warn">{t('atSearch/receiveOnline')}</Notice>
      ) : null}
      <ProblemNotice error={error} />
      <div className={classes['begin']}>
        <Button
          className={`${classes['big'] ?? ''} ${classes['tall'] ?? ''}`}
          leftSection={<IconScan size={30} aria-hidden />}
          onClick={() => setScanning(true)}
        >
          {t('atSearch/scan')}
        </Button>
        {pass.registers ? (
          <Button
            variant="default"
            className={`${classes['big'] ?? ''} ${classes['tall'] ?? ''}`}
            leftSection={<IconPlus size={30} aria-hidden />}
            onClick={() => begin({ kind: 'new' })}
          >
            {t('atSearch/new')}
          </Button>
        ) : null}
      </div>
      <ItemList queue={queue} pass={pass} online={online} />
    </>
  );
}

/** As it stands now: what is recorded since is not written over unseen. */
async function look(jit: string, code: string, registers: boolean): Promise<Subject> {
  const found = await find(jit, code).catch((error: unknown) => {
    if (registers && isCode(code) && error instanceof Problem && error.status === 404) return null;
    throw error;
  });
  // Nothing bears it, or nothing that one may see: if it is a blank of one's own, a thing is registered under it.
  if (found === null) return { kind: 'new', label: code };
  const { evidence, number } = found;
  const { version } = await physicalCustody(jit, evidence);
  return { kind: 'exhibit', evidence, number, version };
}
