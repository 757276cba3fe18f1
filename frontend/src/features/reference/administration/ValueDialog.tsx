/** Edits a value and its source. A changed value is unverified until a person compares it with the source. */
import { Button, Group, JsonInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { en } from '@/i18n/en';
import { wallClock } from '@/lib/zones';
import { changeValue, referenceKey, type Of } from './queries';
import { usePlaceName } from '@/features/reference/shown/usePlaceName';
import { editingOf, typed, untyped, type Place } from '@/features/reference/shown/values';

const QUALITIES = ['primary', 'secondary', 'general'] as const;

export function ValueDialog({ of, place, onClose }: { of: Of; place: Place; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const name = usePlaceName()(place);
  const { zone } = useLocale();
  const today = wallClock(Date.now(), zone).slice(0, 10);
  const editing = editingOf(place.name);
  const form = useForm({
    initialValues: {
      text: typed(editing, place.sourced.value),
      source: place.sourced.source ?? '',
      quality: place.sourced.quality,
      declared: place.sourced.declared_on,
    },
    validate: {
      text: (text) => {
        try {
          untyped(editing, text);
          return null;
        } catch {
          return t('reference/noJson');
        }
      },
      source: (source, { text }) => (text.trim() && !source.trim() ? t('reference/needSource') : null),
    },
  });
  const run = useMutation({
    mutationFn: ({ text, source, quality, declared }: typeof form.values) =>
      changeValue(of, {
        field: place.field,
        value: untyped(editing, text),
        source: source.trim() || null,
        quality,
        declared_on: declared,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: referenceKey });
      onClose();
    },
  });
  const field = { 'data-autofocus': true, label: name, description: t('reference/valueHelp') };
  const choices =
    place.name === 'coverage'
      ? Object.entries(en.coverage).map(([value]) => ({ value, label: t(`coverage/${value}` as 'coverage/yes') }))
      : Object.entries(en.courtUse).map(([value]) => ({ value, label: t(`courtUse/${value}` as 'courtUse/yes') }));
  return (
    <Dialog onClose={onClose} size="lg" title={t('reference/edit')}>
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('reference/editHelp')}
          </Text>
          {editing === 'text' ? <Textarea {...field} autosize minRows={3} {...form.getInputProps('text')} /> : null}
          {editing === 'line' ? <TextInput {...field} {...form.getInputProps('text')} /> : null}
          {editing === 'choice' ? (
            <Select
              {...field}
              clearable
              data={choices}
              value={form.values.text || null}
              onChange={(next) => form.setFieldValue('text', next ?? '')}
            />
          ) : null}
          {editing === 'json' ? (
            <JsonInput
              {...field}
              description={t('reference/jsonHelp')}
              autosize
              minRows={6}
              maxRows={18}
              formatOnBlur
              {...form.getInputProps('text')}
            />
          ) : null}
          <TextInput
            label={t('reference/sourceOf')}
            description={t('reference/sourceHelp')}
            maxLength={300}
            {...form.getInputProps('source')}
          />
          <Select
            label={t('reference/quality')}
            clearable
            data={QUALITIES.map((value) => ({ value, label: t(`sourceQuality/${value}`) }))}
            {...form.getInputProps('quality')}
          />
          <DateInput clearable label={t('reference/declaredOn')} maxDate={today} {...form.getInputProps('declared')} />
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('reference/saveValue')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
