/** The input of an instant, as a clock shows it in the user's zone. */
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { DateField } from '@/components/fields/DateField';
import { instantOf } from '@/components/sharing/draft';
import { local } from '@/features/requests/form/draft';

type Props = {
  label: string;
  required: boolean;
  readOnly: boolean;
  description?: string;
  value: string;
  error: ReactNode;
  onChange: (value: unknown) => void;
};

/** A text that is no time in this zone is kept, and the server refuses it. */
export function MomentInput({ value, onChange, description, ...shared }: Props) {
  const { t } = useTranslation();
  const { zone } = useTeam();
  const [typed, setTyped] = useState(() => (Number.isNaN(Date.parse(value)) ? '' : local(value, zone)));
  const inZone = t('filledForm/inZone', { zone });
  return (
    <DateField
      withTime
      {...shared}
      description={description === undefined ? inZone : `${description} ${inZone}`}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onChange(text === '' ? null : (instantOf(text, zone) ?? text));
      }}
    />
  );
}
