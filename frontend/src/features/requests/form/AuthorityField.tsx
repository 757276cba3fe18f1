/** The authority or provider on the other side. One of another country is kept once the user confirms it. */
import { Checkbox, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Values } from './draft';

export function AuthorityField({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation();
  return (
    <div>
      <TextInput
        label={t('requestField/authority')}
        maxLength={300}
        {...form.getInputProps('authority')}
        onChange={(event) => {
          form.setFieldValue('authority', event.currentTarget.value);
          form.setFieldValue('elsewhere', false);
          form.setFieldValue('authority_confirmed', false);
        }}
      />
      {form.values.elsewhere ? (
        <Checkbox
          mt={4}
          size="xs"
          label={t('requestForm/confirmAuthority')}
          {...form.getInputProps('authority_confirmed', { type: 'checkbox' })}
        />
      ) : null}
    </div>
  );
}
