/** Saying that another party's exhibit, which one may not disclose, may exonerate somebody. */
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { flag } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

export function FlagDialog({ exhibit, onClose }: { exhibit: EvidenceView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const queries = useQueryClient();
  const [exonerates, setExonerates] = useState('');
  const [justification, setJustification] = useState('');
  const [tried, setTried] = useState(false);
  const run = useMutation({
    mutationFn: () => flag(jit.id, exhibit.id, { exonerates: exonerates.trim(), justification: justification.trim() }),
    onSuccess: () => {
      for (const queryKey of [keys.flags(jit.id), keys.custody(jit.id, exhibit.id)])
        void queries.invalidateQueries({ queryKey });
      notifications.show({ message: t('flags/done') });
      onClose();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (exonerates.trim() && justification.trim()) run.mutate();
  };
  return (
    <Dialog onClose={onClose} size="lg" title={t('flags/flagTitle', { number: exhibit.exhibit_number })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('flags/flagHelp', { party: partyName(exhibit.originator) })}
          </Text>
          <Textarea
            data-autofocus
            required
            autosize
            minRows={3}
            maxLength={10_000}
            label={t('flags/exonerates')}
            placeholder={t('flags/exoneratesHelp')}
            value={exonerates}
            error={tried && !exonerates.trim() ? t('flags/need') : null}
            onChange={(event) => setExonerates(event.currentTarget.value)}
          />
          <Textarea
            required
            maxLength={10_000}
            label={t('openings/justification')}
            placeholder={t('openings/justificationHelp')}
            value={justification}
            error={tried && !justification.trim() ? t('openings/needJustification') : null}
            onChange={(event) => setJustification(event.currentTarget.value)}
          />
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('flags/flagYes')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
