/** The fields of one item of a request: data with its identifier, or a measure in words. */
import { Button, Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DateField } from '@/components/fields/DateField';
import { ConnectionFields } from './ConnectionFields';
import { CATEGORIES, IDENTIFIERS, ITEM_KINDS, type Values } from './draft';
import classes from './Form.module.css';

type Props = { form: UseFormReturnType<Values>; place: number; onRemove: (() => void) | null };

export function ItemFields({ form, place, onRemove }: Props) {
  const { t } = useTranslation();
  const item = form.values.items[place];
  if (!item) return null;
  const at = (name: string) => `items.${String(place)}.${name}`;
  const isData = item.kind === 'data';
  return (
    <fieldset className={classes['item']} disabled={item.fixed}>
      <legend>{t('requestDetail/ofItem', { place: place + 1 })}</legend>
      <SimpleGrid cols={{ base: 1, xs: 2, md: isData ? 4 : 2 }} spacing="sm">
        <Select
          allowDeselect={false}
          label={t('requestForm/kind')}
          data={ITEM_KINDS.map((value) => ({ value, label: t(`requestItem/${value}`) }))}
          {...form.getInputProps(at('kind'))}
        />
        {isData ? (
          <>
            <Select
              allowDeselect={false}
              label={t('requestForm/category')}
              data={CATEGORIES.map((value) => ({ value, label: t(`dataCategory/${value}`) }))}
              {...form.getInputProps(at('data_category'))}
            />
            <Select
              searchable
              allowDeselect={false}
              label={t('requestForm/identifierKind')}
              data={IDENTIFIERS.map((value) => ({ value, label: t(`requestIdentifier/${value}`) }))}
              {...form.getInputProps(at('identifier_kind'))}
            />
            <IdentifierField form={form} place={place} />
          </>
        ) : (
          <TextInput
            required
            label={t('requestForm/description')}
            maxLength={4000}
            {...form.getInputProps(at('description'))}
          />
        )}
        {(['from', 'until'] as const).map((name) => (
          <DateField
            key={name}
            withTime
            label={t(`requestForm/${name}`)}
            value={item[name]}
            error={form.errors[at(name)]}
            onChange={(value) => form.setFieldValue(at(name), value)}
          />
        ))}
        {isData ? (
          <TextInput label={t('requestForm/description')} maxLength={4000} {...form.getInputProps(at('description'))} />
        ) : null}
      </SimpleGrid>
      {isData ? <ConnectionFields form={form} place={place} /> : null}
      {item.fixed ? <p className={classes['basis']}>{t('requestForm/fixedItem')}</p> : null}
      {onRemove ? (
        <Button
          mt="xs"
          size="compact-sm"
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={14} aria-hidden />}
          aria-label={t('requestForm/removeItemOf', { place: place + 1 })}
          onClick={onRemove}
        >
          {t('requestForm/removeItem')}
        </Button>
      ) : null}
    </fieldset>
  );
}

/** The identifier. One that does not fit its kind is kept once the user confirms it. */
function IdentifierField({ form, place }: { form: UseFormReturnType<Values>; place: number }) {
  const { t } = useTranslation();
  const item = form.values.items[place];
  const at = (name: string) => `items.${String(place)}.${name}`;
  const input = form.getInputProps(at('identifier'));
  return (
    <div>
      <TextInput
        required
        label={t('requestForm/identifier')}
        maxLength={300}
        {...input}
        onChange={(event) => {
          form.setFieldValue(at('identifier'), event.currentTarget.value);
          form.setFieldValue(at('doubtful'), false);
          form.setFieldValue(at('identifier_confirmed'), false);
        }}
      />
      {item?.doubtful ? (
        <Checkbox
          mt={4}
          size="xs"
          label={t('requestForm/confirmIdentifier')}
          {...form.getInputProps(at('identifier_confirmed'), { type: 'checkbox' })}
        />
      ) : null}
    </div>
  );
}
