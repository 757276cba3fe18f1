/** Makes a token: name, scope, team, networks and lifetime, and the password. */
import { NumberInput, Radio, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/queries';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { CurrentPassword } from '@/features/accounts/security/CurrentPassword';
import { makeToken, tokensQuery, type NewScriptTokenView, type NewTokenForm } from './queries';

type Entered = Omit<NewTokenForm, 'team' | 'networks' | 'days'> & {
  team: string;
  networks: string;
  days: number | string;
};
type Props = { longest: number; onClose: () => void; onMade: (made: NewScriptTokenView) => void };

const USUAL_DAYS = 90;

export function MakeTokenDialog({ longest, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: me } = useSuspenseQuery(meQuery());
  const form = useForm<Entered>({
    initialValues: {
      name: '',
      scope: 'read',
      team: '',
      networks: '',
      days: Math.min(USUAL_DAYS, longest),
      password: '',
    },
    validate: {
      name: (value) => (value.trim() ? null : t('tokens/needName')),
      days: (value) =>
        Number(value) >= 1 && Number(value) <= longest ? null : t('tokens/needDays', { count: longest }),
      password: (value) => (value ? null : t('signIn/needPassword')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (entered: Entered) =>
      makeToken({
        ...entered,
        name: entered.name.trim(),
        team: entered.team || null,
        networks: entered.networks.split(/[\s,;]+/).filter(Boolean),
        days: Number(entered.days),
      }),
    onSuccess: async (made) => {
      onMade(made);
      await queries.invalidateQueries({ queryKey: tokensQuery().queryKey });
    },
  });
  return (
    <FormDialog
      title={t('tokens/make')}
      action={t('tokens/make')}
      pending={run.isPending}
      problem={notice}
      // The token is shown once: the dialog stays until it came.
      onClose={() => (run.isPending ? undefined : onClose())}
      onSubmit={form.onSubmit((entered) => run.mutate(entered))}
    >
      <Text size="sm" c="dimmed">
        {t('tokens/makeHelp')}
      </Text>
      <TextInput
        data-autofocus
        required
        label={t('tokens/name')}
        description={t('tokens/nameHelp')}
        maxLength={80}
        {...form.getInputProps('name')}
      />
      <Radio.Group label={t('tokens/scope')} {...form.getInputProps('scope')}>
        <Stack gap="xs" mt="xs">
          <Radio value="read" label={t('tokens/read')} description={t('tokens/readHelp')} />
          <Radio value="write" label={t('tokens/write')} description={t('tokens/writeHelp')} />
        </Stack>
      </Radio.Group>
      <Select
        label={t('tokens/team')}
        allowDeselect={false}
        data={[
          { value: '', label: t('tokens/allTeams') },
          ...me.seats.map(({ jit }) => ({ value: jit.id, label: jit.name })),
        ]}
        {...form.getInputProps('team')}
      />
      <NumberInput
        required
        label={t('tokens/days')}
        description={t('tokens/daysHelp', { count: longest })}
        allowDecimal={false}
        min={1}
        max={longest}
        {...form.getInputProps('days')}
      />
      <Textarea
        autosize
        minRows={2}
        label={t('tokens/networks')}
        description={t('tokens/networksHelp')}
        classNames={{ input: 'mono' }}
        {...form.getInputProps('networks')}
      />
      <CurrentPassword data-autofocus={undefined} {...form.getInputProps('password')} />
    </FormDialog>
  );
}
