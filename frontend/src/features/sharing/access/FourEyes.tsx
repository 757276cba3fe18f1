/** Acts for which the party requires a second leader. One leader adds acts; two leaders remove them. */
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { demand, DEMANDS, fourEyesQuery, type Demand, type FourEyesView } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useMemberName } from '@/components/text/useMemberName';
import { listed } from '@/components/sharing/words';

import { Setting } from './Setting';

type Asked = 'change' | 'agree' | 'keep';

export function FourEyes() {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const nameOf = useMemberName();
  const [asking, setAsking] = useState<Asked | null>(null);
  const { data, error, refetch } = useQuery(fourEyesQuery(jit.id));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data || (data.acts.length === 0 && !data.may_set)) return null;
  const seat = nameOf(data.decided_by ?? '');
  const words = (acts: readonly Demand[]) =>
    listed(
      acts.map((act) => t(`fourEyes/acts/${act}`)),
      locale,
    );
  const button = (word: Asked) => (
    <Button size="compact-sm" variant="default" onClick={() => setAsking(word)}>
      {t(`fourEyes/${word}`)}
    </Button>
  );
  return (
    <>
      <Setting
        title={t('fourEyes/title')}
        term="twoPerson"
        warn={data.proposed !== null}
        actions={
          data.may_set ? (
            <Group gap="xs">
              {data.proposed && data.may_confirm ? button('agree') : null}
              {button(data.proposed ? 'keep' : 'change')}
            </Group>
          ) : null
        }
      >
        {data.proposed
          ? data.proposed.length > 0
            ? t('fourEyes/proposed', { seat, acts: words(data.proposed) })
            : t('fourEyes/proposedNone', { seat })
          : data.acts.length > 0
            ? t('fourEyes/stands', { acts: words(data.acts), seat })
            : t('fourEyes/none')}
      </Setting>
      {asking ? <FourEyesDialog key={asking} asked={asking} stands={data} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

function FourEyesDialog({ asked, stands: now, onClose }: { asked: Asked; stands: FourEyesView; onClose: () => void }) {
  // The version that was read is sent, so a decision of another leader in the meantime is not overwritten.
  const [stands] = useState(now);
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const isLess = (acts: readonly Demand[]) => stands.acts.some((act) => !acts.includes(act));
  const form = useForm<{ acts: Demand[] }>({
    initialValues: { acts: asked === 'agree' ? (stands.proposed ?? []) : stands.acts },
    validate: {
      acts: (acts) =>
        asked === 'change' && !isLess(acts) && acts.length === stands.acts.length ? t('fourEyes/nothingChanged') : null,
    },
  });
  const chosen = DEMANDS.filter((act) => form.values.acts.includes(act));
  const less = isLess(chosen);
  return (
    <ReasonDialog
      title={t(asked === 'change' ? 'fourEyes/title' : `fourEyes/${asked}Title`)}
      help={t(asked === 'keep' ? 'fourEyes/keepHelp' : 'fourEyes/help')}
      reasonLabel={t('common/reason')}
      action={t(`fourEyes/${asked}`)}
      danger={false}
      fields={form}
      onClose={onClose}
      act={(reason) => demand(jit.id, stands, chosen, reason)}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.fourEyes(jit.id) });
        notifications.show({ message: less && asked === 'change' ? t('fourEyes/toPropose') : t('fourEyes/done') });
        onClose();
      }}
    >
      {asked === 'change' ? (
        <Checkbox.Group label={t('fourEyes/choose')} {...form.getInputProps('acts')}>
          <Stack gap={6} mt={4}>
            {DEMANDS.map((act) => (
              <Checkbox key={act} size="xs" value={act} label={t(`fourEyes/choices/${act}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      ) : less ? (
        <Text size="sm">
          {t('fourEyes/choose')}
          {t('common/colon')}
          {chosen.length > 0 ? chosen.map((act) => t(`fourEyes/choices/${act}`)).join('; ') : t('level/none')}
        </Text>
      ) : null}
    </ReasonDialog>
  );
}
