/** The retention period of chat, and the clause that sets it. An administrator can enter another. */
import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agree } from '@/features/coordination/messages/queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import classes from '@/features/coordination/messages/Messages.module.css';

export function TalkRule({ days, clause }: { days: number; clause: string | null }) {
  const { t } = useTranslation();
  const { may } = useTeam();
  const [entering, setEntering] = useState(false);
  return (
    <p className={classes['rule']}>
      {t('messages/rule', { days })} ({clause ? t('messages/ruleBy', { clause }) : t('messages/ruleNone')}).{' '}
      {may('retention:agree') ? (
        <Button size="compact-xs" variant="subtle" onClick={() => setEntering(true)}>
          {t('messages/setRule')}
        </Button>
      ) : null}
      {entering ? <Entering former={days} onClose={() => setEntering(false)} /> : null}
    </p>
  );
}

function Entering({ former, onClose }: { former: number; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { days: former as number | string, clause: '' },
    validate: {
      days: (value) => (Number(value) >= 1 ? null : t('messages/needDays')),
      clause: (value) => (value.trim() ? null : t('messages/needClause')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ days, clause }: typeof form.values) => agree(jit.id, Number(days), clause.trim()),
    onSuccess: async (rule) => {
      await Promise.all(
        [keys.talkRules(jit.id), keys.messages(jit.id)].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
      notifications.show({ message: t('messages/ruleSaved', { days: rule.days }) });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('messages/ruleTitle')}>
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('messages/ruleHelp')}</Text>
          <NumberInput
            data-autofocus
            required
            size="xs"
            min={1}
            max={3650}
            allowDecimal={false}
            hideControls
            label={t('messages/days')}
            {...form.getInputProps('days')}
          />
          <TextInput
            required
            size="xs"
            maxLength={300}
            label={t('messages/clause')}
            {...form.getInputProps('clause')}
          />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('common/save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
