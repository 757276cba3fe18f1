/** An administrator declares that the team is closed, as a clause says: every party agrees first. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { declareIt, type ClosingView } from './queries';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useDone } from './done';

export function DeclareDialog({ of, onClose }: { of: ClosingView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const done = useDone(jit.id, onClose);
  const [clause, setClause] = useState('');
  return (
    <ReasonDialog
      title={t('closing/declare')}
      help={t('closing/declareHelp')}
      reasonLabel={t('phases/why')}
      action={t('closing/declare')}
      danger={false}
      ready={clause.trim() !== ''}
      onClose={onClose}
      act={(reason) => declareIt(jit.id, of, clause.trim(), reason)}
      onDone={() => done(t('closing/declared'))}
    >
      {(tried) => (
        <TextInput
          required
          label={t('phases/clause')}
          value={clause}
          maxLength={300}
          error={tried && !clause.trim() ? t('phases/needClause') : null}
          onChange={(event) => setClause(event.currentTarget.value)}
        />
      )}
    </ReasonDialog>
  );
}
