/** The fields of the registration form, by what they are about. */
import { Checkbox, Group, Radio, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CATEGORIES, HANDLING, KINDS, RETENTIONS, TLPS } from '@/api/views';
import { useLocale } from '@/api/team';
import { HashFields } from '@/features/evidence/acquisition/HashFields';
import { EvaluationFields } from '@/features/evidence/exhibit/EvaluationFields';
import { fullTime } from '@/lib/time';
import { allZones, readWallClock } from '@/lib/zones';
import { acquiredAt, toggleHandling, type FieldsProps } from './form';
import { RegisterJoint } from './RegisterJoint';
import { Section } from '@/features/evidence/exhibit/Section';

export function WhatFields({ values, errors, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('register/what')}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          required
          label={t('register/name')}
          description={t('register/nameHelp')}
          value={values.title}
          error={errors['title']}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <Select
            required
            allowDeselect={false}
            label={t('evidence/kind')}
            data={KINDS.map((value) => ({ value, label: t(`kind/${value}`) }))}
            value={values.kind}
            error={errors['kind']}
            onChange={(value) => onChange({ kind: value })}
          />
          <Select
            required
            searchable
            allowDeselect={false}
            label={t('evidence/category')}
            data={CATEGORIES.map((value) => ({ value, label: t(`category/${value}`) }))}
            value={values.category}
            error={errors['category']}
            onChange={(value) => onChange({ category: value })}
          />
        </SimpleGrid>
        <Textarea
          label={t('register/description')}
          maxRows={8}
          value={values.description}
          error={errors['description']}
          onChange={(event) => onChange({ description: event.currentTarget.value })}
        />
      </Stack>
    </Section>
  );
}

export function HowFields({ values, errors, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const zones = useMemo(allZones, []);
  const { locale } = useLocale();
  const read = readWallClock(values.acquired_at, values.acquired_zone);
  const at = acquiredAt(values);
  const readAs = at ? t('register/readAs', { time: fullTime(at, values.acquired_zone, locale) }) : undefined;
  return (
    <Section title={t('register/how')}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput
            required
            type="datetime-local"
            step={60}
            label={t('register/acquiredAt')}
            description={readAs}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={values.acquired_at}
            error={errors['acquired_at']}
            onChange={(event) => onChange({ acquired_at: event.currentTarget.value, reading: null })}
          />
          <Select
            required
            searchable
            label={t('register/acquiredZone')}
            data={zones}
            limit={60}
            value={values.acquired_zone}
            error={errors['acquired_zone']}
            allowDeselect={false}
            onChange={(value) => onChange({ acquired_zone: value ?? values.acquired_zone, reading: null })}
          />
        </SimpleGrid>
        {read.kind === 'ambiguous' ? (
          <Radio.Group
            size="sm"
            label={t('register/ambiguous')}
            value={values.reading === null ? '' : String(values.reading)}
            onChange={(value) => onChange({ reading: value === '1' ? 1 : 0 })}
          >
            <Group gap="md" mt={4}>
              {read.readings.map(({ offset }, index) => (
                <Radio key={offset} size="xs" value={String(index)} label={t('register/reading', { offset })} />
              ))}
            </Group>
          </Radio.Group>
        ) : null}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput
            required
            label={t('register/acquiredBy')}
            placeholder={t('register/acquiredByHelp')}
            value={values.acquired_by}
            error={errors['acquired_by']}
            onChange={(event) => onChange({ acquired_by: event.currentTarget.value })}
          />
          <TextInput
            required
            label={t('register/place')}
            value={values.place}
            error={errors['place']}
            onChange={(event) => onChange({ place: event.currentTarget.value })}
          />
        </SimpleGrid>
        <TextInput
          required
          label={t('register/legalBasis')}
          placeholder={t('register/legalBasisHelp')}
          value={values.legal_basis}
          error={errors['legal_basis']}
          onChange={(event) => onChange({ legal_basis: event.currentTarget.value })}
        />
        <RegisterJoint values={values} errors={errors} onChange={onChange} />
        <HashFields
          label={t('register/hashes')}
          description={t('register/hashesHelp')}
          hashes={values.declared_hashes}
          bad={values.declared_hashes.flatMap((_, at) => (errors[`declared_hashes.${String(at)}`] ? [at] : []))}
          onChange={(declared_hashes) => onChange({ declared_hashes })}
        />
      </Stack>
    </Section>
  );
}

export function MarkFields({ values, errors, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('register/marks')}>
      <Stack gap="sm">
        <Checkbox.Group
          label={t('register/handling')}
          value={values.handling}
          error={errors['handling']}
          onChange={(chosen) => onChange({ handling: toggleHandling(values.handling, chosen) })}
        >
          <Stack gap={6} mt={6}>
            {HANDLING.map((code) => (
              <Checkbox
                key={code}
                size="xs"
                value={code}
                label={
                  <>
                    <span className="mono">{code}</span> {t(`handling/${code}`)}
                  </>
                }
              />
            ))}
          </Stack>
        </Checkbox.Group>
        {values.handling.includes('H3') ? (
          <Textarea
            required
            label={t('register/handlingText')}
            value={values.handling_text}
            error={errors['handling_text']}
            onChange={(event) => onChange({ handling_text: event.currentTarget.value })}
          />
        ) : null}
        <Checkbox
          size="xs"
          checked={values.may_hold_privileged}
          label={t('filtering/mayHold')}
          description={t('filtering/mayHoldHelp')}
          onChange={(event) => onChange({ may_hold_privileged: event.currentTarget.checked })}
        />
        <Radio.Group label={t('register/tlp')} value={values.tlp} onChange={(value) => onChange({ tlp: value })}>
          <Stack gap={6} mt={6}>
            {TLPS.map((tlp) => (
              <Radio
                key={tlp}
                size="xs"
                value={tlp}
                label={
                  <>
                    <span className="mono">{t(`tlp/${tlp}_name`)}</span> {t(`tlp/${tlp}`)}
                  </>
                }
              />
            ))}
          </Stack>
        </Radio.Group>
        <Radio.Group
          label={t('retention/mode')}
          value={values.retention ?? ''}
          onChange={(value) => onChange({ retention: RETENTIONS.find((one) => one === value) ?? null })}
        >
          <Stack gap={6} mt={6}>
            <Radio size="xs" value="" label={t('retention/asAgreed')} />
            {RETENTIONS.map((mode) => (
              <Radio key={mode} size="xs" value={mode} label={t(`retentionModeHelp/${mode}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <EvaluationFields
          value={values.evaluation}
          error={errors['evaluation.value']}
          onChange={(evaluation) => onChange({ evaluation })}
        />
      </Stack>
    </Section>
  );
}
