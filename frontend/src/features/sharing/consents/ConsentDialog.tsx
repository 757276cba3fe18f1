/** One consent request and its state. A leader of the asked party answers or withdraws the consent here. */
import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { refuse, seen, takeBack } from './queries';
import { useTeam } from '@/api/team';
import type { ConsentView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { Notice } from '@/components/notices/Notice';
import { TaskTitles } from '@/components/tasks/TaskTitles';
import { TwoTimes } from '@/components/text/TwoTimes';
import { useMemberName } from '@/components/text/useMemberName';
import { isSoon } from '@/lib/due';
import { visible } from '@/lib/visible';
import { ConsentState, isOpen } from './ConsentState';
import { GrantForm } from './GrantForm';
import { useRefresh } from './useRefresh';
import { requestSummary } from './requestSummary';
import classes from './Consents.module.css';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes['fact']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function ConsentDialog({
  one: listed,
  onClose,
  onTask,
}: {
  one: ConsentView;
  onClose: () => void;
  onTask: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const nameOf = useMemberName();
  const refresh = useRefresh();
  const [ending, setEnding] = useState<'refuse' | 'withdraw' | null>(null);
  // As the list has it, or as it was answered that it was seen: whichever is newer.
  const [fresh, setFresh] = useState(listed);
  const [unsaid, setUnsaid] = useState(false);
  const one = fresh.version > listed.version ? fresh : listed;
  const unseen = one.may.answer && one.state === 'requested';
  // A leader of the asked party has it before their eyes: that is said once.
  const told = useRef(false);
  useEffect(() => {
    if (!unseen || told.current) return;
    told.current = true;
    void seen(jit.id, one.id).then(
      (now) => {
        setFresh(now);
        refresh();
      },
      () => setUnsaid(true),
    );
  });
  const asked = one.side === 'asked';
  const party = partyName(asked ? one.asker_party : one.asked_party);
  const other = asked ? one.asker_zone : one.asked_zone;
  const object = one.evidence ?? one.answer;
  if (ending) {
    const refusing = ending === 'refuse';
    const words = refusing ? 'refuse' : asked ? 'withdraw' : 'takeBack';
    return (
      <ReasonDialog
        title={t(`consents/${words}Title`, { party })}
        help={t(`consents/${words}Help`, { party })}
        reasonLabel={t(refusing ? 'consents/refuseReason' : 'consents/withdrawReason')}
        action={t(`consents/${words}`)}
        onClose={() => setEnding(null)}
        act={(reason) => (refusing ? refuse : takeBack)(jit.id, one, reason)}
        onDone={() => {
          refresh(one);
          notifications.show({ message: t(refusing ? 'consents/refused' : 'consents/withdrawn') });
          onClose();
        }}
      />
    );
  }
  return (
    <Dialog onClose={onClose} size="lg" title={t(asked ? 'consents/answerTitle' : 'consents/ownTitle', { party })}>
      <Stack gap="md">
        <div className={classes['ask']}>
          <p>
            {t('consents/asks', { who: nameOf(one.asker), party: partyName(one.asker_party) })}{' '}
            <strong>{requestSummary(one, t, nameOf)}</strong>
          </p>
          {object ? <ExhibitLink id={object} /> : null}
          <div className={classes['quote']}>
            <span className="dim">{t(one.use === 'question' ? 'consents/question' : 'consents/why')}</span>
            <blockquote>{visible(one.words)}</blockquote>
          </div>
        </div>
        {isOpen(one) ? (
          <Notice tone={isSoon(one.due_at, Date.now()) ? 'warn' : 'plain'}>
            {t('consents/answerBy')} <TwoTimes at={one.due_at} zone={other} />. {t('consents/silence')}
          </Notice>
        ) : null}
        {one.may.answer && (!unseen || unsaid) ? (
          <GrantForm one={one} onRefuse={() => setEnding('refuse')} onDone={onClose} />
        ) : null}
        <dl className={classes['facts']}>
          <Fact name={t('consents/state')}>
            <ConsentState one={one} />
          </Fact>
          <Fact name={t('consents/requested')}>
            <TwoTimes at={one.requested_at} zone={other} />
          </Fact>
          <Fact name={t('consents/seen')}>
            {one.seen_at ? <TwoTimes at={one.seen_at} zone={other} /> : t('consents/notSeen')}
          </Fact>
          {one.answered_at ? (
            <Fact name={t('consents/answered')}>
              <TwoTimes at={one.answered_at} zone={other} />
              {one.answered_by ? <div className="dim">{nameOf(one.answered_by)}</div> : null}
            </Fact>
          ) : null}
          {one.until ? (
            <Fact name={t('consents/until')}>
              <TwoTimes at={one.until} zone={other} />
            </Fact>
          ) : null}
          {one.conditions ? <Fact name={t('consents/conditions')}>{visible(one.conditions)}</Fact> : null}
          {one.reason ? <Fact name={t('consents/reason')}>{one.reason}</Fact> : null}
          {one.tasks.length > 0 ? (
            <Fact name={t('matters/tasks')}>
              <TaskTitles tasks={one.tasks} />
            </Fact>
          ) : null}
        </dl>
        {onTask || one.may.withdraw ? (
          <Group justify="space-between">
            {onTask ? (
              <Button variant="default" onClick={onTask}>
                {t('matters/make')}
              </Button>
            ) : null}
            {one.may.withdraw ? (
              <Button variant="default" c="var(--l-bad)" onClick={() => setEnding('withdraw')}>
                {t(asked ? 'consents/withdraw' : 'consents/takeBack')}
              </Button>
            ) : null}
          </Group>
        ) : null}
      </Stack>
    </Dialog>
  );
}
