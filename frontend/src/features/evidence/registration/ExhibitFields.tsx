/** Title and kind of a new exhibit. */
import { Group, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import {
  IconDisc,
  IconFileCertificate,
  IconFileText,
  IconLanguage,
  IconPackage,
  IconScissors,
  IconStack2,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Kind } from '@/api/views';
import type { RegisterForm } from './form';
import classes from './Register.module.css';

const ICONS: Record<Kind, typeof IconDisc> = {
  digital_original: IconFileCertificate,
  image: IconDisc,
  physical: IconPackage,
  extract: IconScissors,
  working_copy: IconStack2,
  report: IconFileText,
  translation: IconLanguage,
};

export function ExhibitFields({ form }: { form: RegisterForm }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <TextInput
        data-autofocus
        required
        label={t('register/name')}
        description={t('register/nameHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('title')}
      />
      <Radio.Group required label={t('register/kindLabel')} {...form.getInputProps('kind')}>
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs" mt={4}>
          {(Object.keys(ICONS) as Kind[]).map((kind) => {
            const Icon = ICONS[kind];
            return (
              <Radio.Card key={kind} value={kind} className={classes['kind'] ?? ''} aria-label={t(`kind/${kind}`)}>
                <Group gap="xs" justify="space-between" wrap="nowrap">
                  <Icon size={18} stroke={1.5} aria-hidden />
                  <Radio.Indicator size="xs" />
                </Group>
                <strong>{t(`kind/${kind}`)}</strong>
                <Text size="xs" c="dimmed">
                  {t(`register/kindHelp/${kind}`)}
                </Text>
              </Radio.Card>
            );
          })}
        </SimpleGrid>
      </Radio.Group>
    </Stack>
  );
}
