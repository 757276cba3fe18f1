/** The country of a request. Another country removes what was proposed or entered for the former one. */
import { Button, Group } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notices/Notice';
import type { Direction } from '@/features/requests/request/queries';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { visible } from '@/lib/visible';
import { CountrySelect } from './CountrySelect';
import type { Values } from './draft';

type Dropped = { authority: string; country: string; items: Values['items'] };

export function CountryField({ form, direction }: { form: UseFormReturnType<Values>; direction: Direction }) {
  const { t } = useTranslation();
  const { country: nameOf } = useRequestWords();
  const [dropped, setDropped] = useState<Dropped | null>(null);
  const choose = (next: string | null) => {
    const { country, authority, items } = form.values;
    form.setFieldValue('country', next);
    form.setFieldValue('elsewhere', false);
    form.setFieldValue('authority_confirmed', false);
    const isProposed = (one: Values['items'][number]) => one.proposed !== '' && one.description === one.proposed;
    if (country === null || country === next || (!authority.trim() && !items.some(isProposed))) return;
    setDropped({ authority, country, items });
    form.setFieldValue('authority', '');
    form.setFieldValue(
      'items',
      items.map((one) => (isProposed(one) ? { ...one, description: '' } : one)),
    );
  };
  return (
    <div>
      <CountrySelect
        required
        label={t(direction === 'out' ? 'requestForm/toCountry' : 'requestForm/fromCountry')}
        {...form.getInputProps('country')}
        onChange={choose}
      />
      {dropped && dropped.country !== form.values.country ? (
        <Notice tone="warn">
          <Group gap="xs" justify="space-between">
            {dropped.authority.trim()
              ? t('requestForm/authorityDropped', {
                  authority: visible(dropped.authority),
                  country: nameOf(dropped.country),
                })
              : t('requestForm/proposalsDropped', { country: nameOf(dropped.country) })}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                form.setFieldValue('authority', dropped.authority);
                setDropped(null);
              }}
            >
              {t('requestForm/putBack')}
            </Button>
          </Group>
        </Notice>
      ) : null}
    </div>
  );
}
