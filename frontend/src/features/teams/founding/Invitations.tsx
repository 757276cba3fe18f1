/** After the founding: each first leader is proposed, and the codes are shown once. A failed one can be tried again. */
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { propose } from '@/api/actions';
import type { JitView } from './queries';
import { keys } from '@/api/queries';
import type { MemberForm, ProposedView } from '@/api/views';
import { Copyable } from '@/components/text/Copyable';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { Notice } from '@/components/notices/Notice';
import classes from './Founding.module.css';

type Outcome = { form: MemberForm; seat?: ProposedView; error?: unknown };

async function proposeAll(jit: string, people: readonly MemberForm[], former: readonly Outcome[]): Promise<Outcome[]> {
  const done: Outcome[] = [];
  for (const form of people) {
    const before = former.find((one) => one.form.email === form.email && one.seat);
    try {
      done.push(before ?? { form, seat: await propose(jit, form) });
    } catch (error) {
      done.push({ form, error });
    }
  }
  return done;
}

/** `names`: of the parties, by code. */
type Props = { jit: JitView; people: readonly MemberForm[]; names: Record<string, string> };

export function Invitations({ jit, people, names }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [noted, setNoted] = useState(people.length === 0);
  const key = ['founding', jit.id];
  const { data, isFetching, refetch } = useQuery({
    queryKey: key,
    queryFn: () => proposeAll(jit.id, people, queries.getQueryData<Outcome[]>(key) ?? []),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchOnMount: false,
  });
  const codes = (data ?? []).filter((one) => one.seat?.one_time_code);
  const open = async () => {
    queries.removeQueries({ queryKey: key });
    await queries.invalidateQueries({ queryKey: keys.members(jit.id) });
    await navigate({ to: '/jits/$jit', params: { jit: jit.id } });
  };
  return (
    <Stack gap="md">
      <Notice tone="good" title={t('founding/founded', { name: jit.name })}>
        {t('founding/foundedHelp')}
      </Notice>
      {people.length > 0 ? (
        <Panel title={t('founding/codes')}>
          <Stack gap="sm">
            <Text size="sm">{t('founding/codesHelp', { address: `${location.origin}/invitation` })}</Text>
            {isFetching ? (
              <Text role="status" size="sm">
                {t('founding/inviting')}
              </Text>
            ) : null}
            {codes.length > 0 ? (
              <table className={classes['codes']}>
                <thead>
                  <tr>
                    <th>{t('founding/party')}</th>
                    <th>{t('founding/person')}</th>
                    <th>{t('founding/code')}</th>
                  </tr>
                </thead>
                <tbody>
                  {codes.map(({ form, seat }) => (
                    <tr key={form.email}>
                      <td>{names[form.party ?? ''] ?? form.party}</td>
                      <td>
                        {form.name}
                        <br />
                        <span className="dim">{form.email}</span>
                      </td>
                      <td>
                        <Copyable
                          whole
                          value={seat?.one_time_code ?? ''}
                          label={t('founding/copyCode', { name: form.name })}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ) : null}
            {(data ?? [])
              .filter(({ error }) => error)
              .map(({ form, error }) => (
                <ProblemNotice
                  key={form.email}
                  title={t('founding/notInvited', { name: form.name })}
                  error={error}
                  onRetry={() => void refetch()}
                />
              ))}
            <Group>
              <Checkbox
                label={t('founding/noted')}
                checked={noted}
                onChange={(event) => setNoted(event.currentTarget.checked)}
              />
            </Group>
          </Stack>
        </Panel>
      ) : null}
      <Group justify="flex-end">
        <Button disabled={!noted || isFetching} onClick={() => void open()}>
          {t('founding/open')}
        </Button>
      </Group>
    </Stack>
  );
}
