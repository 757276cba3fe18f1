/** A country of the reference data, by its name in the page's language. */
import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countriesQuery } from './queries';

export function CountrySelect(props: Omit<SelectProps, 'data'>) {
  const { t, i18n } = useTranslation();
  const { data, isPending } = useQuery(countriesQuery());
  const options = useMemo(
    () =>
      (data?.items ?? [])
        .map(({ code, name }) => ({ value: code, label: i18n.language === 'fr' ? name.fr : name.en }))
        .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language)),
    [data, i18n.language],
  );
  return (
    <Select
      searchable
      nothingFoundMessage={t(isPending ? 'common/loading' : 'requestDetail/noCountry')}
      data={options}
      {...props}
    />
  );
}
