/** An entry as lines of text: its most important disclosed fields. Pure except for texts. */
import type { TFunction } from 'i18next';
import { BECOMES } from '@/features/teams/members/queries';
import { FLAG_DECISIONS, HOWS, SCHEDULES, type EntryView, type TaskState } from '@/api/views';
import { bytes, count } from '@/lib/format';
import { fullTime } from '@/lib/time';
import { visible } from '@/lib/visible';
import { custodySayings } from './custodySaid';
import { dailySayings } from './dailySaid';
import { erasedSayings } from './erasedSaid';
import { requestSayings } from './requestSaid';
import type { Said, Saying } from './saying';

function field(entry: EntryView, name: string): unknown {
  return entry.fields?.[name]?.value ?? null;
}

function text(entry: EntryView, name: string): string | null {
  const value = field(entry, name);
  return typeof value === 'string' && value !== '' ? value : null;
}

function words(entry: EntryView, name: string): string[] {
  const value = field(entry, name);
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function file(value: unknown, locale: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, size_bytes: size } = value as { name?: unknown; size_bytes?: unknown };
  if (typeof name !== 'string') return null;
  return typeof size === 'number' ? `${name}, ${bytes(size, locale)}` : name;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** A recorded value as text: times of the reader's zone, lists, and the parts of an object with their names. */
function shown(value: unknown, saying: Saying): string {
  const { t, word, zone, locale } = saying;
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'string') return MOMENT.test(value) ? fullTime(value, zone, locale) : value;
  if (typeof value === 'boolean') return t(value ? 'audit/yes' : 'audit/no');
  if (typeof value === 'number') return count(value, locale);
  if (Array.isArray(value)) return value.length > 0 ? value.map((one) => shown(one, saying)).join(', ') : '—';
  return Object.entries(value)
    .filter(([, part]) => part !== null)
    .map(([name, part]) => `${word('value', name)}${t('common/colon')}${shown(part, saying)}`)
    .join('; ');
}

/** `changes` maps the name of a value to its old and new value. */
function changes(entry: EntryView, saying: Saying): Said[] {
  const value = field(entry, 'changes');
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Record<string, unknown>).map(([name, change]) => {
    const { from, to } = (change ?? {}) as { from?: unknown; to?: unknown };
    return {
      label: saying.word('value', name),
      text:
        typeof change === 'object' && change !== null && 'to' in change
          ? `${shown(from, saying)} → ${shown(to, saying)}`
          : shown(change, saying),
    };
  });
}

/** Both codes of an evaluation, and the original scheme. */
function assessed(entry: EntryView, name: string, saying: Saying): string | null {
  const { source, information, scheme, value } = (field(entry, name) ?? {}) as Record<string, unknown>;
  if (typeof source !== 'string' || typeof information !== 'string') return null;
  return `${source}${information}${typeof scheme === 'string' ? ` (${scheme}: ${shown(value, saying)})` : ''}`;
}

const ENDS = ['hand', 'clock', 'sign_out', 'seat'] as const;
const STATES: readonly TaskState[] = ['open', 'in_progress', 'blocked', 'done', 'cancelled'];

/** Derivation: the way of deriving, and the parent exhibits. */
function derived(entry: EntryView, t: TFunction): string | null {
  const how = (value: unknown) => {
    const known = HOWS.find((one) => one === value);
    return known ? t(`how/${known}`) : null;
  };
  const parents = field(entry, 'parents');
  const named = Array.isArray(parents)
    ? parents.map((one: unknown) => (one ?? {}) as { exhibit_number?: unknown; how?: unknown })
    : [{ exhibit_number: field(entry, 'derived'), how: field(entry, 'how') }];
  return named
    .map((one) => [how(one.how), one.exhibit_number].filter((part) => typeof part === 'string').join(' '))
    .filter(Boolean)
    .join(', ');
}

/** Tasks: assignee, state, or the linked exhibit. */
function work(entry: EntryView, t: TFunction): string | null {
  const state = (name: string) => {
    const known = STATES.find((one) => one === text(entry, name));
    return known ? t(`taskState/${known}`) : text(entry, name);
  };
  if (entry.kind === 'task.state_changed') return `${state('former') ?? ''} → ${state('state') ?? ''}`;
  if (entry.kind === 'task.assigned' || entry.kind === 'task.handed_over')
    return [text(entry, 'former'), text(entry, 'assignee')].filter(Boolean).join(' → ');
  const other = text(entry, 'waits_for');
  if (other) return `${text(entry, 'number') ?? ''} → ${other}`;
  return (
    text(entry, 'exhibit_number') ??
    (entry.kind === 'task.accepted' || entry.kind === 'task.declined' ? text(entry, 'assignee') : null)
  );
}

/** Claims of an imported document, in its words and times. Nobody in this team vouches for them. */
function imported(entry: EntryView, t: TFunction): Said[] {
  if (entry.kind !== 'evidence.imported' && entry.kind !== 'custody.imported') return [];
  const named = [
    ['claimed_by', 'claimedBy'],
    ['source_number', 'sourceNumber'],
    ['performer', 'performer'],
    ['instrument', 'instrument'],
    ['location', 'location'],
    ['started_at', 'started'],
    ['ended_at', 'ended'],
  ] as const;
  const told = named.flatMap(([name, label]) => {
    const said = text(entry, name);
    return said ? [{ label: t(`caseImport/${label}`), text: said }] : [];
  });
  return [
    ...[text(entry, 'action'), text(entry, 'description')].flatMap((said) =>
      said ? [{ label: null, text: said }] : [],
    ),
    ...told,
  ];
}

/** Working sessions: the task, or how the session ended and the number of accesses. */
function worked(entry: EntryView, t: TFunction): string | null {
  const how = ENDS.find((one) => one === text(entry, 'how'));
  const openings = field(entry, 'openings');
  return how && typeof openings === 'number'
    ? `${t(`workEnd/${how}`)} · ${t('work/openings', { count: openings })}`
    : text(entry, 'task');
}

/** Integrity checks: numbers of checked and damaged files, and the software. */
function compared(entry: EntryView, t: TFunction): string[] {
  const counted = (name: string, word: 'fixity/checked' | 'fixity/damaged') => {
    const count = field(entry, name);
    return typeof count === 'number' ? [t(word, { count })] : [];
  };
  const software = text(entry, 'software');
  return [
    ...counted('files_failed', 'fixity/damaged'),
    ...counted('files_checked', 'fixity/checked'),
    ...(software ? [`${t('fixity/software')} ${software}`] : []),
  ];
}

export function sayings(entry: EntryView, saying: Saying): Said[] {
  const { t, word, partyName, zone, locale } = saying;
  const lines: Said[] = [];
  const add = (label: string | null, said: string | null) => {
    if (said) lines.push({ label, text: said });
  };
  if (entry.kind?.startsWith('task.')) add(null, work(entry, t));
  if (entry.kind?.startsWith('working_session.')) add(null, worked(entry, t));
  if (entry.kind === 'evidence.derived' || entry.kind === 'evidence.inherited') add(null, derived(entry, t));
  if (entry.kind === 'evidence.joint') add(t('joint/with'), words(entry, 'parties').map(partyName).join(', '));
  if (entry.kind?.startsWith('custody.'))
    lines.push(...custodySayings(entry, (name) => text(entry, name), { t, zone, locale }));
  lines.push(...requestSayings(entry, saying));
  const party = text(entry, 'party') ?? text(entry, 'to_party');
  const level = text(entry, 'level');
  if (party && level) {
    const group = entry.kind?.startsWith('request.') ? 'requestLevel' : 'level';
    add(null, t('custody/toParty', { party: partyName(party), level: word(group, level).toLocaleLowerCase(locale) }));
  }
  add(t('releases/seats'), words(entry, 'seats').join(', '));
  for (const [name, label] of [
    ['not_before', 'releases/from'],
    ['until', 'releases/until'],
    ['effective_at', 'leaving/when'],
  ] as const) {
    const at = text(entry, name);
    if (at) add(t(label), fullTime(at, zone, locale));
  }
  add(
    t('releases/purposes'),
    words(entry, 'purposes')
      .map((purpose) => word('purpose', purpose))
      .join(', '),
  );
  add(t('releases/basis'), text(entry, 'basis'));
  for (const name of ['contributed', 'received'] as const) {
    const how = BECOMES.find((one) => one === text(entry, name));
    add(t(`leaving/${name}`), how ? t(`becomes/${how}`) : null);
  }
  add(t('members/clause'), text(entry, 'clause'));
  if (entry.kind?.startsWith('file.')) {
    add(null, file({ name: field(entry, 'name'), size_bytes: field(entry, 'size_bytes') }, locale));
    add(t('files/hash'), text(entry, 'sha256'));
    if (entry.kind === 'file.hash_differed')
      add(t('files/declared', { hash: '' }).replace(/\s*:\s*$/, ''), text(entry, 'declared_sha256'));
  } else {
    add(null, text(entry, 'title'));
    const renamed =
      entry.kind === 'member.renamed' ? [text(entry, 'former'), text(entry, 'name')].join(' → ') : text(entry, 'name');
    add(null, [text(entry, 'code'), renamed].filter(Boolean).join(', '));
  }
  const roles = (name: string) =>
    words(entry, name)
      .map((role) => word('role', role))
      .join(', ');
  add(
    t('audit/roles'),
    [entry.kind?.startsWith('member.roles_') ? roles('former') : null, roles('roles')].filter(Boolean).join(' → '),
  );
  lines.push(...changes(entry, saying));
  add(
    t('evaluation/title'),
    [assessed(entry, 'former', saying), assessed(entry, 'evaluation', saying)].filter(Boolean).join(' → '),
  );
  const files = field(entry, 'files');
  if (Array.isArray(files)) for (const one of files) add(null, file(one, locale));
  const unseen = field(entry, 'not_viewed');
  if (Array.isArray(unseen)) for (const one of unseen) add(t('reviewed/notViewed'), file(one, locale));
  if (entry.kind === 'review.sample_agreed')
    add(t('reviewed/number'), `${shown(field(entry, 'former'), saying)} → ${shown(field(entry, 'files'), saying)}`);
  if (entry.kind === 'alert.raised') add(t('alerts/recipient'), text(entry, 'recipient'));
  if (entry.purpose) add(t('custody/purposeLabel'), word('purpose', entry.purpose));
  add(t('custody/justification'), text(entry, 'justification'));
  add(null, text(entry, 'text'));
  add(t('copies/custodian'), text(entry, 'custodian'));
  add(t('witnesses/title'), text(entry, 'vkey'));
  if (entry.kind === 'witness.quorum')
    add(t('witnesses/title'), `${shown(field(entry, 'former'), saying)} → ${shown(field(entry, 'quorum'), saying)}`);
  add(null, text(entry, 'url'));
  add(null, [text(entry, 'court'), text(entry, 'proceeding')].filter(Boolean).join(', '));
  add(t('copies/fileNumber'), text(entry, 'file_number'));
  const schedule = SCHEDULES.find((one) => one === text(entry, 'schedule'));
  add(t('disclosures/schedule'), schedule ? t(`schedule/${schedule}`) : null);
  const answer = text(entry, 'answer');
  if (answer === 'destroyed' || answer === 'kept') add(null, t(`copyState/${answer}`));
  add(t('flags/exonerates'), text(entry, 'exonerates'));
  const decided = FLAG_DECISIONS.find((one) => one === text(entry, 'decision'));
  add(null, decided ? t(`flagDecision/${decided}`) : null);
  add(t(decided ? 'common/reason' : answer === 'kept' ? 'copies/because' : 'copies/how'), text(entry, 'because'));
  add(t('common/reason'), text(entry, 'reason'));
  lines.push(...imported(entry, t));
  lines.push(...erasedSayings(entry, { t, word }));
  const labelled = field(entry, 'labels');
  if (typeof labelled === 'number') add(null, t('labels/made', { count: labelled }));
  lines.push(...dailySayings(entry, t, locale));
  if (entry.kind?.startsWith('acquisition.')) {
    add(t('acquisition/tool'), [text(entry, 'tool'), text(entry, 'tool_version')].filter(Boolean).join(' '));
    add(t('acquisition/examiner'), text(entry, 'examiner'));
  }
  if (entry.kind === 'fixity.verified' || entry.kind === 'fixity.failed')
    for (const line of compared(entry, t)) add(null, line);
  const profile = text(entry, 'profile');
  add(t('audit/profile'), profile && word('profile', profile));
  return lines.map((line) => ({ ...line, text: visible(line.text) }));
}

/** Returns the name and authority of the actor as stated in the entry. */
export function actor(entry: EntryView): { name: string | null; authority: string | null } {
  const value = (field(entry, 'actor') ?? {}) as { name?: unknown; authority?: unknown };
  return {
    name: typeof value.name === 'string' ? visible(value.name) : null,
    authority: typeof value.authority === 'string' ? value.authority : null,
  };
}

/** Returns the number of the task, for readers without access to the list of tasks. */
export function taskNumber(entry: EntryView): string | null {
  return entry.kind?.startsWith('task.') ? text(entry, 'number') : null;
}

/** Returns the number of fields that are not disclosed to this reader; erased fields are not counted. */
export function withheldFields(entry: EntryView): number {
  if (!entry.canonical) return 0;
  const stated = (JSON.parse(entry.canonical) as { fields: object }).fields;
  return Object.keys(stated).length - Object.keys(entry.fields ?? {}).length - Object.keys(entry.erased ?? {}).length;
}
