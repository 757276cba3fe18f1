/** The content of a request besides its items, and the requests that it follows or that follow it. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { visible } from '@/lib/visible';
import type { LinkedRequestView, RequestView } from './queries';
import { RequestStateTag } from './StateMarks';
import classes from './Request.module.css';

const FIELDS = [
  'facts',
  'offence',
  'legal_basis',
  'purpose',
  'conditions',
  'confidentiality',
  'reference',
  'counterpart_reference',
  'issuing_authority',
  'validating_authority',
  'language',
] as const;

export function ContentPanel({ request }: { request: RequestView }) {
  const { t } = useTranslation();
  const { content } = request;
  if (content === null) return null;
  const authority = (request.to ?? request.from)?.authority;
  const known = FIELDS.filter((name) => content[name] !== null);
  return (
    <Panel title={t('requestDetail/contentTitle')}>
      {known.length === 0 && !authority ? <p className={classes['none']}>{t('requestDetail/noContent')}</p> : null}
      <dl className={classes['facts']}>
        {authority ? (
          <div className={classes['fact']}>
            <dt>{t('requestField/authority')}</dt>
            <dd>{visible(authority)}</dd>
          </div>
        ) : null}
        {known.map((name) => (
          <div key={name} className={classes['fact']}>
            <dt>{t(`requestField/${name}`)}</dt>
            <dd>{visible(content[name] ?? '')}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

export function RelatedPanel({ request }: { request: RequestView }) {
  const { t } = useTranslation();
  if (request.follows.length + request.followed_by.length === 0) return null;
  return (
    <Panel title={t('requestDetail/related')}>
      <ul className={classes['list']}>
        {request.follows.map((one) => (
          <Related key={one.id} one={one} words={t(`requestFollows/${one.relation}`)} />
        ))}
        {request.followed_by.map((one) => (
          <Related key={one.id} one={one} words={t(`requestFollowed/${one.relation}`)} />
        ))}
      </ul>
    </Panel>
  );
}

function Related({ one, words }: { one: LinkedRequestView; words: string }) {
  const { jit } = useTeam();
  return (
    <li className={classes['line']}>
      <div>
        <div className={classes['small']}>{words}</div>
        <Link
          to="/jits/$jit/requests/$request"
          params={{ jit: jit.id, request: one.id }}
          className={`${classes['link'] ?? ''} mono`}
        >
          {one.number}
        </Link>
      </div>
      <RequestStateTag state={one.state} />
    </li>
  );
}
