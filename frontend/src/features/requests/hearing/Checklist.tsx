/** What is missing for a hearing, grouped by who can give it. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { StateTag, type StateTone } from '@/components/text/StateTag';
import { When } from '@/components/text/When';
import { useMemberName } from '@/components/text/useMemberName';
import { languageName } from '@/lib/languages';
import { visible } from '@/lib/visible';
import { groups, type Check, type Group } from './checks';
import { linkOf } from './links';
import type { HearingView } from './queries';
import classes from './Hearing.module.css';

const TONES: Record<Check['state'], StateTone> = {
  missing: 'bad',
  refused: 'bad',
  asked: 'warn',
  check: 'accent',
  met: 'good',
};

export function Checklist({ hearing }: { hearing: HearingView }) {
  const { t } = useTranslation();
  const { seat } = useTeam();
  const found = groups(hearing, seat.party);
  return found.length === 0 ? (
    <p className={classes['none']}>{t(hearing.exhibits === 0 ? 'hearing/noExhibits' : 'hearing/nothingMissing')}</p>
  ) : (
    found.map((group) => <Giver key={group.party ?? ''} group={group} hearing={hearing} />)
  );
}

function Giver({ group, hearing }: { group: Group; hearing: HearingView }) {
  const { t } = useTranslation();
  const { seat, partyName } = useTeam();
  const leaders = hearing.parties.find(({ party }) => party === group.party)?.leaders ?? [];
  const title =
    group.party === null
      ? t('hearing/byAdministrators')
      : group.party === seat.party
        ? t('hearing/byOwn', { party: partyName(group.party) })
        : t('hearing/byParty', { party: partyName(group.party) });
  return (
    <Panel title={title} aside={t('hearing/lines', { count: group.checks.length })} flush>
      {leaders.length > 0 ? (
        <p className={classes['leaders']}>
          {t('hearing/leaders')}
          {t('common/colon')}
          {leaders.map((one) => `${visible(one.name)} (${one.seat})`).join(', ')}
        </p>
      ) : null}
      <ul className={classes['list']}>
        {group.checks.map((check) => (
          <Line
            key={`${check.exhibit.evidence} ${check.kind} ${check.rule} ${check.about ?? check.detail ?? ''}`}
            check={check}
          />
        ))}
      </ul>
    </Panel>
  );
}

/** The words or the number of a line; of a translation, the language of the exhibit. */
const detailOf = ({ kind, detail }: Check, locale: string) =>
  kind === 'translation' ? languageName(detail ?? '', locale) : visible(detail ?? '');

function Line({ check }: { check: Check }) {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const nameOf = useMemberName();
  const { exhibit } = check;
  return (
    <li className={classes['check']}>
      <div>
        <StateTag tone={TONES[check.state]} pending={check.state === 'missing'}>
          {t(`checkState/${check.state}`)}
        </StateTag>
      </div>
      <div>
        <strong>{t(`checkKind/${check.kind}`)}</strong>
        <div className={classes['small']}>
          <Link
            to="/jits/$jit/evidence/$evidence"
            params={{ jit: jit.id, evidence: exhibit.evidence }}
            className={classes['link'] ?? ''}
          >
            {visible(exhibit.title)}
          </Link>{' '}
          · <span className="mono">{exhibit.number}</span>
        </div>
      </div>
      <div>
        {t(`checkRule/${check.rule}`)}
        {check.detail ? <div className={classes['detail']}>{detailOf(check, locale)}</div> : null}
        {check.seat ? (
          <div className={classes['small']}>{t('hearing/member', { name: nameOf(check.seat) })}</div>
        ) : null}
        {check.due_at ? (
          <div className={classes['small']}>
            {t(check.rule === 'ends_before' ? 'hearing/endsAt' : 'hearing/dueAt')}{' '}
            <When at={check.due_at} form="column" />
          </div>
        ) : null}
        {check.source ? (
          <div className={classes['small']}>
            {check.source} · {t('hearing/unverified')}
          </div>
        ) : null}
      </div>
      <div className={classes['do']}>
        <Button
          size="compact-sm"
          variant="default"
          renderRoot={(props) => <Link {...linkOf(jit.id, check)} {...props} />}
        >
          {t(`checkPlace/${check.place}`)}
        </Button>
      </div>
    </li>
  );
}
