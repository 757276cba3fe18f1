/** A leader reviews the proposals of the own party and confirms the selected ones at once; each has its own result. */
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { SeatView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useWord } from '@/i18n/useWord';
import { visible } from '@/lib/visible';
import { Codes } from './Codes';
import { confirmAll, type ConfirmationView } from './queries';
import classes from './Import.module.css';

type Result = { seat: SeatView; said: ConfirmationView };

export function ConfirmAllDialog({ proposals, onClose }: { proposals: readonly SeatView[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, seat, partyName } = useTeam();
  const queries = useQueryClient();
  const [shown] = useState(proposals); // The list stays as it was when the leader began to read it.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(proposals.map(({ id }) => id)));
  const [noted, setNoted] = useState(false);
  const run = useMutation({
    mutationFn: async (): Promise<Result[]> => {
      const wanted = shown.filter(({ id }) => chosen.has(id));
      const said = await confirmAll(
        jit.id,
        wanted.map(({ id, name }) => ({ member: id, name })),
      );
      return wanted.flatMap((one) => {
        const own = said.find(({ member }) => member === one.id);
        return own ? [{ seat: one, said: own }] : [];
      });
    },
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.members(jit.id) }),
        queries.invalidateQueries({ queryKey: keys.pending(jit.id) }),
        queries.invalidateQueries({ queryKey: keys.situation(jit.id) }),
      ]),
  });
  const codes = (run.data ?? []).flatMap(({ seat: one, said }) =>
    said.one_time_code ? [{ ...one, one_time_code: said.one_time_code }] : [],
  );
  const mayLeave = codes.length === 0 || noted;
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <Dialog
      onClose={() => (mayLeave ? onClose() : undefined)}
      title={t('bulkConfirm/title', { party: partyName(seat.party ?? '') })}
      size="xl"
      closeOnClickOutside={false}
    >
      <Stack gap="sm">
        {run.data ? (
          <Results results={run.data} />
        ) : (
          <>
            <Text size="sm">{t('bulkConfirm/help')}</Text>
            <Checkbox
              label={t('bulkConfirm/all')}
              checked={chosen.size === shown.length}
              indeterminate={chosen.size > 0 && chosen.size < shown.length}
              onChange={(event) => setChosen(new Set(event.currentTarget.checked ? shown.map(({ id }) => id) : []))}
            />
            <Proposals shown={shown} chosen={chosen} onToggle={toggle} />
          </>
        )}
        {codes.length > 0 ? <Codes people={codes} noted={noted} onNoted={setNoted} /> : null}
        <ProblemNotice error={run.error} />
        <Group justify="flex-end" gap="xs">
          {run.data ? (
            <Button disabled={!mayLeave} onClick={onClose}>
              {t('common/close')}
            </Button>
          ) : (
            <>
              <Button variant="default" onClick={onClose}>
                {t('common/cancel')}
              </Button>
              <Button disabled={chosen.size === 0} loading={run.isPending} onClick={() => run.mutate()}>
                {t('bulkConfirm/confirm', { count: chosen.size })}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

type ProposalsProps = { shown: readonly SeatView[]; chosen: ReadonlySet<string>; onToggle: (id: string) => void };

function Proposals({ shown, chosen, onToggle }: ProposalsProps) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <div className={classes['scroll']}>
      <table className={classes['table']}>
        <tbody>
          {shown.map((one) => (
            <tr key={one.id}>
              <td>
                <Checkbox
                  checked={chosen.has(one.id)}
                  onChange={() => onToggle(one.id)}
                  label={visible(one.name)}
                  description={one.email}
                  aria-label={t('bulkConfirm/choose', { name: visible(one.name) })}
                />
                {one.mixed.length > 0 ? (
                  <span className={classes['wrong']}>{t('bulkConfirm/mixed', { letters: one.mixed.join(', ') })}</span>
                ) : null}
              </td>
              <td>
                {one.roles.map((role) => word('role', role)).join(', ')}
                <span className={classes['second']}>
                  {[one.authority, t(`members/${one.function}`), one.code].filter(Boolean).join(' · ')}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Results({ results }: { results: readonly Result[] }) {
  const { t } = useTranslation();
  const confirmed = results.filter(({ said }) => said.outcome !== 'refused').length;
  const words = ({ outcome, one_time_code: code }: ConfirmationView) =>
    t(outcome === 'invited' && !code ? 'bulkConfirm/kept' : `bulkConfirm/${outcome}`);
  return (
    <>
      <Notice tone={confirmed === results.length ? 'good' : 'warn'}>
        {t('bulkConfirm/done', { count: confirmed })}
      </Notice>
      <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('bulkConfirm/result')}>
        <table className={classes['table']}>
          <tbody>
            {results.map(({ seat, said }) => (
              <tr key={seat.id}>
                <td>
                  {visible(seat.name)} <span className="dim mono">{seat.code}</span>
                </td>
                <td>
                  {words(said)}
                  {said.detail ? <span className={classes['wrong']}>{said.detail}</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
