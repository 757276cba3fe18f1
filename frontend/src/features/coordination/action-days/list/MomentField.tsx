/** A local time in a named place. An ambiguous time is asked for, not guessed. */
import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '@/components/fields/DateField';
import { Notice } from '@/components/notices/Notice';
import { momentIn, type Local } from '@/lib/moment';

type Props = {
  label: string;
  value: Local;
  zone: string;
  required?: boolean;
  error?: ReactNode;
  onChange: (value: Local) => void;
};

export function MomentField({ label, value, zone, required = false, error = null, onChange }: Props) {
  const { t } = useTranslation();
  const { readings, fault } = momentIn(value, zone);
  return (
    <div>
      <DateField
        withTime
        required={required}
        label={label}
        value={value.local}
        error={error ?? (fault ? t(fault) : null)}
        onChange={(next) => onChange({ local: next, reading: '' })}
      />
      {readings.length > 0 ? (
        <Notice tone="warn">
          <Group gap="xs">
            {readings.map(({ instant, offset }) => (
              <Button
                key={offset}
                size="compact-xs"
                variant="default"
                onClick={() => onChange({ ...value, reading: instant })}
              >
                {t('tasks/reading', { offset })}
              </Button>
            ))}
          </Group>
        </Notice>
      ) : null}
    </div>
  );
}
