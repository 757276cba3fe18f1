/** One physical act: the fields that it needs and takes, and no others. */
import { Radio, Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { record, type Step, type PhysicalCustodyView } from './queries';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { ACTS, formOf, LONG, missing, type Draft, type Field } from './acts';
import { Form } from './Form';

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
  const [draft, setDraft] = useState<Draft>({});
  const unsaid = missing(step, draft);
  const { needs, may } = ACTS[step];
  return (
    <Form
      evidence={exhibit.id}
      title={t('where/actTitle', { act: t(`step/${step}`), number: exhibit.exhibit_number })}
      action={t('where/record')}
      done={t('where/recorded')}
      whole={unsaid.length === 0}
      danger={step === 'destroyed'}
      act={(words) => record(jit.id, at, { ...formOf(step, draft), ...words })}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <Text size="sm" c="dimmed">
            {t(`stepHelp/${step}`)}
          </Text>
          {[...needs, ...may].map((name, index) => (
            <One
              key={name}
              name={name}
              required={needs.includes(name)}
              first={index === 0}
              draft={draft}
              files={exhibit.files}
              wanting={tried && unsaid.includes(name)}
              onChange={(change) => setDraft((all) => ({ ...all, ...change }))}
            />
          ))}
        </>
      )}
    </Form>
  );
}

type Props = {
  name: Field;
  required: boolean;
  first: boolean;
  draft: Draft;
  files: EvidenceView['files'];
  wanting: boolean;
  onChange: (change: Draft) => void;
};

function One({ name, required, first, draft, files, wanting, onChange }: Props) {
  const { t } = useTranslation();
  const error = wanting ? t('where/need') : null;
  if (name === 'intact')
    return <Intact value={draft.intact} error={error} onChange={(intact) => onChange({ intact })} />;
  if (name === 'photograph') {
    const ready = files.filter((one) => one.state === 'ready').map((one) => ({ value: one.id, label: one.name }));
    return (
      <Select
        clearable
        label={t('actField/photograph')}
        description={ready.length > 0 ? t('where/photographHelp') : t('where/noPhotograph')}
        disabled={ready.length === 0}
        value={draft.photograph ?? null}
        data={ready}
        onChange={(photograph) => onChange({ photograph: photograph ?? '' })}
      />
    );
  }
  const common = {
    label: t(`actField/${name}`),
    required,
    value: draft[name] ?? '',
    error,
    ...(first ? { 'data-autofocus': true } : {}),
    ...(name === 'by' ? { placeholder: t('where/byHelp') } : {}),
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  };
  return LONG.has(name) ? (
    <Textarea autosize minRows={2} maxLength={10_000} {...common} />
  ) : (
    <TextInput maxLength={300} {...common} />
  );
}

export function Intact({
  value,
  error,
  onChange,
}: {
  value: boolean | undefined;
  error: string | null;
  onChange: (intact: boolean) => void;
}) {
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
