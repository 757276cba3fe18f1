/** The second leader's word on an erasure: why another wants it, once more, and the number typed before it is done for good. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmErasure } from '@/features/retention/periods/queries';
import { useTeam } from '@/api/team';
import type { ErasureWishView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import type { Subject } from '@/features/retention/periods/subject';
import { useDecided } from '@/features/retention/periods/useDecided';

export function ConfirmErasureDialog({
  of,
  wish,
  onClose,
}: {
  of: Subject;
  wish: ErasureWishView;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const nameOf = useMemberName();
  const decided = useDecided(of.id);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const same = typed.trim() === of.number;
  const run = useMutation({
    mutationFn: () => confirmErasure(jit.id, of, typed.trim()),
    onSuccess: () => {
      decided(t('retention/erasing', { number: of.number }));
      onClose();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (same) run.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t('erasureWish/confirmTitle', { number: of.number })} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('erasureWish/confirmHelp', { seat: nameOf(wish.wanted_by) })}</Text>
          <Text size="sm">
            <strong>{wish.reason}</strong>
          </Text>
          <Text size="sm">{t('retention/eraseHelp')}</Text>
          <TextInput
            data-autofocus
            required
            label={t('retention/typeNumber', { number: of.number })}
            classNames={{ input: 'mono' }}
            autoComplete="off"
            value={typed}
            error={tried && !same ? t('retention/needNumber') : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending} color="red">
              {t('retention/eraseNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
