/** A legal hold: which court wants the exhibit kept, under which number, and why. */
import { SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hold } from './queries';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { explained } from '@/components/help/explained';
import type { Subject } from './subject';
import { useDecided } from './useDecided';

export function HoldDialog({ of, onClose }: { of: Subject; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const decided = useDecided(of.id);
  const [court, setCourt] = useState('');
  const [number, setNumber] = useState('');
  const missing = (tried: boolean, value: string) => (tried && !value.trim() ? t('retention/needField') : null);
  return (
    <ReasonDialog
      title={t('retention/holdTitle', { number: of.number })}
      help={t('retention/holdHelp')}
      reasonLabel={t('retention/holdReason')}
      action={t('retention/holdNow')}
      danger={false}
      ready={court.trim() !== '' && number.trim() !== ''}
      onClose={onClose}
      act={(reason) => hold(jit.id, of.id, { court: court.trim(), file_number: number.trim(), reason })}
      onDone={() => {
        decided(t('retention/held', { number: of.number }));
        onClose();
      }}
    >
      {(tried) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput
            required
            label={t('retention/court')}
            {...explained('hold')}
            maxLength={300}
            value={court}
            error={missing(tried, court)}
            onChange={(event) => setCourt(event.currentTarget.value)}
          />
          <TextInput
            required
            label={t('retention/fileNumber')}
            maxLength={300}
            value={number}
            error={missing(tried, number)}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
        </SimpleGrid>
      )}
    </ReasonDialog>
  );
}
