/** Erasing, for good: confirmed by the exhibit's number, typed. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { erase } from '@/api/retention';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/ReasonDialog';
import type { Subject } from './subject';
import { useDecided } from './useDecided';

export function EraseDialog({ of, onClose }: { of: Subject; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const decided = useDecided(of.id);
  const [typed, setTyped] = useState('');
  const same = typed.trim() === of.number;
  return (
    <ReasonDialog
      title={t('retention/eraseTitle', { number: of.number })} help={t('retention/eraseHelp')} reasonLabel={t('retention/eraseReason')} action={t('retention/eraseNow')} ready={same} onClose={onClose}
      act={(reason) => erase(jit.id, of, { confirmation: typed.trim(), reason })}
      onDone={() => {
        decided(t('retention/erasing', { number: of.number }));
        onClose();
      }}
    >
      {(tried) => <TextInput required label={t('retention/typeNumber', { number: of.number })} classNames={{ input: 'mono' }} autoComplete="off" value={typed} error={tried && !same ? t('retention/needNumber') : null} onChange={(event) => setTyped(event.currentTarget.value)} />}
    </ReasonDialog>
  );
}
