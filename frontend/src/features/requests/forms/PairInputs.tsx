/** Inputs of values that consist of two: a period, and an amount with its currency. */
import { Checkbox, Input, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '@/components/fields/DateField';
import { MomentInput } from './MomentInput';
import { isFilled, isRecord, valueAt } from './values';
import classes from './Forms.module.css';

type Props = {
  label: string;
  required: boolean;
  readOnly: boolean;
  description?: string;
  value: unknown;
  error: ReactNode;
  onChange: (value: unknown) => void;
};

const textAt = (value: unknown, key: string): string => {
  const given = valueAt(value, key);
  return typeof given === 'string' ? given : '';
};

/** A period of days, or of instants. One end can be empty. */
export function PeriodInput({ value, onChange, readOnly, ...wrapper }: Props) {
  const { t } = useTranslation();
  const [withTime, setWithTime] = useState(
    () => textAt(value, 'from').includes('T') || textAt(value, 'until').includes('T'),
  );
  const change = (key: string, given: unknown) => {
    const next = { ...(isRecord(value) ? value : {}), [key]: given };
    const ends = Object.entries(next).filter(([, end]) => isFilled(end));
    onChange(ends.length > 0 ? Object.fromEntries(ends) : null);
  };
  return (
    <Input.Wrapper {...wrapper} labelElement="div">
      <div className={classes['pair']}>
        {(['from', 'until'] as const).map((key) => {
          const shared = {
            label: t(`filledForm/${key}`),
            required: false,
            readOnly,
            error: null,
            value: textAt(value, key),
            onChange: (given: unknown) => change(key, given),
          };
          return withTime ? <MomentInput key={key} {...shared} /> : <DateField key={key} {...shared} />;
        })}
      </div>
      {readOnly ? null : (
        <Checkbox
          size="xs"
          mt={4}
          label={t('filledForm/withTime')}
          checked={withTime}
          onChange={(event) => {
            setWithTime(event.currentTarget.checked);
            onChange(null);
          }}
        />
      )}
    </Input.Wrapper>
  );
}

/** An amount with a full stop before its decimals, and a currency in capitals. */
export function MoneyInput({ value, onChange, readOnly, ...wrapper }: Props) {
  const { t } = useTranslation();
  const now = { amount: textAt(value, 'amount'), currency: textAt(value, 'currency') };
  const change = (next: typeof now) => onChange(next.amount || next.currency ? next : null);
  return (
    <Input.Wrapper {...wrapper} labelElement="div">
      <div className={classes['pair']}>
        <TextInput
          readOnly={readOnly}
          inputMode="decimal"
          label={t('filledForm/amount')}
          placeholder="1200.50"
          value={now.amount}
          onChange={(event) => change({ ...now, amount: event.currentTarget.value.trim() })}
        />
        <TextInput
          readOnly={readOnly}
          maxLength={5}
          label={t('filledForm/currency')}
          placeholder="EUR"
          value={now.currency}
          onChange={(event) => change({ ...now, currency: event.currentTarget.value.trim().toUpperCase() })}
        />
      </div>
    </Input.Wrapper>
  );
}
