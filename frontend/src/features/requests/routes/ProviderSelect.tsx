/** A provider of the provider cards, found by its name or by one of its domain names. */
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { providerCardsQuery } from '@/features/requests/directory/queries';
import { visible } from '@/lib/visible';

type Props = { value?: string | null; onChange?: (key: string | null) => void };

export function ProviderSelect(props: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(providerCardsQuery());
  return (
    <Select
      clearable
      searchable
      label={t('routes/provider')}
      placeholder={t('routes/anyProvider')}
      nothingFoundMessage={t('routes/noProvider')}
      data={(data?.items ?? []).map(({ key, name, domains }) => ({
        value: key,
        label: visible([name.value ?? key, ...(domains.value ?? [])].join(', ')),
      }))}
      {...props}
    />
  );
}
