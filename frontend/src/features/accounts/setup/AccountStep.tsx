/** The setup code and the operator's account. */
import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { forget } from '@/api/forget';
import { Problem } from '@/api/problem';
import { useLocale } from '@/api/team';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { setUp } from './queries';
import classes from './Setup.module.css';

const ADDRESS = /^[^@\s]+@[^@\s]+$/;

export function AccountStep({ onDone }: { onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const { zone } = useLocale();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { code: '', name: '', email: '', password: '' },
    validate: {
      code: (value) => (value.trim() ? null : t('setup/needCode')),
      name: (value) => (value.trim() ? null : t('setup/needName')),
      email: (value) => (ADDRESS.test(value.trim()) ? null : t('setup/needEmail')),
      password: (value) => (value ? null : t('setup/needPassword')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (entered: typeof form.values) =>
      setUp({
        code: entered.code.trim(),
        name: entered.name.trim(),
        email: entered.email.trim(),
        password: entered.password,
        locale: i18n.language,
        time_zone: zone,
      }),
    onError: (error) => {
      if (error instanceof Problem && error.fields.some(({ field }) => field === 'code'))
        form.setFieldError('code', t('setup/wrongCode'));
    },
    onSuccess: () => {
      forget(queries);
      onDone();
    },
  });
  return (
    <form className={classes['panel']} onSubmit={form.onSubmit((entered) => run.mutate(entered))} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('setup/accountHelp')}
        </Text>
        <TextInput
          data-autofocus
          autoFocus
          required
          label={t('setup/code')}
          description={t('setup/codeHelp')}
          autoComplete="off"
          spellCheck={false}
          classNames={{ input: 'mono' }}
          {...form.getInputProps('code')}
        />
        <TextInput
          required
          label={t('setup/name')}
          autoComplete="name"
          maxLength={300}
          {...form.getInputProps('name')}
        />
        <TextInput
          required
          type="email"
          label={t('setup/email')}
          autoComplete="username"
          {...form.getInputProps('email')}
        />
        <PasswordInput
          required
          label={t('setup/password')}
          description={t('setup/passwordHelp')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn/showPassword') }}
          {...form.getInputProps('password')}
        />
        <ProblemNotice error={notice} />
        <Button type="submit" loading={run.isPending}>
          {t('setup/create')}
        </Button>
      </Stack>
    </form>
  );
}
