/** Emergency access: the exhibit and the threat to life. The originator is alerted at once. */
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { breakTheGlass } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EmergencyView } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { fullTime } from '@/lib/time';

/** `number`: of the exhibit that one looks at; without it, one enters what somebody said. */
export function EmergencyDialog({
  number,
  onClose,
  onOpened,
}: {
  number?: string;
  onClose: () => void;
  onOpened: (made: EmergencyView) => void;
}) {
  const { t } = useTranslation();
  const { jit, zone, locale } = useTeam();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { exhibit_number: number ?? '' },
    validate: { exhibit_number: (value) => (value.trim() ? null : t('emergency/needNumber')) },
  });
  const made = useRef<EmergencyView | null>(null);
  return (
    <ReasonDialog
      title={t('emergency/title')}
      help={t('emergency/help')}
      reasonLabel={t('emergency/reason')}
      action={t('emergency/begin')}
      confirm={t('emergency/sure')}
      fields={form}
      onClose={onClose}
      act={async (reason) => {
        made.current = await breakTheGlass(jit.id, { exhibit_number: form.getValues().exhibit_number.trim(), reason });
      }}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.team(jit.id) });
        const begun = made.current;
        if (!begun) return;
        notifications.show({
          message: t('emergency/begun', { number: begun.exhibit_number, time: fullTime(begun.until, zone, locale) }),
        });
        onOpened(begun);
      }}
    >
      {number ? null : (
        <TextInput
          required
          label={t('emergency/number')}
          description={t('emergency/numberHelp')}
          {...form.getInputProps('exhibit_number')}
        />
      )}
    </ReasonDialog>
  );
}
