/** Giving an exhibit to a proceeding: to whom, on which schedule, for which purpose and why. Noted with its files and their hashes. */
import { Button, Checkbox, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { disclose } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { PURPOSES, SCHEDULES, type EvidenceView, type Purpose, type Schedule } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';

const EMPTY = { court: '', proceeding: '', file_number: '' };
type Place = keyof typeof EMPTY;
const PLACES = Object.keys(EMPTY) as Place[];

export function DiscloseDialog({ exhibit, onClose }: { exhibit: EvidenceView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const [to, setTo] = useState(EMPTY);
  const [schedule, setSchedule] = useState<Schedule>('used');
  const [purpose, setPurpose] = useState<Purpose>('JIT_PURPOSE');
  const [justification, setJustification] = useState('');
  const [acknowledged, setAcknowledged] = useState(false);
  const [tried, setTried] = useState(false);
  const text = exhibit.may.disclose.obligations.includes('acknowledge_h3') ? exhibit.handling_text : null;
  const run = useMutation({
    mutationFn: () =>
      disclose(jit.id, exhibit.id, { ...to, schedule, purpose, justification: justification.trim(), acknowledged }),
    onSuccess: () => {
      for (const queryKey of [
        keys.disclosures(jit.id),
        keys.custody(jit.id, exhibit.id),
        keys.exhibit(jit.id, exhibit.id),
      ])
        void queries.invalidateQueries({ queryKey });
      notifications.show({ message: t('disclosures/done') });
      onClose();
    },
  });
  const said =
    PLACES.every((name) => to[name].trim()) && justification.trim() !== '' && (text === null || acknowledged);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (said) run.mutate();
  };
  return (
    <Dialog onClose={onClose} size="lg" title={t('disclosures/discloseTitle', { number: exhibit.exhibit_number })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('disclosures/discloseHelp')}
          </Text>
          {PLACES.map((name, index) => (
            <TextInput
              key={name}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              required
              maxLength={300}
              label={t(`disclosures/${name}`)}
              value={to[name]}
              error={tried && !to[name].trim() ? t('disclosures/need') : null}
              onChange={(event) => setTo({ ...to, [name]: event.currentTarget.value })}
            />
          ))}
          <Group grow align="flex-start" gap="sm">
            <Select
              required
              allowDeselect={false}
              label={t('disclosures/schedule')}
              data={SCHEDULES.map((value) => ({ value, label: t(`schedule/${value}`) }))}
              value={schedule}
              onChange={(value) => setSchedule(value ?? schedule)}
            />
            <Select
              required
              allowDeselect={false}
              label={t('openings/purpose')}
              data={PURPOSES.map((value) => ({ value, label: t(`purpose/${value}`) }))}
              value={purpose}
              onChange={(value) => setPurpose(value ?? purpose)}
            />
          </Group>
          <Textarea
            required
            maxLength={10_000}
            label={t('openings/justification')}
            placeholder={t('openings/justificationHelp')}
            value={justification}
            error={tried && !justification.trim() ? t('openings/needJustification') : null}
            onChange={(event) => setJustification(event.currentTarget.value)}
          />
          {text === null ? null : (
            <Checkbox
              size="xs"
              label={t('openings/acknowledge')}
              description={visible(text)}
              checked={acknowledged}
              error={tried && !acknowledged ? t('openings/needAcknowledge') : null}
              onChange={(event) => setAcknowledged(event.currentTarget.checked)}
            />
          )}
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('disclosures/discloseYes')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
