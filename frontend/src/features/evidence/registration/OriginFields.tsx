/** How the exhibit was obtained: time, zone, person, place and legal basis, with defaults that name their source. */
import { Badge, Button, Group, Radio, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CATEGORIES } from '@/api/views';
import { useLocale } from '@/api/team';
import { DateField } from '@/components/fields/DateField';
import { explained } from '@/components/help/explained';
import { fullTime } from '@/lib/time';
import { allZones, readWallClock } from '@/lib/zones';
import { acquiredAt, type RegisterForm } from './form';
import { ProposedOrigins } from './ProposedOrigins';
import type { Origin } from './origins';
import type { Defaults } from './queries';
import '@/theme/accordion.css';
import classes from './Register.module.css';

/** A label with a tag that tells where the value comes from. */
function Sourced({ label, source }: { label: string; source: string | null }): ReactNode {
  if (source === null) return label;
  return (
    <>
      {label}{' '}
      <Badge component="span" size="xs" variant="light" className={classes['source'] ?? ''}>
        {source}
      </Badge>
    </>
  );
}

type Props = {
  form: RegisterForm;
  defaults: Defaults | null;
  guessed: boolean;
  /** What the files say about their origin. */
  origins?: readonly Origin[];
};

export function OriginFields({ form, defaults, guessed, origins = [] }: Props) {
  const { t } = useTranslation();
  const { locale, zone } = useLocale();
  const zones = useMemo(allZones, []);
  const { values } = form;
  const read = readWallClock(values.acquired_at, values.acquired_zone || 'UTC');
  const at = acquiredAt(values);
  const zoneSource = values.acquired_zone === zone ? t('register/yourZone') : null;
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          required
          searchable
          allowDeselect={false}
          label={<Sourced label={t('evidence/category')} source={guessed ? t('register/fromType') : null} />}
          data={CATEGORIES.map((value) => ({ value, label: t(`category/${value}`) }))}
          {...form.getInputProps('category')}
        />
        <DateField
          required
          withTime
          label={t('register/acquiredAt')}
          description={at ? t('register/readAs', { time: fullTime(at, values.acquired_zone, locale) }) : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={values.acquired_at}
          error={form.errors['acquired_at']}
          onChange={(chosen) => form.setValues({ acquired_at: chosen, reading: null })}
        />
        <Select
          required
          searchable
          allowDeselect={false}
          label={<Sourced label={t('register/acquiredZone')} source={zoneSource} />}
          data={zones}
          limit={60}
          value={values.acquired_zone || null}
          placeholder={t('register/chooseZone')}
          error={form.errors['acquired_zone']}
          onChange={(chosen) => form.setValues({ acquired_zone: chosen ?? values.acquired_zone, reading: null })}
        />
        <TextInput required label={t('register/place')} {...form.getInputProps('place')} />
      </SimpleGrid>
      <ProposedOrigins form={form} defaults={defaults} origins={origins} />
      {read.kind === 'ambiguous' && values.acquired_zone ? (
        <Radio.Group
          size="sm"
          label={t('register/ambiguous')}
          value={values.reading === null ? '' : String(values.reading)}
          onChange={(value) => form.setFieldValue('reading', value === '1' ? 1 : 0)}
        >
          <Group gap="md" mt={4}>
            {read.readings.map(({ offset }, index) => (
              <Radio key={offset} size="xs" value={String(index)} label={t('register/reading', { offset })} />
            ))}
          </Group>
        </Radio.Group>
      ) : null}
      <TextInput
        required
        label={t('register/acquiredBy')}
        placeholder={t('register/acquiredByHelp')}
        {...form.getInputProps('acquired_by')}
      />
      <TextInput
        required
        label={t('register/legalBasis')}
        {...explained('legalBasis')}
        placeholder={t('register/legalBasisHelp')}
        {...form.getInputProps('legal_basis')}
      />
      {defaults && defaults.bases.length > 0 ? (
        <Group gap="xs" role="group" aria-label={t('register/usedBases')}>
          <Text size="xs" c="dimmed">
            {t('register/usedBases')}
          </Text>
          {defaults.bases.map((basis) => (
            <Button
              key={basis}
              size="compact-xs"
              variant="light"
              className={classes['basis'] ?? ''}
              onClick={() => form.setFieldValue('legal_basis', basis)}
            >
              {basis}
            </Button>
          ))}
        </Group>
      ) : null}
    </Stack>
  );
}
