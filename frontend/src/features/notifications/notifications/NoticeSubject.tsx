/** The subject of a notification as the server shows it to this member now, with a link. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ExhibitName } from '@/components/exhibits/ExhibitName';
import type { NotificationView } from '@/api/views';

type Noun = NotificationView['subject']['noun'];
/** Places of subjects without a screen of their own. */
const LISTS = {
  consent: '/jits/$jit/consents',
  alert: '/jits/$jit/alerts',
  digest: '/jits/$jit/alerts',
  copy: '/jits/$jit/copies',
  quarantine: '/jits/$jit/verifications',
  seat: '/jits/$jit/members',
  party: '/jits/$jit/members',
} as const;

const OF_DAY: readonly Noun[] = ['operation', 'report', 'action', 'result', 'media_line'];

const isOfDay = (noun: Noun) => OF_DAY.includes(noun);
const isListed = (noun: Noun): noun is keyof typeof LISTS => noun in LISTS;

export function NoticeSubject({ one, onFollow }: { one: NotificationView; onFollow: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { noun, id, number, title, evidence, within } = one.subject;
  const words =
    evidence && number && title ? (
      <ExhibitName of={{ title, exhibit_number: number }} />
    ) : (
      <>
        {number ? <span className="mono">{number}</span> : null} {title ?? (number ? null : t(`notices/nouns/${noun}`))}
      </>
    );
  const same = { onClick: onFollow, className: 'exhibit-link', 'data-notice': true } as const;
  if (noun === 'task')
    return (
      <Link to="/jits/$jit/tasks/$task" params={{ jit: jit.id, task: id }} {...same}>
        {words}
      </Link>
    );
  if (within && (noun === 'message' || noun === 'signature' || noun === 'talk'))
    return (
      <Link to="/jits/$jit/messages/$channel" params={{ jit: jit.id, channel: within }} search={{ at: id }} {...same}>
        {words}
      </Link>
    );
  if (within && isOfDay(noun))
    return (
      <Link to="/jits/$jit/operations/$operation" params={{ jit: jit.id, operation: within }} {...same}>
        {words}
      </Link>
    );
  if (within && (noun === 'deadline' || noun === 'request'))
    return (
      <Link to="/jits/$jit/requests/$request" params={{ jit: jit.id, request: within }} {...same}>
        {words}
      </Link>
    );
  if (within && noun === 'hearing')
    return (
      <Link to="/jits/$jit/hearings/$hearing" params={{ jit: jit.id, hearing: within }} {...same}>
        {words}
      </Link>
    );
  if (within && (noun === 'challenge' || noun === 'notice'))
    return (
      <Link to="/jits/$jit/notices/$notice" params={{ jit: jit.id, notice: within }} {...same}>
        {words}
      </Link>
    );
  if (noun === 'note')
    return (
      <Link to="/jits/$jit" params={{ jit: jit.id }} {...same}>
        {words}
      </Link>
    );
  if (isListed(noun))
    return (
      <Link to={LISTS[noun]} params={{ jit: jit.id }} search={{}} {...same}>
        {words}
      </Link>
    );
  if (evidence)
    return (
      <Link to="/jits/$jit/evidence/$evidence" params={{ jit: jit.id, evidence }} {...same}>
        {words}
      </Link>
    );
  return (
    <span tabIndex={-1} data-notice>
      {words}
    </span>
  );
}
