/** Recording how an image was taken, or correcting a record by a new one: the former stays in custody. */
import { Button, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { record } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { AcquisitionForm, AcquisitionView, EvidenceView } from '@/api/views';
import { HashFields } from './HashFields';
import { DateField } from '@/components/fields/DateField';
import { SideDialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { allZones } from '@/lib/zones';
import { badHashes, begun, faults, isMissing, toForm, type Draft } from './draft';
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
  const corrects = former?.id ?? null;
  const form = useForm<Draft>({
    initialValues: begun(former, exhibit.acquired_zone ?? zone),
    validate: (draft) => ({
      ...Object.fromEntries(Object.entries(faults(draft, corrects)).map(([name, fault]) => [name, t(fault)])),
      hashes: badHashes(draft).length > 0,
    }),
  });
  const { run, notice } = useFormMutation(form, {
    names: { started_at: 'started', ended_at: 'ended', clock_offset_seconds: 'offset', bad_sectors: 'badSectors' },
    mutationFn: (sent: AcquisitionForm) => record(jit.id, exhibit.id, sent),
    onSuccess: () => {
      for (const queryKey of [keys.acquisitions(jit.id, exhibit.id), keys.custody(jit.id, exhibit.id)])
        void queries.invalidateQueries({ queryKey });
      notifications.show({ message: t('acquisition/done') });
      onClose();
    },
  });
  const submit = form.onSubmit((draft) => {
    const sent = toForm(draft, corrects);
    if (sent) run.mutate(sent);
  });
  const line = (name: LineName) => (
    <TextInput
      key={name}
      label={t(NAMES[name])}
      maxLength={300}
      required={isMissing(name, '')}
      {...form.getInputProps(name)}
    />
  );
  const time = (name: 'started' | 'ended') => (
    <DateField
      required
      withTime
      label={t(`acquisition/${name}`)}
      {...form.getInputProps(name)}
      value={form.values[name]}
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
              allowDeselect={false}
              {...form.getInputProps('zone')}
            />
            <NumberInput
              label={t('acquisition/offset')}
              description={t('acquisition/offsetHelp')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              allowDecimal={false}
              {...form.getInputProps('offset')}
            />
          </div>
          <HashFields
            label={t('acquisition/hashes')}
            description={t('acquisition/hashesHelp')}
            most={8}
            hashes={form.values.hashes}
            bad={form.errors['hashes'] ? badHashes(form.values) : []}
            error={form.errors['hashes'] === true ? null : form.errors['hashes']}
            onChange={(hashes) => form.setFieldValue('hashes', hashes)}
          />
          <div className={classes['two']}>
            <NumberInput
              label={t('acquisition/badSectors')}
              min={0}
              allowDecimal={false}
              {...form.getInputProps('badSectors')}
            />
          </div>
          <Textarea label={t('acquisition/errors')} maxLength={10_000} {...form.getInputProps('errors')} />
          <Textarea label={t('acquisition/notes')} maxLength={10_000} {...form.getInputProps('notes')} />
          {former ? (
            <Textarea required label={t('acquisition/reason')} maxLength={10_000} {...form.getInputProps('reason')} />
          ) : null}
          <ProblemNotice error={notice} />
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
