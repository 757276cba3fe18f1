/** The authorities that issue and validate a request, and its language. */
import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Values } from './draft';

/** Official languages of the Union and of the other countries of the reference data, by ISO 639-1. */
const LANGUAGES =
  'ar bg cs da de el en es et fi fr ga he hr hu hy is it ja ka lt lv mk mt nl no pl pt ro ru sk sl sq sr sv tr uk zh';

export function AuthorityFields({ form }: { form: UseFormReturnType<Values> }) {
  const { t, i18n } = useTranslation();
  const languages = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
    return LANGUAGES.split(' ')
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language));
  }, [i18n.language]);
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
      {(['issuing_authority', 'validating_authority'] as const).map((name) => (
        <TextInput key={name} label={t(`requestField/${name}`)} maxLength={300} {...form.getInputProps(name)} />
      ))}
      <Select
        clearable
        searchable
        label={t('requestForm/language')}
        data={languages}
        {...form.getInputProps('language')}
      />
    </SimpleGrid>
  );
}
