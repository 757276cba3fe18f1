/** The field for the present password, which is asked for again before an act on how the account signs in. */
import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function CurrentPassword(props: PasswordInputProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      data-autofocus
      required
      label={t('security/currentPassword')}
      autoComplete="current-password"
      visibilityToggleButtonProps={{ 'aria-label': t('signIn/showPassword') }}
      {...props}
    />
  );
}
