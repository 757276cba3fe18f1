/** The dialog of whatever is recorded of the thing: when it happened, remarks, and the answer of the server. */
import type { OccurredForm } from './queries';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { justNow, occurredOf, OccurredFields } from './OccurredFields';

export type Words = { occurred: OccurredForm | null; remarks: string | null };

type Props = {
  evidence: string;
  title: string;
  action: string;
  done: string;
  whole: boolean;
  danger?: boolean;
  corrects?: boolean;
  act: (words: Words) => Promise<unknown>;
  onClose: () => void;
  children: (tried: boolean) => ReactNode;
};

export function Form({
  evidence,
  title,
  action,
  done,
  whole,
  danger = false,
  corrects = false,
  act,
  onClose,
  children,
}: Props) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const queries = useQueryClient();
  const [when, setWhen] = useState(justNow(zone));
  const [remarks, setRemarks] = useState('');
  const [tried, setTried] = useState(false);
  const refresh = () => {
    for (const queryKey of [keys.custody(jit.id, evidence), keys.situation(jit.id)])
      void queries.invalidateQueries({ queryKey });
  };
  const run = useMutation({
    mutationFn: (occurred: OccurredForm | null) => act({ occurred, remarks: remarks.trim() || null }),
    onSuccess: () => {
      notifications.show({ message: done });
      onClose();
    },
    onSettled: refresh,
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    const { occurred, fault } = occurredOf(when);
    if (whole && !fault) run.mutate(occurred);
  };
  return (
    <Dialog onClose={onClose} size="lg" title={title}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {children(tried)}
          <OccurredFields when={when} onChange={setWhen} tried={tried} wrong={corrects} />
          <Textarea
            autosize
            maxLength={10_000}
            label={t('where/remarks')}
            value={remarks}
            onChange={(event) => setRemarks(event.currentTarget.value)}
          />
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" {...(danger ? { color: 'red' } : {})} loading={run.isPending}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
