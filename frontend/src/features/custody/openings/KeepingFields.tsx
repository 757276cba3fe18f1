/** Taking leaves a copy outside: with whom, and under which number of a national file. */
import { Group, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Keeping } from './keeping';

export function KeepingFields({
  value,
  tried,
  onChange,
}: {
  value: Keeping;
  tried: boolean;
  onChange: (value: Keeping) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Group grow align="flex-start" gap="sm">
        <TextInput
          required
          maxLength={300}
          label={t('copies/custodian')}
          description={t('copies/custodianHelp')}
          value={value.custodian}
          error={tried && !value.custodian.trim() ? t('copies/needCustodian') : null}
          onChange={(event) => onChange({ ...value, custodian: event.currentTarget.value })}
        />
        <TextInput
          required
          maxLength={300}
          label={t('copies/nationalFile')}
          description={t('copies/nationalFileHelp')}
          value={value.fileNumber}
          error={tried && !value.fileNumber.trim() ? t('copies/needFileNumber') : null}
          onChange={(event) => onChange({ ...value, fileNumber: event.currentTarget.value })}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {t('copies/takenHelp')}
      </Text>
    </>
  );
}
