/** Port, protocol, exact time, zone and original line beside the identifier of an item. */
import { Autocomplete, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '@/components/fields/DateField';
import { allZones } from '@/lib/zones';
import { PROTOCOLS, timeOf, WITH_PORTS } from './connection';
import type { Values } from './draft';

export function ConnectionFields({ form, place }: { form: UseFormReturnType<Values>; place: number }) {
  const { t } = useTranslation();
  const item = form.values.items[place];
  const at = (name: string) => `items.${String(place)}.${name}`;
  if (!item) return null;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" mt="xs">
        {item.identifier_kind !== null && WITH_PORTS.includes(item.identifier_kind) ? (
          <>
            <TextInput inputMode="numeric" label={t('requestForm/port')} {...form.getInputProps(at('port'))} />
            <TextInput
              inputMode="numeric"
              label={t('requestForm/portUntil')}
              {...form.getInputProps(at('port_until'))}
            />
            <Select
              clearable
              label={t('requestForm/protocol')}
              data={PROTOCOLS.map((value) => ({ value, label: value.toUpperCase() }))}
              {...form.getInputProps(at('protocol'))}
            />
          </>
        ) : null}
        <DateField
          withTime
          exact
          label={t('requestForm/clock')}
          description={t('requestForm/clockHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={item.clock}
          error={form.errors[at('clock')] ?? form.errors[at('at')]}
          onChange={(value) => {
            form.setFieldValue(at('clock'), value);
            form.clearFieldError(at('at'));
          }}
        />
        <ZoneOfLog form={form} place={place} />
      </SimpleGrid>
      <Textarea
        autosize
        mt="xs"
        minRows={1}
        maxRows={6}
        maxLength={4000}
        spellCheck={false}
        classNames={{ input: 'mono' }}
        label={t('requestForm/sourceLine')}
        {...form.getInputProps(at('source_line'))}
      />
    </>
  );
}

/** The zone of the log. Where the text can mean several, the user chooses among them. */
function ZoneOfLog({ form, place }: { form: UseFormReturnType<Values>; place: number }) {
  const { t } = useTranslation();
  const zones = useMemo(allZones, []);
  const item = form.values.items[place];
  const at = (name: string) => `items.${String(place)}.${name}`;
  if (!item) return null;
  if (item.candidates.length > 0)
    return (
      <Select
        clearable
        label={t('requestForm/zone')}
        description={t('requestForm/zoneUnclear')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={item.candidates.map((one) => ({
          value: one.at,
          label: `${one.zone} (${/(?:Z|[+-]\d{2}:\d{2})$/.exec(one.at)?.[0] ?? ''})`,
        }))}
        value={item.candidates.find((one) => one.at === item.given?.at)?.at ?? null}
        error={form.errors[at('zone')]}
        onChange={(chosen) => {
          const one = item.candidates.find((each) => each.at === chosen);
          const time = one ? timeOf(one.at, one.zone) : { clock: item.clock, zone: '', given: null };
          form.setFieldValue(at('clock'), time.clock);
          form.setFieldValue(at('zone'), time.zone);
          form.setFieldValue(at('given'), time.given);
        }}
      />
    );
  return (
    <Autocomplete
      label={t('requestForm/zone')}
      description={t('requestForm/zoneHelp')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      limit={50}
      data={zones}
      {...form.getInputProps(at('zone'))}
    />
  );
}
