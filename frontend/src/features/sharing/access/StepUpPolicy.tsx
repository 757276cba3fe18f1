/** Acts for which the party demands a second factor again; leaders choose them, and see first whom that stops. */
import { Button, Checkbox, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STEP_UP_KINDS, setStepUp, stepUpQuery, type StepUpKind, type StepUpPolicyView } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { listed } from '@/components/sharing/words';
import { useMemberName } from '@/components/text/useMemberName';
import { Setting } from './Setting';

export function StepUpPolicy() {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const nameOf = useMemberName();
  // The decision as the user read it: a colleague's decision since then is not overwritten.
  const [asking, setAsking] = useState<StepUpPolicyView | null>(null);
  const { data, error, refetch } = useQuery(stepUpQuery(jit.id));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data || (data.kinds.length === 0 && !data.may_set)) return null;
  const acts = listed(
    data.kinds.map((kind) => t(`stepUp/kinds/${kind}`)),
    locale,
  );
  return (
    <>
      <Setting
        title={t('stepUp/policy')}
        actions={
          data.may_set ? (
            <Button size="compact-sm" variant="default" onClick={() => setAsking(data)}>
              {t('stepUp/change')}
            </Button>
          ) : null
        }
      >
        {data.kinds.length > 0 ? t('stepUp/stands', { acts, seat: nameOf(data.decided_by ?? '') }) : t('stepUp/none')}
      </Setting>
      {asking ? <StepUpPolicyDialog stands={asking} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

function StepUpPolicyDialog({ stands, onClose }: { stands: StepUpPolicyView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const form = useForm<{ kinds: StepUpKind[] }>({
    initialValues: { kinds: stands.kinds },
    validate: {
      kinds: (kinds) =>
        STEP_UP_KINDS.every((kind) => kinds.includes(kind) === stands.kinds.includes(kind))
          ? t('stepUp/nothingChanged')
          : null,
    },
  });
  const chosen = STEP_UP_KINDS.filter((kind) => form.values.kinds.includes(kind));
  const { members, unable } = stands;
  return (
    <ReasonDialog
      title={t('stepUp/policy')}
      help={t('stepUp/policyHelp')}
      reasonLabel={t('common/reason')}
      action={t('stepUp/change')}
      danger={false}
      fields={form}
      blocked={stands.able ? null : t('stepUp/notAble')}
      onClose={onClose}
      act={(reason) => setStepUp(jit.id, stands, chosen, reason)}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.stepUp(jit.id) });
        notifications.show({ message: t('stepUp/done') });
        onClose();
      }}
    >
      <Checkbox.Group label={t('stepUp/choose')} {...form.getInputProps('kinds')}>
        <Stack gap={6} mt={4}>
          {STEP_UP_KINDS.map((kind) => (
            <Checkbox key={kind} size="xs" value={kind} label={t(`stepUp/kinds/${kind}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      {chosen.length > 0 ? (
        <Notice tone={unable > 0 ? 'warn' : 'plain'}>
          {unable > 0 ? t('stepUp/unable', { count: unable, members }) : t('stepUp/allAble')} {t('stepUp/scripts')}
        </Notice>
      ) : null}
    </ReasonDialog>
  );
}
