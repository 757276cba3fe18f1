/** Extends a deadline by the duration that its rule provides. The extension was granted within the period. */
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { DateField } from '@/components/fields/DateField';
import { instantOf } from '@/components/sharing/draft';
import { extend, type DeadlineView } from '@/features/requests/request/queries';
import { useChanged } from '@/features/requests/request/useChanged';
import { useRequestWords } from '@/features/requests/request/useRequestWords';

type Props = { request: string; clock: DeadlineView; onClose: () => void };

export function ExtendDialog({ request, clock, onClose }: Props) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const { said } = useRequestWords();
  const changed = useChanged();
  const form = useForm({
    initialValues: { granted_at: '' },
    validate: { granted_at: (value) => (value === '' || instantOf(value, zone) ? null : t('common/needDateTime')) },
  });
  const action = t(clock.lapses ? 'requestDetail/extendPreservation' : 'requestDetail/extend');
  return (
    <ReasonDialog
      title={action}
      help={t('requestDetail/extendHelp', { deadline: said(clock.title) })}
      reasonLabel={t('common/reason')}
      action={action}
      danger={false}
      fields={form}
      onClose={onClose}
      act={async (reason) => {
        const granted = form.values.granted_at;
        const body = { reason, granted_at: granted ? instantOf(granted, zone) : null };
        changed(await extend(jit.id, request, clock.id, body));
      }}
      onDone={onClose}
    >
      <DateField
        withTime
        label={t('requestDeadlines/grantedAt')}
        description={t('requestDeadlines/grantedHelp', { zone })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={form.values.granted_at}
        error={form.errors['granted_at']}
        onChange={(value) => form.setFieldValue('granted_at', value)}
      />
    </ReasonDialog>
  );
}
