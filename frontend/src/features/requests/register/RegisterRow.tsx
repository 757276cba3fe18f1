/** A request of the register with its steps: what, when it occurred, when and by whom it was recorded. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { instrumentsQuery } from '@/features/requests/form/queries';
import type { ItemState, RequestState } from '@/features/requests/request/queries';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { visible } from '@/lib/visible';
import type { FactKind } from '@/realtime/kinds';
import type { RegisteredRequestView, RegisterStepView } from './queries';
import classes from './Register.module.css';

export function RegisterRow({ request }: { request: RegisteredRequestView }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const { said, country } = useRequestWords();
  const instruments = useQuery(instrumentsQuery());
  const found = instruments.data?.items.find(({ key }) => key === request.instrument);
  const party = request.party ? partyName(request.party) : null;
  const other = request.country ? country(request.country) : null;
  const told = [
    request.direction ? t(`requestDirection/${request.direction}`) : null,
    ...(request.direction === 'in' ? [other, party] : [party, other]), // the sender first
  ].filter(Boolean);
  return (
    <li className={classes['row']}>
      <strong>{found ? said(found.title) : request.instrument}</strong>{' '}
      <span className="mono dim">{request.number}</span>
      {request.state ? <> · {t(`requestState/${request.state as RequestState}`)}</> : null}
      <div className={classes['small']}>{told.join(' · ')}</div>
      <ol className={classes['steps']}>
        {request.steps.map((one) => (
          <Step key={one.entry} one={one} />
        ))}
      </ol>
    </li>
  );
}

function Step({ one }: { one: RegisterStepView }) {
  const { t } = useTranslation();
  const nameOf = useMemberName();
  return (
    <li>
      {t(`entry/${one.kind as FactKind}`)}
      <Told one={one} />
      <div className={classes['small']}>
        {one.occurred_at ? (
          <>
            <When at={one.occurred_at} /> · {t('requestRegister/recorded')}{' '}
          </>
        ) : null}
        <When at={one.recorded_at} /> · {nameOf(one.seat)}
      </div>
      {[one.ground, one.reason].map((words, place) =>
        words ? (
          <div key={place} className={classes['small']}>
            {visible(words)}
          </div>
        ) : null,
      )}
    </li>
  );
}

/** What changed: states, a station on the way, or the party that was told. */
function Told({ one }: { one: RegisterStepView }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const { former, state, item_number: item } = one;
  if (former && state)
    return (
      <>
        {': '}
        {item === null
          ? `${t(`requestState/${former as RequestState}`)} → ${t(`requestState/${state as RequestState}`)}`
          : t('requestRegister/itemMoved', {
              item,
              former: t(`requestItemState/${former as ItemState}`),
              state: t(`requestItemState/${state as ItemState}`),
            })}
      </>
    );
  if (one.told_party)
    return (
      <>
        {': '}
        {t('requestRegister/told', {
          party: partyName(one.told_party),
          level: t(one.level === 'content' ? 'requestDetail/content' : 'requestDetail/existence'),
        })}
      </>
    );
  return one.authority ? <>: {visible([one.authority, one.channel].filter(Boolean).join(', '))}</> : null;
}
