/** The results of the actions, counted by kind; one click makes an exhibit or a task of each. */
import { Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { resultsQuery } from '@/features/coordination/action-days/queries/aftermath';
import { boardQuery } from '@/features/coordination/action-days/queries/operations';
import { useTeam } from '@/api/team';
import type { OperationView, ResultForm, ResultView } from '@/api/views';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { Panel } from '@/components/layout/Panel';
import { PartyTag } from '@/components/text/PartyTag';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { Words } from '@/components/text/Words';
import { visible } from '@/lib/visible';
import { useQueue } from '@/features/coordination/action-days/useQueue';
import classes from '@/features/coordination/action-days/Operations.module.css';

const KINDS = ['search', 'arrest', 'seizure', 'wallet'] as const;
type Props = { day: OperationView; onExhibit: (result: ResultView) => void; onTask: (result: ResultView) => void };

export function ResultsPanel({ day, onExhibit, onTask }: Props) {
  const { t } = useTranslation();
  const { jit, may, partyName, seat } = useTeam();
  const { all } = useQueue();
  const waiting = all
    .flatMap((one) => (one.what === 'result' && one.operation === day.id && !one.refused ? [one] : []))
    .toReversed();
  const results = useQuery(resultsQuery(jit.id, day.id));
  const items = results.data?.items ?? [];
  const sums = KINDS.map((kind) => ({
    kind,
    sum: items.filter((one) => one.kind === kind).reduce((all, one) => all + one.count, 0),
  })).filter(({ sum }) => sum > 0);
  return (
    <Panel
      title={t('aftermath/results')}
      aside={sums.map(({ kind, sum }) => `${t(`resultKind/${kind}`)} ${String(sum)}`).join(' · ')}
    >
      <ProblemNotice error={results.error} onRetry={() => void results.refetch()} />
      {results.isSuccess && items.length + waiting.length === 0 ? (
        <p className="dim">{t('aftermath/noResults')}</p>
      ) : null}
      <ul className={classes['lines']}>
        {waiting.map(({ id, number, body }) => (
          <li key={id} className={classes['tick']}>
            <When at={body.occurred_at} form="clock" />
            <PartyTag name={partyName(seat.party ?? '')} />
            <span>
              <strong>
                {body.count} × {t(`resultKind/${body.kind}`)}
              </strong>{' '}
              {visible(body.text)} <span className="dim mono">{number}</span>{' '}
              <span className={classes['waits']}>{t('operations/waiting')}</span>
            </span>
          </li>
        ))}
        {items.map((one) => (
          <li key={one.id} className={classes['tick']}>
            <When at={one.occurred_at} form="clock" />
            <PartyTag name={partyName(one.party)} />
            <span>
              <strong>
                {one.count} × {t(`resultKind/${one.kind}`)}
              </strong>{' '}
              <Words of={one} name="text">
                {one.text}
              </Words>{' '}
              <span className="dim mono">{one.number}</span>
              {one.evidence.map((exhibit) => (
                <span key={exhibit.id}>
                  {' '}
                  <ExhibitLink id={exhibit.id} />
                </span>
              ))}
              <Group gap={6}>
                {one.may_link && may('evidence:register') ? (
                  <Button size="compact-xs" variant="default" onClick={() => onExhibit(one)}>
                    {t('aftermath/makeExhibit')}
                  </Button>
                ) : null}
                {may('tasks:assign') ? (
                  <Button size="compact-xs" variant="default" onClick={() => onTask(one)}>
                    {t('aftermath/makeTask')}
                  </Button>
                ) : null}
              </Group>
            </span>
          </li>
        ))}
      </ul>
      {day.may.record ? <Recording day={day} /> : null}
    </Panel>
  );
}

function Recording({ day }: { day: OperationView }) {
  const { t } = useTranslation();
  const { jit, seat } = useTeam();
  const { say } = useQueue();
  const board = useQuery(boardQuery(jit.id, day.id));
  const own = (board.data?.items ?? []).filter(({ party }) => party === seat.party);
  const [action, setAction] = useState<string | null>(null);
  const [kind, setKind] = useState<ResultForm['kind']>('seizure');
  const [count, setCount] = useState(1);
  const [text, setText] = useState('');
  const chosen = own.find(({ id }) => id === action) ?? own.at(0);
  if (!chosen) return null;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    const { id, number } = chosen;
    say({ what: 'result', operation: day.id, action: id, number, body: { kind, count, text: text.trim() } });
    setText('');
    setCount(1);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" mt="xs">
        <div className={classes['pair']}>
          <Select
            label={t('aftermath/ofAction')}
            allowDeselect={false}
            value={chosen.id}
            data={own.map((one) => ({
              value: one.id,
              label: one.plan && !one.plan.erased['objective'] ? `${one.number} · ${one.plan.objective}` : one.number,
            }))}
            onChange={setAction}
          />
          <Select
            label={t('aftermath/kind')}
            allowDeselect={false}
            value={kind}
            data={KINDS.map((value) => ({ value, label: t(`resultKind/${value}`) }))}
            onChange={(value) => setKind(value ?? kind)}
          />
        </div>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <NumberInput
            w="6rem"
            label={t('aftermath/count')}
            min={1}
            max={100_000}
            allowDecimal={false}
            value={count}
            onChange={(value) => setCount(Number(value) || 1)}
          />
          <TextInput
            flex={1}
            label={t('aftermath/what')}
            value={text}
            maxLength={500}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit">{t('aftermath/record')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
