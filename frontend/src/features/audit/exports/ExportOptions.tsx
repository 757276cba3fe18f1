import { Input, SegmentedControl, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { allZones } from '@/lib/zones';
import type { Draft } from './draft';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
];

type Props = { form: UseFormReturnType<Draft>; /** The zone that the server proposes. */ proposed: string | null };

/** Language and time zone of the documents, the proceeding and the reason. */
export function ExportOptions({ form, proposed }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <div>
          <Input.Label labelElement="div" id="bundle-language">
            {t('exports/language')}
          </Input.Label>
          <SegmentedControl
            fullWidth
            size="xs"
            mt={4}
            aria-labelledby="bundle-language"
            data={LANGUAGES}
            {...form.getInputProps('language')}
          />
        </div>
        <Select
          label={t('exports/zone')}
          description={t('exports/zoneHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          searchable
          allowDeselect={false}
          data={allZones()}
          limit={60}
          nothingFoundMessage={t('account/noZone')}
          {...form.getInputProps('zone')}
          value={form.getValues().zone ?? proposed}
        />
      </SimpleGrid>
      <TextInput
        label={t('exports/proceeding')}
        description={t('exports/proceedingHelp')}
        maxLength={200}
        {...form.getInputProps('proceeding')}
      />
      <Textarea
        label={t('exports/reason')}
        description={t('exports/reasonHelp')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        {...form.getInputProps('reason')}
      />
    </Stack>
  );
}
