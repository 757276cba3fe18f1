/** Choosing an evaluation: both codes in words, and the provider's own scheme where it was assessed in another. */
import { Checkbox, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INFORMATION, SOURCES, type Evaluation } from '@/api/views';

type Props = { value: Evaluation; onChange: (next: Evaluation) => void; error?: string | undefined };

export function EvaluationFields({ value, onChange, error }: Props) {
  const { t } = useTranslation();
  const [other, setOther] = useState(value.scheme !== null);
  const halved = other && ((value.scheme ?? '').trim() !== '') !== ((value.value ?? '').trim() !== '');
  const wrong = error ?? (halved ? t('evaluation/bothParts') : undefined);
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          allowDeselect={false}
          label={t('evaluation/source')}
          data={SOURCES.map((code) => ({ value: code, label: `${code} · ${t(`evaluationSource/${code}`)}` }))}
          value={value.source}
          onChange={(source) => onChange({ ...value, source: source ?? 'X' })}
        />
        <Select
          allowDeselect={false}
          label={t('evaluation/information')}
          data={INFORMATION.map((code) => ({ value: code, label: `${code} · ${t(`evaluationInformation/${code}`)}` }))}
          value={value.information}
          onChange={(information) => onChange({ ...value, information: information ?? '4' })}
        />
      </SimpleGrid>
      <Checkbox
        size="xs"
        label={t('evaluation/original')}
        description={t('evaluation/originalHelp')}
        checked={other}
        onChange={(event) => {
          setOther(event.currentTarget.checked);
          if (!event.currentTarget.checked) onChange({ ...value, scheme: null, value: null });
        }}
      />
      {other ? (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput
            label={t('evaluation/scheme')}
            maxLength={300}
            value={value.scheme ?? ''}
            onChange={(event) => onChange({ ...value, scheme: event.currentTarget.value || null })}
          />
          <TextInput
            label={t('evaluation/value')}
            maxLength={300}
            value={value.value ?? ''}
            error={wrong}
            onChange={(event) => onChange({ ...value, value: event.currentTarget.value || null })}
          />
        </SimpleGrid>
      ) : null}
    </Stack>
  );
}
