/** How the exhibit was obtained: time, zone, person, place and legal basis, with defaults that name their source. */
import { Badge, Button, Group, Radio, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import 'dayjs/locale/fr';
import { CATEGORIES } from '@/api/views';
import { useLocale } from '@/api/team';
import { explained } from '@/components/help/explained';
import { fullTime } from '@/lib/time';
import { allZones, readWallClock } from '@/lib/zones';
import { acquiredAt, type RegisterForm } from './form';
import type { Defaults } from './queries';
import '@/components/fields/dates.css';
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

type Props = { form: RegisterForm; defaults: Defaults | null; guessed: boolean };

export function OriginFields({ form, defaults, guessed }: Props) {
  const { t, i18n } = useTranslation();
  const { locale, zone } = useLocale();
  const zones = useMemo(allZones, []);
  const { values } = form;
  const read = readWallClock(values.acquired_at, values.acquired_zone);
  const at = acquiredAt(values);
  const fromLast = (value: string, last: string | undefined) =>
    last && value === last ? t('register/fromLast') : null;
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
        <DateTimePicker
          required
          label={t('register/acquiredAt')}
          aria-label={t('register/acquiredAt')}
          locale={i18n.language}
          valueFormat="D MMM YYYY, HH:mm"
          rightSection={<IconCalendar size={15} aria-hidden />}
          rightSectionPointerEvents="none"
          description={at ? t('register/readAs', { time: fullTime(at, values.acquired_zone, locale) }) : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={values.acquired_at ? `${values.acquired_at.replace('T', ' ')}:00` : null}
          error={form.errors['acquired_at']}
          onChange={(chosen) =>
            form.setValues({ acquired_at: chosen ? chosen.slice(0, 16).replace(' ', 'T') : '', reading: null })
          }
        />
        <Select
          required
          searchable
          allowDeselect={false}
          label={<Sourced label={t('register/acquiredZone')} source={zoneSource} />}
          data={zones}
          limit={60}
          value={values.acquired_zone}
          error={form.errors['acquired_zone']}
          onChange={(chosen) => form.setValues({ acquired_zone: chosen ?? values.acquired_zone, reading: null })}
        />
        <TextInput
          required
          label={<Sourced label={t('register/place')} source={fromLast(values.place, defaults?.place)} />}
          {...form.getInputProps('place')}
        />
      </SimpleGrid>
      {read.kind === 'ambiguous' ? (
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
        label={<Sourced label={t('register/acquiredBy')} source={fromLast(values.acquired_by, defaults?.acquiredBy)} />}
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
