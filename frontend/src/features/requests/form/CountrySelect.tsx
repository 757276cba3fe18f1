/** A country of ISO 3166-1 or of the reference data, by its name in the page's language. */
import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { COUNTRIES } from './countries';
import { countriesQuery } from './queries';

export function CountrySelect(props: Omit<SelectProps, 'data'>) {
  const { t, i18n } = useTranslation();
  const { country, said } = useRequestWords();
  const { data } = useQuery(countriesQuery());
  const options = useMemo(() => {
    const names = new Map(COUNTRIES.map((code) => [code, country(code)]));
    for (const { code, name } of data?.items ?? []) names.set(code, said(name));
    return [...names]
      .map(([value, label]) => ({ value, label }))
      .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language));
  }, [data, country, said, i18n.language]);
  return <Select searchable nothingFoundMessage={t('requestDetail/noCountry')} data={options} {...props} />;
}
