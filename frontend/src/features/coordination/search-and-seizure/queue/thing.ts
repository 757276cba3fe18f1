/**
 * What is done with one thing at a search, in the order in which it was done, as steps that are sent one after the other. Pure.
 * Not here: keeping them (queue.ts) and sending them (send.ts).
 */
import type { CustodyEventForm } from '@/features/custody/physical-custody/queries';
import type { EvidenceForm } from '@/api/views';

export type Taken = 'seized' | 'collected' | 'already';

/** What is known of the thing when it is entered: nothing yet but perhaps the blank label that it bears now, what stands on its label, or the exhibit as it was last read. */
export type Subject =
  | { kind: 'new'; label?: string }
  | { kind: 'code'; code: string }
  | { kind: 'exhibit'; evidence: string; number: string; version: number };

export type Photo = { id: string; name: string; type: string; size: number; sha256: string; at: string };

/** By this device's clock, and by how much it was ahead of the server's when they were last compared. */
export type Moment = { at: string; zone: string; offset: number | null };

export type Draft = {
  subject: Subject;
  taken: Taken;
  title: string;
  category: EvidenceForm['category'];
  place: string;
  fromWhom: string;
  legalBasis: string;
  /** Whether it was checked for privileged material. If not, only the own party has it at first. */
  checked: boolean;
  seal: string;
  position: string;
  remarks: string;
  photos: Photo[];
  begun: Moment;
  sealed: Moment | null;
};

export type Refusal = {
  status: number;
  code: string;
  detail: string;
  fields: readonly { field: string; message: string }[];
};

type Act = Omit<CustodyEventForm, 'photograph'>;
export type Doing =
  | { do: 'find'; code: string }
  | { do: 'register'; form: EvidenceForm }
  | { do: 'photograph'; photo: Photo; url: string | null; file: string | null }
  | { do: 'act'; form: Act; shows: string | null }
  | { do: 'offer'; seat: string; hours: number; due: string | null; occurred: CustodyEventForm['occurred'] };
export type State = 'kept' | 'sent' | 'refused';
/** `key`: under which it is sent, and sent again. */
export type Step = { key: string; state: State; why: Refusal | null } & Doing;

/** `no`: its number on this device. `version`: of its custody, as of the last step; null: asked for when it is sent. */
export type Thing = {
  id: string;
  no: number;
  jit: string;
  seat: string;
  title: string;
  evidence: string | null;
  number: string | null;
  version: number | null;
  handover: string | null;
  begun: string;
  steps: Step[];
};

export const emptyDraft = (subject: Subject, begun: Moment, before: Partial<Draft> = {}): Draft => ({
  subject,
  taken: 'seized',
  title: '',
  category: 'device',
  place: before.place ?? '',
  fromWhom: before.fromWhom ?? '',
  legalBasis: before.legalBasis ?? '',
  checked: false,
  seal: '',
  position: '',
  remarks: '',
  photos: [],
  begun,
  sealed: null,
});

type Need = 'title' | 'place' | 'legalBasis' | 'seal' | 'nothing';

/** The missing fields of an item. */
export function needs(draft: Draft): Need[] {
  const asked: [Need, boolean][] = [
    ['title', draft.subject.kind === 'new' && draft.title.trim() === ''],
    ['legalBasis', draft.subject.kind === 'new' && draft.legalBasis.trim() === ''],
    ['place', (draft.subject.kind === 'new' || draft.taken !== 'already') && draft.place.trim() === ''],
    ['seal', draft.photos.length > 0 && draft.seal.trim() === ''],
    ['nothing', draft.subject.kind !== 'new' && draft.taken === 'already' && draft.seal.trim() === ''],
  ];
  return asked.filter(([, lacks]) => lacks).map(([name]) => name);
}

const occurred = ({ at, zone, offset }: Moment): NonNullable<CustodyEventForm['occurred']> => ({
  at,
  zone,
  source: 'device',
  ...(offset === null ? {} : { clock_offset_seconds: offset }),
});

const said = (text: string) => text.trim() || null;

const remarksOf = (...parts: string[]) =>
  said(
    parts
      .map((one) => one.trim())
      .filter(Boolean)
      .join('\n'),
  );

function doings(draft: Draft, who: string): Doing[] {
  const { subject, place, taken } = draft;
  const list: Doing[] = [];
  if (subject.kind === 'code') list.push({ do: 'find', code: subject.code });
  if (subject.kind === 'new')
    list.push({
      do: 'register',
      form: {
        title: draft.title.trim(),
        kind: 'physical',
        category: draft.category,
        acquired_at: draft.begun.at,
        acquired_zone: draft.begun.zone,
        acquired_by: who,
        place: place.trim(),
        legal_basis: draft.legalBasis.trim(),
        ...(draft.checked ? { privilege_checked: true } : { releases: [] }),
        ...(subject.label ? { label: subject.label } : {}),
      },
    });
  for (const photo of draft.photos) list.push({ do: 'photograph', photo, url: null, file: null });
  const remarks = remarksOf(draft.remarks, draft.position);
  if (taken !== 'already')
    list.push({
      do: 'act',
      shows: null,
      form: {
        act: taken,
        place: place.trim(),
        from_whom: said(draft.fromWhom),
        occurred: occurred(draft.begun),
        remarks,
      },
    });
  const shows = draft.photos.at(-1)?.id ?? null;
  if (draft.seal.trim())
    list.push({
      do: 'act',
      shows,
      form: {
        act: 'sealed',
        seal: draft.seal.trim(),
        occurred: occurred(draft.sealed ?? draft.begun),
        remarks: taken === 'already' ? remarks : null,
      },
    });
  return list;
}

const step = (doing: Doing, key: () => string): Step => ({ key: key(), state: 'kept', why: null, ...doing });

export function thingOf(
  draft: Draft,
  about: { no: number; jit: string; seat: string; who: string },
  key: () => string = () => crypto.randomUUID(),
): Thing {
  const { subject } = draft;
  const known = subject.kind === 'exhibit' ? subject : null;
  return {
    id: key(),
    no: about.no,
    jit: about.jit,
    seat: about.seat,
    title: subject.kind === 'code' ? subject.code : draft.title.trim(),
    evidence: known?.evidence ?? null,
    number: known?.number ?? null,
    version: subject.kind === 'new' ? 0 : (known?.version ?? null),
    handover: null,
    begun: draft.begun.at,
    steps: doings(draft, about.who).map((one) => step(one, key)),
  };
}

export const isOffered = (thing: Thing): boolean =>
  thing.handover !== null || thing.steps.some((one) => one.do === 'offer');

/** Once: pressed again, or in another window, it stays as it is. */
export const withOffer = (
  thing: Thing,
  seat: string,
  hours: number,
  when: Moment,
  key: () => string = () => crypto.randomUUID(),
): Thing =>
  isOffered(thing)
    ? thing
    : {
        ...thing,
        steps: [...thing.steps, step({ do: 'offer', seat, hours, due: null, occurred: occurred(when) }, key)],
      };

/** With every step that `stands` has and it lacks: what was added to the one kept while another copy of it was being sent. */
export const withAdded = (thing: Thing, stands: Thing | null): Thing => {
  const added = stands?.steps.filter(({ key }) => !thing.steps.some((one) => one.key === key)) ?? [];
  return added.length > 0 ? { ...thing, steps: [...thing.steps, ...added] } : thing;
};

export const next = (thing: Thing): Step | undefined => thing.steps.find(({ state }) => state !== 'sent');
export const isSent = (thing: Thing): boolean => next(thing) === undefined;

/** The name of an item: the server's number once it has one; before, a name that does not look like a number. */
export type Standing = 'sent' | 'refused' | 'kept';
export function standing(thing: Thing): Standing {
  const one = next(thing);
  if (!one) return 'sent';
  return one.state === 'refused' ? 'refused' : 'kept';
}

/** Of what was sent nothing stays on the device but its number, and what its hand-over's code needs. */
export const shed = (thing: Thing): Thing => (isSent(thing) ? { ...thing, title: '', steps: [] } : thing);

/** Tried once more: what had been refused for a version that was stale is sent on the thing as it stands then. */
export const again = (thing: Thing): Thing => ({
  ...thing,
  version: next(thing)?.why?.status === 412 ? null : thing.version,
  steps: thing.steps.map((one) => (one.state === 'refused' ? { ...one, state: 'kept', why: null } : one)),
});

/** What the server does not take and the thing can go without: the blank label that it was to bear, or when an act was by this clock. */
export type Spare = 'label' | 'moment';

export function spareOf(thing: Thing): Spare | null {
  const one = next(thing);
  const refused = (name: string) =>
    one?.why?.fields.some(({ field }) => field === name || field.startsWith(`${name}.`)) ?? false;
  if (one?.do === 'register' && one.form.label && refused('label')) return 'label';
  return one?.do === 'act' && one.form.occurred && refused('occurred') ? 'moment' : null;
}

/** Sent without it, under a key of its own: it says something else. */
export function without(thing: Thing, spare: Spare, key: () => string = () => crypto.randomUUID()): Thing {
  const refused = next(thing);
  const less = (one: Step): Step => {
    if (one.do === 'register' && spare === 'label')
      return { ...one, form: { ...one.form, label: null }, key: key(), state: 'kept', why: null };
    return one.do === 'act' && spare === 'moment'
      ? { ...one, form: { ...one.form, occurred: null }, key: key(), state: 'kept', why: null }
      : one;
  };
  return { ...thing, steps: thing.steps.map((one) => (one === refused ? less(one) : one)) };
}
