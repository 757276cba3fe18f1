/** Keeps the texts of an ended request until another review. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { DateField } from '@/components/fields/DateField';
import { keep } from './queries';
import { useChanged } from './useChanged';

type Props = { request: { id: string; number: string }; onClose: () => void };

export function KeepRequestDialog({ request, onClose }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const changed = useChanged();
  const [day, setDay] = useState('');
  return (
    <ReasonDialog
      title={t('requestRetention/keepTitle', { number: request.number })}
      help={t('requestRetention/keepHelp')}
      reasonLabel={t('requestRetention/keepReason')}
      action={t('requestRetention/keepNow')}
      danger={false}
      ready={day !== ''}
      onClose={onClose}
      act={async (reason) => changed(await keep(jit.id, request.id, { review_on: day, reason }))}
      onDone={onClose}
    >
      {(tried) => (
        <DateField
          required
          label={t('requestRetention/nextReview')}
          value={day}
          error={tried && !day ? t('requestRetention/needDay') : null}
          onChange={setDay}
        />
      )}
    </ReasonDialog>
  );
}
