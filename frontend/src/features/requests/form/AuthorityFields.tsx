/** The authorities that issue and validate a request, and its language. */
import { SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { LanguageSelect } from '@/components/fields/LanguageSelect';
import type { Values } from './draft';

export function AuthorityFields({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
      {(['issuing_authority', 'validating_authority'] as const).map((name) => (
        <TextInput key={name} label={t(`requestField/${name}`)} maxLength={300} {...form.getInputProps(name)} />
      ))}
      <LanguageSelect label={t('requestForm/language')} {...form.getInputProps('language')} />
    </SimpleGrid>
  );
}
