/** The fields of a downloaded copy: custodian and national file number. */
import { Group, Text, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Keeping } from './keeping';

/** `form`: the form of the dialog, with these fields among others. */
export function KeepingFields({ form }: { form: { getInputProps: (name: keyof Keeping) => GetInputPropsReturnType } }) {
  const { t } = useTranslation();
  return (
    <>
      <Group grow align="flex-start" gap="sm">
        <TextInput
          required
          maxLength={300}
          label={t('copies/custodian')}
          description={t('copies/custodianHelp')}
          {...form.getInputProps('custodian')}
        />
        <TextInput
          required
          maxLength={300}
          label={t('copies/nationalFile')}
          description={t('copies/nationalFileHelp')}
          {...form.getInputProps('file_number')}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {t('copies/takenHelp')}
      </Text>
    </>
  );
}
