/** When something happened, in the member's time zone; empty means now. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { DateField } from '@/components/fields/DateField';

type Props = {
  value: string;
  error: ReactNode;
  onChange: (value: string) => void;
  'data-autofocus'?: boolean;
};

export function OccurredField(props: Props) {
  const { t } = useTranslation();
  const { zone } = useTeam();
  return (
    <DateField
      withTime
      label={t('requestDetail/occurredAt')}
      description={t('requestDetail/occurredHelp', { zone })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...props}
    />
  );
}
