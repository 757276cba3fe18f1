/** From how many files on a reviewer views a sample, as the agreement says. */
import { Button, NumberInput, TextInput } from '@mantine/core';
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
  const [files, setFiles] = useState<number | string>(jit.review_sample);
  const [clause, setClause] = useState('');
  const whole = typeof files === 'number' && Number.isInteger(files);
  return (
    <ReasonDialog
      title={t('reviewed/agree')}
      help={t('reviewed/agreeHelp')}
      reasonLabel={t('phases/why')}
      action={t('reviewed/agree')}
      danger={false}
      ready={whole && clause.trim() !== ''}
      onClose={onClose}
      act={(reason) => agreeSample(jit, Number(files), clause.trim(), reason)}
      onDone={() => {
        for (const queryKey of [keys.me(), keys.jits(), keys.quarantined(jit.id)])
          void queries.invalidateQueries({ queryKey });
        notifications.show({ message: t('reviewed/agreed') });
        onClose();
      }}
    >
      {(tried) => (
        <>
          <NumberInput
            required
            data-autofocus
            label={t('reviewed/number')}
            value={files}
            min={10}
            max={10_000}
            allowDecimal={false}
            error={tried && !whole ? t('reviewed/needNumber') : null}
            onChange={setFiles}
          />
          <TextInput
            required
            label={t('phases/clause')}
            value={clause}
            maxLength={300}
            error={tried && !clause.trim() ? t('phases/needClause') : null}
            onChange={(event) => setClause(event.currentTarget.value)}
          />
        </>
      )}
    </ReasonDialog>
  );
}
