/** The last entry: confirmed by the team's reference, typed. Nothing follows it. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { closeIt, type ClosingView } from './queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useDone } from './done';

export function CloseDialog({ of, onClose }: { of: ClosingView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const done = useDone(jit.id, onClose);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const same = typed.trim() === jit.reference;
  const run = useMutation({
    mutationFn: () => closeIt(jit.id, of, typed.trim()),
    onSuccess: () => done(t('closing/done')),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (same) run.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t('closing/close')} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('closing/closeHelp')}</Text>
          <TextInput
            data-autofocus
            required
            label={t('closing/typeReference', { reference: jit.reference })}
            classNames={{ input: 'mono' }}
            autoComplete="off"
            value={typed}
            error={tried && !same ? t('closing/needReference') : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" color="red" loading={run.isPending}>
              {t('closing/close')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
