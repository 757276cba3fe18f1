/** Recording how an image was taken, or correcting a record by a new one: the former stays in custody. */
import { Button, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { record } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { AcquisitionView, EvidenceView } from '@/api/views';
import { HashFields } from './HashFields';
import { DateField } from '@/components/fields/DateField';
import { SideDialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { allZones } from '@/lib/zones';
import { badHashes, begun, instant, isMissing, toForm, type Draft } from './draft';
import classes from './Acquisition.module.css';

const MEDIUM = ['make', 'model', 'serial', 'capacity', 'seal_number', 'write_blocker'] as const;
const NAMES = {
  make: 'acquisition/make',
  model: 'acquisition/model',
  serial: 'acquisition/serial',
  capacity: 'acquisition/capacity',
  seal_number: 'acquisition/seal',
  write_blocker: 'acquisition/writeBlocker',
  tool: 'acquisition/tool',
  tool_version: 'acquisition/toolVersion',
  examiner: 'acquisition/examiner',
  examiner_function: 'acquisition/function',
} as const;
type LineName = keyof typeof NAMES;

type Props = { exhibit: EvidenceView; former: AcquisitionView | null; onClose: () => void };

export function AcquisitionDrawer({ exhibit, former, onClose }: Props) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const queries = useQueryClient();
  const zones = useMemo(allZones, []);
  const [draft, setDraft] = useState<Draft>(() => begun(former, exhibit.acquired_zone ?? zone));
  const [tried, setTried] = useState(false);
  const set = (next: Partial<Draft>) => setDraft((now) => ({ ...now, ...next }));
  const form = toForm(draft, former?.id ?? null);
  const run = useMutation({
    mutationFn: () => (form ? record(jit.id, exhibit.id, form) : Promise.reject(new Error('not whole'))),
    onSuccess: () => {
      for (const queryKey of [keys.acquisitions(jit.id, exhibit.id), keys.custody(jit.id, exhibit.id)])
        void queries.invalidateQueries({ queryKey });
      notifications.show({ message: t('acquisition/done') });
      onClose();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (form && badHashes(draft).length === 0) run.mutate();
  };
  const line = (name: LineName) => (
    <TextInput
      key={name}
      label={t(NAMES[name])}
      maxLength={300}
      required={isMissing(name, '')}
      value={draft[name]}
      error={tried && isMissing(name, draft[name]) ? t('register/required') : null}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  const time = (name: 'started' | 'ended') => (
    <DateField
      required
      withTime
      label={t(`acquisition/${name}`)}
      value={draft[name]}
      error={tried && !instant(draft, name) ? t('acquisition/badTime') : null}
      onChange={(next) => set({ [name]: next })}
    />
  );
  return (
    <SideDialog
      onClose={onClose}
      size="40rem"
      title={t(former ? 'acquisition/correctTitle' : 'acquisition/recordTitle', { number: exhibit.exhibit_number })}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t(former ? 'acquisition/correctHelp' : 'acquisition/recordHelp')}
          </Text>
          <div className={classes['two']}>{MEDIUM.map(line)}</div>
          <div className={classes['two']}>
            {(['tool', 'tool_version', 'examiner', 'examiner_function'] as const).map(line)}
          </div>
          <div className={classes['two']}>
            {time('started')}
            {time('ended')}
            <Select
              required
              searchable
              label={t('acquisition/zone')}
              data={zones}
              limit={60}
              value={draft.zone}
              allowDeselect={false}
              onChange={(value) => set({ zone: value ?? draft.zone })}
            />
            <NumberInput
              label={t('acquisition/offset')}
              description={t('acquisition/offsetHelp')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              allowDecimal={false}
              value={draft.offset}
              onChange={(offset) => set({ offset })}
            />
          </div>
          <HashFields
            label={t('acquisition/hashes')}
            description={t('acquisition/hashesHelp')}
            most={8}
            hashes={draft.hashes}
            bad={tried ? badHashes(draft) : []}
            onChange={(hashes) => set({ hashes })}
          />
          <div className={classes['two']}>
            <NumberInput
              label={t('acquisition/badSectors')}
              min={0}
              allowDecimal={false}
              value={draft.badSectors}
              onChange={(badSectors) => set({ badSectors })}
            />
          </div>
          <Textarea
            label={t('acquisition/errors')}
            maxLength={10_000}
            value={draft.errors}
            onChange={(event) => set({ errors: event.currentTarget.value })}
          />
          <Textarea
            label={t('acquisition/notes')}
            maxLength={10_000}
            value={draft.notes}
            onChange={(event) => set({ notes: event.currentTarget.value })}
          />
          {former ? (
            <Textarea
              required
              label={t('acquisition/reason')}
              maxLength={10_000}
              value={draft.reason}
              error={tried && !draft.reason.trim() ? t('register/required') : null}
              onChange={(event) => set({ reason: event.currentTarget.value })}
            />
          ) : null}
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('acquisition/save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SideDialog>
  );
}
