/** When an incoming request reached the party, in the zone of the user. */
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { DateField } from '@/components/fields/DateField';
import type { Values } from './draft';

/** `corrects`: the request is registered already, so the time is needed. */
export function ReceivedField({ form, corrects }: { form: UseFormReturnType<Values>; corrects: boolean }) {
  const { t } = useTranslation();
  const { zone } = useTeam();
  return (
    <DateField
      withTime
      required={corrects}
      label={t('requestField/received_at')}
      description={t(corrects ? 'requestForm/receivedHelp' : 'requestDetail/occurredHelp', { zone })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={form.values.received_at}
      error={form.errors['received_at']}
      onChange={(value) => form.setFieldValue('received_at', value)}
    />
  );
}
