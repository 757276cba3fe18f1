/** From how many files on a reviewer views a sample, as the agreement says. */
import { Button, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { agreeSample } from './queries';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import classes from './Verifications.module.css';

export function SampleLine() {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const [agreeing, setAgreeing] = useState(false);
  return (
    <div className={classes['controller']}>
      <p>{t('reviewed/sample', { count: jit.review_sample })}</p>
      {may('samples:agree') ? (
        <Button size="compact-sm" variant="default" onClick={() => setAgreeing(true)}>
          {t('reviewed/agree')}
        </Button>
      ) : null}
      {agreeing ? <Agreeing onClose={() => setAgreeing(false)} /> : null}
    </div>
  );
}

function Agreeing({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const form = useForm<{ files: number | string; clause: string }>({
    initialValues: { files: jit.review_sample, clause: '' },
    validate: {
      files: (value) => (Number.isInteger(value) ? null : t('reviewed/needNumber')),
      clause: (value) => (value.trim() ? null : t('phases/needClause')),
    },
  });
  return (
    <ReasonDialog
      title={t('reviewed/agree')}
      help={t('reviewed/agreeHelp')}
      reasonLabel={t('phases/why')}
      action={t('reviewed/agree')}
      danger={false}
      fields={form}
      onClose={onClose}
      act={(reason) => {
        const { files, clause } = form.getValues();
        return agreeSample(jit, Number(files), clause.trim(), reason);
      }}
      onDone={() => {
        for (const queryKey of [keys.me(), keys.jits(), keys.quarantined(jit.id)])
          void queries.invalidateQueries({ queryKey });
        notifications.show({ message: t('reviewed/agreed') });
        onClose();
      }}
    >
      <NumberInput
        required
        data-autofocus
        label={t('reviewed/number')}
        min={10}
        max={10_000}
        allowDecimal={false}
        {...form.getInputProps('files')}
      />
      <TextInput required label={t('phases/clause')} maxLength={300} {...form.getInputProps('clause')} />
    </ReasonDialog>
  );
}
