/** Confirms that a token, or every token, is revoked. */
import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { revokeTokens, tokensQuery, type ScriptTokenView } from './queries';

/** `token`: null for all. */
export function RevokeDialog({ token, onClose }: { token: ScriptTokenView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: () => revokeTokens(token?.id ?? null),
    onSuccess: () => {
      onClose();
      notifications.show({ message: t(token ? 'tokens/revoked' : 'tokens/allRevoked') });
      return queries.invalidateQueries({ queryKey: tokensQuery().queryKey });
    },
  });
  return (
    <FormDialog
      title={token ? t('tokens/revokeOf', { name: token.name }) : t('tokens/revokeAll')}
      action={t(token ? 'tokens/revokeYes' : 'tokens/revokeAllYes')}
      pending={run.isPending}
      problem={run.error}
      danger
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        run.mutate();
      }}
    >
      <Text size="sm">{t(token ? 'tokens/revokeHelp' : 'tokens/revokeAllHelp')}</Text>
    </FormDialog>
  );
}
