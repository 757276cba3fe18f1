/** Closes an action day: its open actions, a reason for each party that still executes, and what stays possible. */
import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { ActionView, OperationView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { duration } from '@/lib/format';
import { fullTime } from '@/lib/time';
import { visible } from '@/lib/visible';
import { nameOf } from './board/boardLog';
import { executingParties, openActions, type StepBody } from './dayStep';
import { boardQuery } from './queries/operations';
import { StateMark } from './StateMark';
import classes from './Operations.module.css';

type Props = { day: OperationView; now: number; act: (body: StepBody) => Promise<unknown>; onClose: () => void };

export function CloseDialog({ day, now, act, onClose }: Props) {
  const { t } = useTranslation();
  const { jit, locale, partyName, zone } = useTeam();
  const board = useQuery(boardQuery(jit.id, day.id));
  const open = openActions(board.data?.items ?? []);
  const parties = executingParties(open);
  const form = useForm<{ reasons: Record<string, string> }>({
    initialValues: { reasons: {} },
    validate: (values) =>
      Object.fromEntries(
        parties
          .filter((code) => !values.reasons[code]?.trim())
          .map((code) => [`reasons.${code}`, t('operations/needWhy')]),
      ),
  });
  const { reasons } = form.values;
  const { run, notice } = useFormMutation<object, unknown>(
    { getValues: () => ({}), setFieldError: () => undefined },
    {
      mutationFn: () => act({ reasons: parties.map((party) => ({ party, reason: (reasons[party] ?? '').trim() })) }),
      onSuccess: onClose,
      // Another party may have started an action meanwhile.
      onError: () => void board.refetch(),
    },
  );
  const left = Date.parse(day.h_at) - now;
  return (
    <Dialog onClose={onClose} title={t('dayConfirm/closedTitle')} size="xl">
      <form onSubmit={form.onSubmit(() => run.mutate())} noValidate>
        <Stack gap="sm">
          {left > 0 ? (
            <Notice tone="warn" title={t('dayConfirm/closedEarly')}>
              {t('dayConfirm/closedEarlyText', {
                when: fullTime(day.h_at, zone, locale),
                left: duration(left / 1000, locale),
              })}
            </Notice>
          ) : null}
          <ProblemNotice error={board.error} onRetry={() => void board.refetch()} />
          {open.length > 0 ? <OpenActions open={open} now={now} asks={parties.length > 0} /> : null}
          {board.isSuccess && open.length === 0 ? <Text size="sm">{t('dayConfirm/closedNone')}</Text> : null}
          {parties.length > 0 ? (
            <div className={classes['pair']}>
              {parties.map((code, place) => (
                <TextInput
                  key={code}
                  required
                  {...(place === 0 ? { 'data-autofocus': true } : {})}
                  maxLength={10_000}
                  label={t('dayConfirm/closedReason', { party: partyName(code) })}
                  {...form.getInputProps(`reasons.${code}`)}
                  value={reasons[code] ?? ''}
                />
              ))}
            </div>
          ) : null}
          <div className={classes['pair']}>
            <div className={classes['box']}>
              <strong>{t('dayConfirm/endsNow')}</strong>
              <p>{t('dayConfirm/endsNowText')}</p>
            </div>
            <div className={classes['box']} data-tone="good">
              <strong>{t('dayConfirm/staysPossible')}</strong>
              <p>{t('dayConfirm/staysPossibleText')}</p>
            </div>
          </div>
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Text size="xs" c="dimmed" flex={1} miw="14rem">
              {t('dayConfirm/closedTold')}
            </Text>
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button
              type="submit"
              color="red"
              loading={run.isPending}
              {...(parties.length > 0 ? {} : { 'data-autofocus': true })}
            >
              {t('operationStep/closed')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

type OpenProps = { open: ActionView[]; now: number; asks: boolean };

function OpenActions({ open, now, asks }: OpenProps) {
  const { t } = useTranslation();
  const { locale, partyName } = useTeam();
  const executing = open.filter(({ state }) => state === 'executing').length;
  return (
    <>
      <Notice tone="warn" title={t('dayConfirm/closedOpen', { count: open.length })}>
        {executing > 0 ? `${t('dayConfirm/closedExecuting', { count: executing })} ` : null}
        {asks ? t('dayConfirm/closedAsks') : null}
      </Notice>
      <Table.ScrollContainer minWidth={620}>
        <Table aria-label={t('dayConfirm/openActions')} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('dayConfirm/party')}</Table.Th>
              <Table.Th>{t('dayConfirm/state')}</Table.Th>
              <Table.Th>{t('dayConfirm/action')}</Table.Th>
              <Table.Th>{t('dayConfirm/since')}</Table.Th>
              <Table.Th>{t('dayConfirm/afterClosing')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {open.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td>{partyName(one.party)}</Table.Td>
                <Table.Td>
                  <StateMark state={one.state} />
                </Table.Td>
                <Table.Td>
                  {visible(nameOf(one))}
                  {one.sharing === 'none' ? (
                    <span className={classes['verify']}>
                      {t('operations/ownMark', { party: partyName(one.party) })}
                    </span>
                  ) : null}
                </Table.Td>
                <Table.Td>
                  <When at={one.since_at} form="clock" />
                  {one.state === 'executing' ? (
                    <span className="dim">, {duration((now - Date.parse(one.since_at)) / 1000, locale)}</span>
                  ) : null}
                </Table.Td>
                <Table.Td>
                  {one.state === 'executing' ? t('dayConfirm/staysExecuting') : t('dayConfirm/notCarriedOut')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
