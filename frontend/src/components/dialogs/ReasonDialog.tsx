/** A grave act: what it does, why it is done, and a second look before it happens. */
import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type SyntheticEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

type Props = {
  title: string;
  help: string;
  reasonLabel: string;
  action: string;
  danger?: boolean;
  confirm?: string;
  /** More to fill in: `tried` once somebody wanted to go on; `ready` whether that is filled in. */
  children?: ReactNode | ((tried: boolean) => ReactNode);
  ready?: boolean;
  /** Why the act cannot be done yet, whatever is filled in. */
  blocked?: string | null;
  onClose: () => void;
  act: (reason: string) => Promise<unknown>;
  onDone: () => void;
};

export function ReasonDialog({
  title,
  help,
  reasonLabel,
  action,
  danger = true,
  confirm,
  children,
  ready = true,
  blocked = null,
  onClose,
  act,
  onDone,
}: Props) {
  const { t } = useTranslation();
  const why = useId();
  const [reason, setReason] = useState('');
  const [sure, setSure] = useState(confirm === undefined);
  const [tried, setTried] = useState(false);
  const run = useMutation({ mutationFn: () => act(reason.trim()), onSuccess: onDone });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() && sure && ready && blocked === null) run.mutate();
  };
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{help}</Text>
          {typeof children === 'function' ? children(tried) : children}
          <Textarea
            data-autofocus
            required
            label={reasonLabel}
            value={reason}
            maxLength={10_000}
            error={tried && !reason.trim() ? t('exhibit/needReason') : null}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {confirm === undefined ? null : (
            <Checkbox
              size="xs"
              label={confirm}
              checked={sure}
              error={tried && !sure}
              onChange={(event) => setSure(event.currentTarget.checked)}
            />
          )}
          <ProblemNotice error={run.error} />
          {blocked === null ? null : (
            <Text id={why} size="sm">
              {blocked}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button
              type="submit"
              loading={run.isPending}
              disabled={blocked !== null}
              {...(blocked === null ? {} : { 'aria-describedby': why })}
              {...(danger ? { color: 'red' } : {})}
            >
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
