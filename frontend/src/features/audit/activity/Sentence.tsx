/** One line of the activity feed: who did what, to which object, with which value, each with its link. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readOperationOptions } from '@/api/generated/@tanstack/react-query.gen';
import { isAboutDeadline, useDeadlineName } from '@/api/deadlines';
import { useTeam } from '@/api/team';
import type { EntryView } from '@/api/views';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { TaskLink } from '@/components/tasks/TaskLink';
import { withArticle, withEnglishArticle } from '@/i18n/articles';
import { useWord } from '@/i18n/useWord';
import { count } from '@/lib/format';
import { partsOf } from './sentence';
import { actorOf, objectOf, type ActivityObject } from './subjects';
import { valueOf } from './values';
import { activity } from './words.en';
import classes from './Feed.module.css';

/** `named`: the reader is named like everybody else, and not addressed, as on paper. */
export function Sentence({ entries, named = false }: { entries: readonly EntryView[]; named?: boolean }) {
  const { t, i18n } = useTranslation();
  const word = useWord();
  const { members, partyName, zone, locale, seat } = useTeam();
  const [entry] = entries;
  const deadlineName = useDeadlineName(isAboutDeadline(entry?.kind ?? null));
  if (!entry) return null;
  const kind = entry.kind ?? '';
  const title = word('entry', kind);
  const actor = actorOf(entry, named ? '' : seat.code, members, { you: t('live/you'), system: t('activity/system') });
  const say = (key: string) => (i18n.exists(key) ? t(key as 'level/held') : null);
  const nodeOf = (name: string): ReactNode => {
    if (name === 'actor') return actor ? <b>{actor}</b> : null;
    if (name === 'title') return title;
    if (name === 'count') return count(entries.length, locale);
    const object = objectOf(entries, name);
    if (object) return <ObjectLink object={object} />;
    return valueOf(entry, name, { members, partyName, deadlineName, zone, locale, say });
  };
  const known = (name: string) => nodeOf(name) !== null;
  const key = keyOf(entry, entries.length);
  const parts = (key && partsOf(t(key), known)) ?? partsOf(t('series/single'), known) ?? [];
  return parts.map((part, index) => {
    if (typeof part !== 'string') return <Fragment key={index}>{nodeOf(part.name)}</Fragment>;
    const next = parts[index + 1];
    const country = next && typeof next !== 'string' && next.name.startsWith('party_') ? nodeOf(next.name) : null;
    if (typeof country !== 'string' || country.includes('(')) return <Fragment key={index}>{part}</Fragment>;
    const articled = i18n.language.startsWith('fr') ? withArticle : withEnglishArticle;
    return <Fragment key={index}>{articled(part, country)}</Fragment>;
  });
}

type SentenceKey = 'sentence/evidence.registered' | 'series/other';

/** The most specific sentence: of several entries, of this kind with this value, of this kind. */
function keyOf(entry: EntryView, count: number): SentenceKey | null {
  const kind = entry.kind ?? '';
  if (count > 1) return (kind in activity.series ? `series/${kind}` : 'series/other') as SentenceKey;
  const word = entry.fields?.['word']?.value;
  const own =
    kind === 'export.made' && !entry.subject?.['evidence'] ? 'jit' : entry.seat === 'system' ? 'system' : word;
  const found = [`${kind}.${String(own)}`, kind].find((one) => one in activity.sentence);
  return found === undefined ? null : (`sentence/${found}` as SentenceKey);
}

function ObjectLink({ object }: { object: ActivityObject }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const params = { jit: jit.id };
  switch (object.type) {
    case 'exhibit':
      return <ExhibitLink id={object.id} />;
    case 'task':
      return <TaskLink id={object.id} />;
    case 'operation':
      return <OperationLink id={object.id} name={null} />;
    case 'action':
      return <OperationLink id={object.id} name={object.name} />;
    case 'channel':
      return (
        <Link className="exhibit-link" to="/jits/$jit/messages/$channel" params={{ ...params, channel: object.id }}>
          {object.name}
        </Link>
      );
    case 'consent':
      return (
        <Link className="exhibit-link" to="/jits/$jit/consents" params={params}>
          {t('activity/consent')}
        </Link>
      );
  }
}

/** An action day by its title, and an action of it by its number. */
function OperationLink({ id, name }: { id: string; name: string | null }) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const asked = readOperationOptions({ path: { jit: jit.id, operation: id } });
  const { data } = useQuery({ ...asked, enabled: may('operations:read'), staleTime: 60_000, retry: false });
  const title = data?.title ?? t('activity/operation');
  const params = { jit: jit.id, operation: id };
  return (
    <Link className={classes['object'] ?? ''} to="/jits/$jit/operations/$operation" params={params}>
      {name ? `${t('activity/action')} ${name}, ` : null}
      {data ? <i>{title}</i> : title}
    </Link>
  );
}
