/** Chooses the party to which a request or notice is released. */
import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { gated, useTeam } from '@/api/team';
import { NotOffered } from '@/components/sharing/NotOffered';

/**
 * `except`: codes of parties that cannot be chosen, such as the party itself. `withGated`: whether parties outside the Union
 * can be chosen.
 */
type Props = Omit<SelectProps, 'data' | 'label'> & { except: readonly string[]; withGated?: boolean };

export function PartySelect({ except, withGated = false, ...props }: Props) {
  const { t } = useTranslation();
  const { parties } = useTeam();
  return (
    <>
      <Select
        required
        data-autofocus
        label={t('requestDetail/party')}
        data={parties
          .filter(
            ({ code, status }) => !except.includes(code) && status === 'active' && (withGated || !gated(parties, code)),
          )
          .map(({ code, name }) => ({ value: code, label: name }))}
        {...props}
      />
      {withGated ? null : <NotOffered />}
    </>
  );
}
