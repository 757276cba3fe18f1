import { Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { decide } from '@/api/actions';
import { keys } from '@/api/queries';
import type { EvidenceView, FileView } from '@/api/views';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { visible } from '@/lib/visible';

type Decision = 'keep' | 'discard';

/** A received file that differs from its declared hash is kept or discarded by a leader; nothing is preselected. */
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
  const form = useForm<{ decision: Decision | '' }>({
    initialValues: { decision: '' },
    validate: { decision: (value) => (value ? null : t('files/decideNeeded')) },
  });
  const { decision } = form.values;
  return (
    <ReasonDialog
      title={t('files/decideTitle')}
      help={t('files/decideHelp')}
      reasonLabel={t('common/reason')}
      action={decision ? t(`files/${decision}`) : t('files/decide')}
      danger={decision === 'discard'}
      fields={form}
      onClose={onClose}
      act={(reason) => (decision ? decide(jit.id, exhibit.id, file, decision, reason) : Promise.resolve())}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.exhibit(jit.id, exhibit.id) });
        notifications.show({ message: t('files/decided') });
        onClose();
      }}
    >
      <Radio.Group label={t('files/decideWhat', { name: visible(file.name) })} {...form.getInputProps('decision')}>
        <Stack gap={6} mt={6}>
          <Radio size="xs" value="keep" label={t('files/keep')} />
          <Radio size="xs" value="discard" label={t('files/discard')} />
        </Stack>
      </Radio.Group>
    </ReasonDialog>
  );
}
