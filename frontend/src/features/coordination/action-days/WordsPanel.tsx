/** GO or no-go of each party, with H-hour in its local time; and the response of the member's own party. */
import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { OperationView, PartyWordView, WordForm } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { localTime } from './countdown';
import { operationQuery, speak } from './queries/operations';
import { usePerson } from './usePerson';
import { WordMark } from './WordMark';
import classes from './Operations.module.css';

export function WordsPanel({ day, now }: { day: OperationView; now: number }) {
  const { t } = useTranslation();
  const { jit, seat, partyName } = useTeam();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'no_go' | 'back' | null>(null);
  const own = day.parties.find(({ party }) => party === seat.party);
  const say = async (body: Omit<WordForm, 'told_as'>) => {
    const answer = await speak(jit.id, day.id, { ...body, told_as: day.told_as });
    queries.setQueryData(operationQuery(jit.id, day.id).queryKey, answer);
    void queries.invalidateQueries({ queryKey: keys.board(jit.id, day.id) });
  };
  const go = useMutation({ mutationFn: () => say({ word: 'go' }) });
  const stands = own?.stands ? own.word : null;
  const open = day.may.speak && (day.state === 'live' || Date.parse(day.h_at) > now);
  return (
    <Panel title={t('operations/words')} term="go" aside={<span className="dim">{t('operations/wordsHelp')}</span>}>
      <ul className={classes['lines']}>
        {day.parties.map((one) => (
          <Line key={one.party} day={day} one={one} />
        ))}
      </ul>
      <ProblemNotice error={go.error} />
      {open ? (
        <Group gap="xs">
          {stands === 'go' ? null : (
            <Button loading={go.isPending} onClick={() => go.mutate()}>
              {t('operations/sayGo')}
            </Button>
          )}
          {stands === 'no_go' ? null : (
            <Button variant="default" onClick={() => setAsking('no_go')}>
              {t('operations/sayNoGo')}
            </Button>
          )}
          {stands ? (
            <Button variant="default" onClick={() => setAsking('back')}>
              {t('operations/takeBack')}
            </Button>
          ) : null}
        </Group>
      ) : null}
      {asking ? (
        <ReasonDialog
          title={t('operations/wordTitle', {
            party: partyName(own?.party ?? ''),
            word: t(asking === 'no_go' ? 'operations/no_go' : 'operations/takeBack'),
          })}
          help={t('operations/wordHelp')}
          reasonLabel={t('common/reason')}
          action={t(asking === 'no_go' ? 'operations/sayNoGo' : 'operations/takeBack')}
          onClose={() => setAsking(null)}
          act={(reason) => say({ word: asking === 'no_go' ? 'no_go' : null, reason })}
          onDone={() => setAsking(null)}
        />
      ) : null}
    </Panel>
  );
}

function Line({ day, one }: { day: OperationView; one: PartyWordView }) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const person = usePerson();
  const answer = one.stands ? one.word : null;
  return (
    <li className={classes['wordLine']}>
      <WordMark said={one} />
      <span className="mono">{localTime(Date.parse(day.h_at), one.zone, locale)}</span>
      <span>
        {answer ? (
          <strong className={classes['said']} data-word={answer}>
            {t(`operations/${answer}`)}
          </strong>
        ) : (
          <span className="dim">{t(one.asked ? 'operations/silent' : 'operations/supports')}</span>
        )}
        {one.word && !one.stands ? (
          <span className="dim">
            {' '}
            ({t(`operations/${one.word}`)}, {t('operations/former')})
          </span>
        ) : null}
        {one.said_at && one.stands && one.said_by ? (
          <span className="dim">
            {' '}
            · {person(one.said_by)} · <When at={one.said_at} form="column" />
          </span>
        ) : null}
        {one.reason ? <span className={classes['why']}>{one.reason}</span> : null}
      </span>
    </li>
  );
}
