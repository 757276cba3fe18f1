/** To which parties a request was released, in words; a leader of its party changes that. */
import { Button, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gated, useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { endSharing, share, type RequestReleaseView, type RequestView } from './queries';
import { useChanged } from './useChanged';
import classes from './Request.module.css';

export function SharingPanel({ request }: { request: RequestView }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const nameOf = useMemberName();
  const changed = useChanged();
  const [sharing, setSharing] = useState(false);
  const [ending, setEnding] = useState<RequestReleaseView | null>(null);
  return (
    <Panel
      title={t('requestDetail/sharing')}
      aside={
        request.may.release ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setSharing(true)}>
            {t('requestDetail/share')}
          </Button>
        ) : null
      }
    >
      {request.releases.length === 0 ? (
        <p className={classes['none']}>{t('requestDetail/notShared', { party: partyName(request.party) })}</p>
      ) : null}
      <ul className={classes['list']}>
        {request.releases.map((one) => (
          <li key={one.party} className={classes['line']}>
            <div>
              {t(`requestSharing/${one.level}`, { party: partyName(one.party) })}
              <div className={classes['small']}>
                {nameOf(one.released_by)} · <When at={one.released_at} form="column" />
              </div>
            </div>
            {request.may.release ? (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('requestDetail/endSharingFor', { party: partyName(one.party) })}
                onClick={() => setEnding(one)}
              >
                {t('requestDetail/endSharing')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {sharing ? <ShareDialog request={request} onClose={() => setSharing(false)} /> : null}
      {ending ? (
        <ReasonDialog
          title={t('requestDetail/endSharingFor', { party: partyName(ending.party) })}
          help={t('requestDetail/endSharingHelp', { party: partyName(ending.party) })}
          reasonLabel={t('common/reason')}
          action={t('requestDetail/endSharing')}
          onClose={() => setEnding(null)}
          act={async (reason) => changed(await endSharing(jit.id, request.id, ending.party, reason))}
          onDone={() => setEnding(null)}
        />
      ) : null}
    </Panel>
  );
}

type Values = { party: string | null; level: RequestReleaseView['level'] };

function ShareDialog({ request, onClose }: { request: RequestView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, parties, partyName } = useTeam();
  const changed = useChanged();
  const form = useForm<Values>({
    initialValues: { party: null, level: 'existence' },
    validate: { party: (value) => (value ? null : t('requestDetail/needParty')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ party, level }: Values) => share(jit.id, request.id, party ?? '', level),
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  const { party, level } = form.values;
  return (
    <Dialog onClose={onClose} title={t('requestDetail/share')} size="lg">
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Select
            required
            data-autofocus
            label={t('requestDetail/party')}
            description={t('requestDetail/partyHelp')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={parties
              .filter(({ code, status }) => code !== request.party && status === 'active' && !gated(parties, code))
              .map(({ code, name }) => ({ value: code, label: name }))}
            {...form.getInputProps('party')}
          />
          <Radio.Group label={t('requestDetail/level')} {...form.getInputProps('level')}>
            <Stack gap={6} mt={6}>
              <Radio
                size="xs"
                value="existence"
                label={t('requestDetail/existence')}
                description={t('requestDetail/existenceHelp')}
              />
              <Radio
                size="xs"
                value="content"
                label={t('requestDetail/content')}
                description={t('requestDetail/contentHelp')}
              />
            </Stack>
          </Radio.Group>
          {party ? <Text size="sm">{t(`requestSharing/${level}`, { party: partyName(party) })}</Text> : null}
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('requestDetail/share')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
