/** The items of a request that is entered or changed. */
import { Button, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { blankItem, type Values } from './draft';
import { ItemFields } from './ItemFields';

export function ItemsPart({ form, zone }: { form: UseFormReturnType<Values>; zone: string }) {
  const { t } = useTranslation();
  const { items } = form.values;
  return (
    <Panel title={t('requestDetail/items')} aside={t('requestForm/itemsHelp', { zone })}>
      <Stack gap="md">
        {items.map((one, place) => (
          <ItemFields
            key={one.key}
            form={form}
            place={place}
            onRemove={items.length > 1 && !one.fixed ? () => form.removeListItem('items', place) : null}
          />
        ))}
        {form.errors['items'] ? (
          <Text size="sm" c="var(--l-bad)" role="alert">
            {form.errors['items']}
          </Text>
        ) : null}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => form.insertListItem('items', blankItem())}
          >
            {t('requestForm/addItem')}
          </Button>
        </div>
      </Stack>
    </Panel>
  );
}
