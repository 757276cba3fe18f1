/** Handovers offered to the user. An answer needs a session and a network. */
import { Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, offeredToMe, type HandoverView } from '@/features/coordination/search-and-seizure/queries';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { Choice } from '@/features/coordination/search-and-seizure/Choice';
import { now, type Pass } from '@/features/coordination/search-and-seizure/queue/pass';
import classes from '@/features/coordination/search-and-seizure/AtTheSearch.module.css';

const keyOf = (jit: string) => [{ _id: 'listHandovers', path: { jit }, mine: true }] as const;
const EVERY_MS = 15_000;

/** `receive`: the one whose code was scanned. */
export function Offered({ pass, receive }: { pass: Pass; receive: string | null }) {
  const { t } = useTranslation();
  const [had, setHad] = useState<string[]>([]);
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(pass.jit),
    queryFn: () => offeredToMe(pass.jit),
    refetchInterval: EVERY_MS,
    retry: false,
  });
  const waiting = (data ?? []).toSorted((one, other) => Number(other.id === receive) - Number(one.id === receive));
  const gone =
    receive !== null && data !== undefined && !had.includes(receive) && !data.some(({ id }) => id === receive);
  if (!error && waiting.length === 0 && !gone && had.length === 0) return null;
  return (
    <section className={classes['form']} aria-label={t('atSearch/offered')}>
      <h2>{t('atSearch/offered')}</h2>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {gone ? <Notice tone="warn">{t('atSearch/offerGone')}</Notice> : null}
      {had.length > 0 ? <Notice tone="good">{t('atSearch/confirmed')}</Notice> : null}
      {waiting.length > 0 ? (
        <ul className={classes['list']}>
          {waiting.map((one) => (
            <Receipt key={one.id} one={one} pass={pass} onHad={() => setHad((all) => [...all, one.id])} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Receipt({ one, pass, onHad }: { one: HandoverView; pass: Pass; onHad: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [place, setPlace] = useState('');
  const [intact, setIntact] = useState<'sealWhole' | 'sealBroken' | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const asked = one.seal !== null && intact === null;
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!place.trim() || asked) return;
    setBusy(true);
    setError(null);
    const { at, zone, offset } = now(pass);
    try {
      await answer(pass.jit, one, {
        answer: 'received',
        place: place.trim(),
        ...(intact === null ? {} : { intact: intact === 'sealWhole' }),
        occurred: { at, zone, source: 'device', ...(offset === null ? {} : { clock_offset_seconds: offset }) },
      });
      onHad();
    } catch (fault) {
      setError(fault);
    }
    setBusy(false);
    await queries.invalidateQueries({ queryKey: keyOf(pass.jit) });
  };
  return (
    <li>
      <form
        className={classes['card']}
        onSubmit={(event) => void submit(event)}
        noValidate
        aria-label={one.exhibit_number}
      >
        <div>
          <div className={classes['name']}>
            <span className="mono">{one.exhibit_number}</span>
          </div>
          <div>{one.title}</div>
        </div>
        <div>{t('atSearch/offeredFrom', { giver: one.giver, seat: one.offered_by })}</div>
        {one.seal === null ? null : <div className="mono">{t('atSearch/offeredSeal', { seal: one.seal })}</div>}
        {one.seal === null ? null : (
          <Choice
            legend={t('atSearch/seal')}
            value={intact}
            options={(['sealWhole', 'sealBroken'] as const).map((value) => ({ value, label: t(`atSearch/${value}`) }))}
            onChange={setIntact}
          />
        )}
        {tried && asked ? <Notice tone="bad">{t('atSearch/needIntact')}</Notice> : null}
        <TextInput
          label={t('atSearch/whereNow')}
          required
          value={place}
          maxLength={300}
          error={tried && !place.trim() ? t('atSearch/need') : null}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <ProblemNotice error={error} />
        <Button type="submit" className={classes['big'] ?? ''} disabled={busy}>
          {t('atSearch/haveIt')}
        </Button>
      </form>
    </li>
  );
}
