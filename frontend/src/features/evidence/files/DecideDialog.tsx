import { Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decide } from '@/api/actions';
import { keys } from '@/api/queries';
import type { EvidenceView, FileView } from '@/api/views';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { visible } from '@/lib/visible';

/** A file that arrived with another hash than declared: kept or discarded, by a leader, with a reason. */
export function DecideDialog({
  exhibit,
  file,
  onClose,
}: {
  exhibit: EvidenceView;
  file: FileView;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const [decision, setDecision] = useState<'keep' | 'discard'>('keep');
  return (
    <ReasonDialog
      title={t('files/decideTitle')}
      help={t('files/decideHelp')}
      reasonLabel={t('common/reason')}
      action={t(`files/${decision}`)}
      danger={decision === 'discard'}
      onClose={onClose}
      act={(reason) => decide(jit.id, exhibit.id, file, decision, reason)}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.exhibit(jit.id, exhibit.id) });
        notifications.show({ message: t('files/decided') });
        onClose();
      }}
    >
      <Radio.Group
        value={decision}
        onChange={(value) => setDecision(value === 'discard' ? 'discard' : 'keep')}
        aria-label={visible(file.name)}
      >
        <Stack gap={6}>
          <Radio size="xs" value="keep" label={t('files/keep')} />
          <Radio size="xs" value="discard" label={t('files/discard')} />
        </Stack>
      </Radio.Group>
    </ReasonDialog>
  );
}
