/** Where the thing itself is: who has it, where, under which seal; a hand-over that waits; and the way that it took. */
import { Button, Menu } from '@mantine/core';
import { IconArrowsExchange, IconChevronDown, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { physicalCustodyQuery, type HandoverAnswer, type Step, type WhereaboutsView } from './queries';
import { useTeam } from '@/api/team';
import type { EntryView, EvidenceView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { PartyCode } from '@/components/text/PartyCode';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { TwoTimes } from '@/components/text/TwoTimes';
import { ActDialog } from './ActDialog';
import { AnswerDialog } from './AnswerDialog';
import { CorrectDialog } from './CorrectDialog';
import { OfferDialog } from './OfferDialog';
import { Way, type Sayings } from './Way';
import classes from './PhysicalCustody.module.css';

/** `at`: as it stood when the form was opened; what changed since is refused, and nobody overwrites what they have not seen. */
type Doing = { at: WhereaboutsView } & (
  | { do: 'act'; step: Step }
  | { do: 'offer' }
  | { do: 'answer'; kind: HandoverAnswer }
  | { do: 'correct'; entry: EntryView }
);

export function PhysicalCustodyPanel({ exhibit, say }: { exhibit: EvidenceView; say: Sayings }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data: at, error, refetch } = useQuery(physicalCustodyQuery(jit.id, exhibit.id));
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  if (!at)
    return error ? (
      <Panel title={t('where/title')}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </Panel>
    ) : null;
  if (at.way.length === 0 && at.steps.length === 0) return null;
  return (
    <Panel
      title={t('where/title')}
      flush
      aside={
        <Acts
          at={at}
          onStep={(step) => setDoing({ at, do: 'act', step })}
          onOffer={() => setDoing({ at, do: 'offer' })}
        />
      }
    >
      {at.standing === null && at.way.length === 0 ? <p className={classes['nothing']}>{t('where/nothing')}</p> : null}
      {at.standing ? <Now at={at} /> : null}
      {at.handover ? <Waits at={at} onAnswer={(kind) => setDoing({ at, do: 'answer', kind })} /> : null}
      {at.way.length > 0 ? (
        <Way at={at} say={say} onCorrect={(entry) => setDoing({ at, do: 'correct', entry })} />
      ) : null}
      {doing?.do === 'act' ? <ActDialog exhibit={exhibit} at={doing.at} step={doing.step} onClose={close} /> : null}
      {doing?.do === 'offer' ? <OfferDialog exhibit={exhibit} at={doing.at} onClose={close} /> : null}
      {doing?.do === 'answer' && doing.at.handover ? (
        <AnswerDialog exhibit={exhibit} at={doing.at} one={doing.at.handover} kind={doing.kind} onClose={close} />
      ) : null}
      {doing?.do === 'correct' ? (
        <CorrectDialog exhibit={exhibit} at={doing.at} entry={doing.entry} onClose={close} />
      ) : null}
    </Panel>
  );
}

/** What may be recorded now, and nothing else. */
function Acts({ at, onStep, onOffer }: { at: WhereaboutsView; onStep: (step: Step) => void; onOffer: () => void }) {
  const { t } = useTranslation();
  if (at.steps.length === 0 && at.receivers.length === 0) return null;
  return (
    <>
      {at.receivers.length > 0 ? (
        <Button size="compact-xs" variant="default" leftSection={<IconArrowsExchange size={14} />} onClick={onOffer}>
          {t('where/offer')}
        </Button>
      ) : null}
      {at.steps.length > 0 ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconPencil size={14} />}
              rightSection={<IconChevronDown size={13} />}
            >
              {t('where/recordAct')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {at.steps.map((step) => (
              <Menu.Item key={step} onClick={() => onStep(step)}>
                {t(`step/${step}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}

function Now({ at }: { at: WhereaboutsView }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  return (
    <dl className={classes['now']}>
      <dt>{t('where/who')}</dt>
      <dd>
        {at.party ? <PartyCode code={at.party} name={partyName(at.party)} /> : null}{' '}
        {at.seat ? <span className="mono">{at.seat}</span> : null} <strong>{at.custodian ?? '—'}</strong>
        <div className="dim">
          {at.standing ? t(`standing/${at.standing}`) : null}
          {at.changed_at ? (
            <>
              {' '}
              <TwoTimes at={at.changed_at} other={at.party} />
            </>
          ) : null}
        </div>
      </dd>
      <dt>{t('actField/place')}</dt>
      <dd>{at.place ?? '—'}</dd>
      <dt>{t('where/seal')}</dt>
      <dd>{at.seal ? <span className="mono">{at.seal}</span> : <span className="dim">{t('where/noSeal')}</span>}</dd>
    </dl>
  );
}

function Waits({ at, onAnswer }: { at: WhereaboutsView; onAnswer: (kind: HandoverAnswer) => void }) {
  const { t } = useTranslation();
  const one = at.handover;
  if (!one) return null;
  const late = Date.parse(one.due_at) < Date.now();
  return (
    <div className={classes['waits']} data-late={late || undefined}>
      <strong>{t(late ? 'where/overdue' : 'where/waits')}</strong>
      <div>{t('where/fromTo', { giver: one.giver, from: one.offered_by, to: one.to_name, seat: one.to_seat })}</div>
      <div className="dim">
        {t('where/dueBy')} <TwoTimes at={one.due_at} other={one.to_party} />
      </div>
      {one.may.length > 0 ? (
        <div className={classes['answers']}>
          {one.may.map((kind) => (
            <Button
              key={kind}
              size="xs"
              variant={kind === 'received' ? 'filled' : 'default'}
              onClick={() => onAnswer(kind)}
            >
              {t(`handover/${kind}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
