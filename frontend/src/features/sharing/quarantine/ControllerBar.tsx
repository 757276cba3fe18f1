/** The controller of uploads from outside the Union. Without one, such uploads are refused. */
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { controllersQuery, designate } from './queries';
import type { ControllerForm } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { ControllerWaits } from './ControllerWaits';
import classes from './Verifications.module.css';

export function ControllerBar() {
  const { t } = useTranslation();
  const { jit, may, partyName } = useTeam();
  const nameOf = useMemberName();
  const [entering, setEntering] = useState(false);
  const { data, error, refetch } = useQuery(controllersQuery(jit.id));
  if (error)
    return (
      <div className={classes['pad']}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (!data) return null;
  const stands = data.items.find((one) => one.stands);
  const button =
    may('controllers:designate') && !entering ? (
      <Button size="compact-sm" variant="default" onClick={() => setEntering(true)}>
        {t('verifications/designate')}
      </Button>
    ) : null;
  return (
    <section className={classes['controller']} aria-label={t('verifications/controller')}>
      {stands ? (
        <p>
          {t('verifications/controllerIs')} <strong>{nameOf(stands.seat)}</strong>
          {stands.party ? `, ${partyName(stands.party)}` : ''}, {stands.clause}.{' '}
          <span className="dim">
            {t('verifications/recordedBy', { name: nameOf(stands.designated_by) })}, <When at={stands.designated_at} />
            {stands.confirmed_by ? ` · ${t('verifications/confirmedBy', { name: nameOf(stands.confirmed_by) })}` : null}
          </span>
        </p>
      ) : (
        <Notice tone="warn">{t('verifications/noController')}</Notice>
      )}
      <ControllerWaits />
      {button}
      {entering ? <Entering onDone={() => setEntering(false)} /> : null}
    </section>
  );
}

function Entering({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const { jit, members } = useTeam();
  const queries = useQueryClient();
  const form = useForm<{ seat: string | null; clause: string }>({
    initialValues: { seat: null, clause: '' },
    validate: {
      seat: (value) => (value ? null : t('verifications/needSeat')),
      clause: (value) => (value.trim() ? null : t('verifications/needClause')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (controller: ControllerForm) => designate(jit.id, controller),
    onSuccess: ({ seat: code, waits }) => {
      void queries.invalidateQueries({ queryKey: keys.controllers(jit.id) });
      notifications.show({
        message: t(waits ? 'verifications/designatedWaits' : 'verifications/designated', { code }),
      });
      onDone();
    },
  });
  const submit = form.onSubmit(({ seat, clause }) => {
    if (seat) run.mutate({ seat, clause: clause.trim() });
  });
  const administrators = members.filter(({ roles, state }) => state === 'seated' && roles.includes('administrator'));
  return (
    <form onSubmit={submit} noValidate className={classes['entering']}>
      <Select
        required
        data-autofocus
        label={t('verifications/seat')}
        data={administrators.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
        {...form.getInputProps('seat')}
      />
      <TextInput required label={t('verifications/clause')} maxLength={200} {...form.getInputProps('clause')} />
      <Button type="submit" loading={run.isPending}>
        {t('verifications/designateNow')}
      </Button>
      <Button variant="default" onClick={onDone}>
        {t('common/cancel')}
      </Button>
      <ProblemNotice error={notice} />
    </form>
  );
}
