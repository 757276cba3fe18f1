/** Choice of a language by its name in the language of the page. A language outside the list stays selectable. */
import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, languageName } from '@/lib/languages';

export function LanguageSelect(props: Omit<SelectProps, 'data'>) {
  const { i18n } = useTranslation();
  const { value } = props;
  const data = useMemo(() => {
    const codes = value && !LANGUAGES.includes(value) ? [...LANGUAGES, value] : LANGUAGES;
    return codes
      .map((code) => ({ value: code, label: languageName(code, i18n.language) }))
      .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language));
  }, [i18n.language, value]);
  return <Select clearable searchable data={data} {...props} />;
}
