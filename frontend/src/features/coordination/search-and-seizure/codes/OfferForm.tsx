/** Offering the thing to another seat. It is an offer and no more: the other seat says itself, on its own device, that it has it. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useId, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notices/Notice';
import { now, type Pass } from '@/features/coordination/search-and-seizure/queue/pass';
import { add } from '@/features/coordination/search-and-seizure/queue/queue';
import { withOffer, type Thing } from '@/features/coordination/search-and-seizure/queue/thing';
import classes from '@/features/coordination/search-and-seizure/AtTheSearch.module.css';

const SEAT = /^[A-Z][A-Z0-9_]{1,19}-\d{2,4}$/;
const HOURS = ['4', '24', '72'] as const;

export function OfferForm({
  thing,
  pass,
  online,
  onClose,
}: {
  thing: Thing;
  pass: Pass;
  online: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const known = useId();
  const [seat, setSeat] = useState('');
  const [hours, setHours] = useState('4');
  const [tried, setTried] = useState(false);
  const code = seat.trim().toUpperCase();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    const when = now(pass);
    if (SEAT.test(code)) void add(thing.id, (stands) => withOffer(stands, code, Number(hours), when)).then(onClose);
  };
  return (
    <form className={classes['form']} onSubmit={submit} noValidate>
      <Notice>
        {t('atSearch/handHelp')}
        {online ? null : <div>{t('atSearch/handOffline')}</div>}
      </Notice>
      <TextInput
        label={t('atSearch/handCode')}
        required
        list={known}
        classNames={{ input: 'mono' }}
        value={seat}
        maxLength={30}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        error={tried && !SEAT.test(code) ? t('atSearch/handWrong') : null}
        onChange={(event) => setSeat(event.currentTarget.value)}
      />
      <datalist id={known}>
        {pass.seats.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <NativeSelect
        label={t('atSearch/handWithin')}
        value={hours}
        data={HOURS.map((value) => ({ value, label: t('atSearch/hours', { count: Number(value) }) }))}
        onChange={(event) => setHours(event.currentTarget.value)}
      />
      <div className={classes['two']}>
        <Button variant="default" className={classes['big'] ?? ''} onClick={onClose}>
          {t('atSearch/cancel')}
        </Button>
        <Button type="submit" className={classes['big'] ?? ''}>
          {t('atSearch/offerIt')}
        </Button>
      </div>
    </form>
  );
}
