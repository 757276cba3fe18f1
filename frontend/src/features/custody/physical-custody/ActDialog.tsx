/** The form of one custody event, with the fields of its kind. */
import { Radio, Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { record, type Step, type PhysicalCustodyView } from './queries';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { ACTS, blank, formOf, isMissing, LONG, type Draft, type Field } from './acts';
import { Form } from './Form';
import { useCustodyForm, type Common } from './useCustodyForm';

export function ActDialog({
  exhibit,
  at,
  step,
  onClose,
}: {
  exhibit: EvidenceView;
  at: PhysicalCustodyView;
  step: Step;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { needs, may } = ACTS[step];
  const fields = [...needs, ...may];
  const form = useCustodyForm<Draft>(blank(fields), {
    ...Object.fromEntries(
      needs.map((name) => [name, (value: Draft[Field]) => (isMissing(value) ? t('where/need') : null)]),
    ),
  });
  return (
    <Form
      evidence={exhibit.id}
      title={t('where/actTitle', { act: t(`step/${step}`), number: exhibit.exhibit_number })}
      action={t('where/record')}
      done={t('where/recorded')}
      danger={step === 'destroyed'}
      form={form}
      act={(values, words) => record(jit.id, at, { ...formOf(step, values), ...words })}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t(`stepHelp/${step}`)}
      </Text>
      {fields.map((name, index) => (
        <One
          key={name}
          name={name}
          required={needs.includes(name)}
          first={index === 0}
          form={form}
          files={exhibit.files}
        />
      ))}
    </Form>
  );
}

type Props = {
  name: Field;
  required: boolean;
  first: boolean;
  form: UseFormReturnType<Draft & Common>;
  files: EvidenceView['files'];
};

function One({ name, required, first, form, files }: Props) {
  const { t } = useTranslation();
  if (name === 'intact') return <Intact {...form.getInputProps('intact')} />;
  if (name === 'photograph') {
    const ready = files.filter((one) => one.state === 'ready').map((one) => ({ value: one.id, label: one.name }));
    return (
      <Select
        clearable
        label={t('actField/photograph')}
        description={ready.length > 0 ? t('where/photographHelp') : t('where/noPhotograph')}
        disabled={ready.length === 0}
        data={ready}
        {...form.getInputProps('photograph')}
      />
    );
  }
  const common = {
    label: t(`actField/${name}`),
    required,
    ...(first ? { 'data-autofocus': true } : {}),
    ...(name === 'by' ? { placeholder: t('where/byHelp') } : {}),
    ...form.getInputProps(name),
  };
  return LONG.has(name) ? (
    <Textarea autosize minRows={2} maxLength={10_000} {...common} />
  ) : (
    <TextInput maxLength={300} {...common} />
  );
}

type IntactProps = { value?: boolean; error?: ReactNode; onChange: (intact: boolean) => void };

export function Intact({ value, error, onChange }: IntactProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('actField/intact')}
      required
      value={value === undefined ? null : String(value)}
      error={error}
      onChange={(next) => onChange(next === 'true')}
    >
      <Stack gap={6} mt={6}>
        <Radio value="true" label={t('where/intactYes')} />
        <Radio value="false" label={t('where/intactNo')} />
      </Stack>
    </Radio.Group>
  );
}
