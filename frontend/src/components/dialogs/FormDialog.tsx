/** A dialog with a form: its fields, what went wrong, and the buttons that cancel and submit. */
import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

type Props = {
  title: string;
  /** Words of the button that submits. */
  action: string;
  pending: boolean;
  /** The error of the request, unless it belongs to a field and is shown there. */
  problem: Error | null;
  danger?: boolean;
  onClose: () => void;
  onSubmit: (event: SyntheticEvent<HTMLFormElement>) => void;
  children: ReactNode;
};

export function FormDialog({ title, action, pending, problem, danger = false, onClose, onSubmit, children }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          {children}
          <ProblemNotice error={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={pending} {...(danger ? { color: 'red' } : {})}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
