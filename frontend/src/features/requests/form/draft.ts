/** A request that is being entered: its values, what is missing, and the form for the server. Pure. */
import { instantOf } from '@/components/sharing/draft';
import type {
  Direction,
  ItemKind,
  RequestForm,
  RequestItemForm,
  RequestItemView,
  RequestView,
} from '@/features/requests/request/queries';
import { wallClock } from '@/lib/zones';
import { BLANK_CONNECTION, connectionOf, connectionValues, type ConnectionValues } from './connection';

export const ITEM_KINDS = ['data', 'measure', 'hearing', 'search', 'freeze', 'confiscation', 'surrender'] as const;
export const CATEGORIES = ['SUBSCRIBER', 'IDENTIFICATION_ONLY', 'TRAFFIC', 'CONTENT', 'REAL_TIME'] as const;
export const IDENTIFIERS = [
  'ip',
  'email',
  'telephone',
  'domain',
  'url',
  'onion',
  'handle',
  'iban',
  'wallet',
  'transaction',
  'imei',
  'imsi',
  'mac',
  'plate',
  'asn',
  'hash',
  'pgp_fingerprint',
] as const;

export type ItemValues = ConnectionValues & {
  /** Of the row on the screen, not of the server. */
  key: string;
  kind: ItemKind;
  data_category: string | null;
  identifier_kind: string | null;
  identifier: string;
  /** The server doubts that the identifier fits its kind; the user can confirm it. */
  doubtful: boolean;
  identifier_confirmed: boolean;
  /** Description that was proposed for the country of the request. */
  proposed: string;
  description: string;
  from: string;
  until: string;
  /** Of an item that the server has. */
  id?: string;
  /** Answered already, or with a deadline: it stays as it is. */
  fixed?: boolean;
};
export type Values = {
  instrument: string | null;
  country: string | null;
  authority: string;
  /** The reference data record the authority for another country; the user can confirm it. */
  elsewhere: boolean;
  authority_confirmed: boolean;
  title: string;
  reference: string;
  counterpart_reference: string;
  urgent: boolean;
  received_at: string;
  facts: string;
  offence: string;
  legal_basis: string;
  purpose: string;
  confidentiality: string;
  conditions: string;
  language: string | null;
  issuing_authority: string;
  validating_authority: string;
  zone: string;
  items: ItemValues[];
};

export const blankItem = (): ItemValues => ({
  key: crypto.randomUUID(),
  kind: 'data',
  data_category: 'SUBSCRIBER',
  identifier_kind: 'ip',
  identifier: '',
  doubtful: false,
  identifier_confirmed: false,
  proposed: '',
  ...BLANK_CONNECTION,
  description: '',
  from: '',
  until: '',
});

export const blank = (): Values => ({
  instrument: null,
  country: null,
  authority: '',
  elsewhere: false,
  authority_confirmed: false,
  title: '',
  reference: '',
  counterpart_reference: '',
  urgent: false,
  received_at: '',
  facts: '',
  offence: '',
  legal_basis: '',
  purpose: '',
  confidentiality: '',
  conditions: '',
  language: null,
  issuing_authority: '',
  validating_authority: '',
  zone: '',
  items: [blankItem()],
});

/** The seconds of a time stay, if it has some. */
export const local = (at: string | null, zone: string) =>
  at ? wallClock(Date.parse(at), zone, Date.parse(at) % 60_000 === 0 ? 'minute' : 'second') : '';

/** An item of the server as the form shows it. */
export const itemValues = (one: RequestItemView, zone: string): ItemValues => ({
  ...blankItem(),
  kind: one.kind,
  data_category: one.data_category,
  identifier_kind: one.identifier_kind,
  identifier: one.identifier ?? '',
  doubtful: one.identifier_confirmed,
  identifier_confirmed: one.identifier_confirmed,
  ...connectionValues(one),
  description: one.description ?? '',
  from: local(one.from, zone),
  until: local(one.until, zone),
});

/** A request about the same data. `as`: what it asks for; the new request asks for the other. */
export type Related = { request: RequestView; as: 'preservation' | 'production' };

const PRESERVATION = 'BUDAPEST_29';

/**
 * Returns the values that a new request takes over from one about the same data: all but instrument and basis.
 * A 24/7 point of contact preserves data, and another authority produces them, so neither takes over the other.
 */
export function valuesBeside({ request, as }: Related, zone: string): Values {
  const other = request.to ?? request.from;
  const isSame = as === 'preservation' && request.instrument !== PRESERVATION;
  const items = as === 'preservation' ? request.items : request.items.filter(({ kind }) => kind === 'data');
  return {
    ...blank(),
    instrument: as === 'production' ? PRESERVATION : null,
    country: other?.country ?? null,
    authority: isSame ? (other?.authority ?? '') : '',
    title: request.content?.title ?? '',
    reference: request.content?.reference ?? '',
    urgent: request.urgent,
    facts: request.content?.facts ?? '',
    offence: request.content?.offence ?? '',
    issuing_authority: request.content?.issuing_authority ?? '',
    items: items.map((one) => itemValues(one, zone)),
  };
}

export const some = (text: string) => text.trim() || null;
export const at = (local: string, zone: string) => (local ? instantOf(local, zone) : null);

export function itemOf(one: ItemValues, zone: string): RequestItemForm {
  const isData = one.kind === 'data';
  return {
    kind: one.kind,
    data_category: isData ? (CATEGORIES.find((value) => value === one.data_category) ?? null) : null,
    identifier_kind: isData ? (IDENTIFIERS.find((value) => value === one.identifier_kind) ?? null) : null,
    identifier: isData ? some(one.identifier) : null,
    identifier_confirmed: isData && one.identifier_confirmed,
    ...connectionOf(isData ? one : BLANK_CONNECTION, one.identifier_kind),
    description: some(one.description),
    from: at(one.from, zone),
    until: at(one.until, zone),
  };
}

export function formOf(values: Values, direction: Direction, zone: string): RequestForm {
  const other = {
    country: values.country ?? '',
    authority: some(values.authority),
    ...(values.authority_confirmed ? { authority_confirmed: true } : {}),
  };
  const received = direction === 'in' ? at(values.received_at, zone) : null;
  return {
    direction,
    instrument: values.instrument ?? '',
    ...(direction === 'out' ? { to: other } : { from: other }),
    title: some(values.title),
    reference: some(values.reference),
    counterpart_reference: some(values.counterpart_reference),
    facts: some(values.facts),
    offence: some(values.offence),
    legal_basis: some(values.legal_basis),
    language: values.language,
    issuing_authority: some(values.issuing_authority),
    validating_authority: some(values.validating_authority),
    urgent: values.urgent,
    ...(received ? { received_at: received } : {}),
    items: values.items.map((one) => itemOf(one, zone)),
  };
}

/** The field of the form that shows what the server says of one of its own. */
export function placeOf(field: string): string {
  const own = field.replace(/^(to|from)\./, '').replace(/^(to|from)$/, 'country');
  return own === 'zone' ? 'country' : own;
}

/** The question to cards and directory about a request that is being entered; null before State and instrument are chosen. */
export function cardQuery(values: Values) {
  if (!values.instrument || !values.country) return null;
  const categories = values.items.map((one) => (one.kind === 'data' ? one.data_category : null));
  return {
    instrument: values.instrument,
    country: values.country,
    language: values.language,
    urgent: values.urgent,
    validated: values.validating_authority.trim() !== '',
    kind: [...new Set(values.items.map(({ kind }) => kind))],
    category: CATEGORIES.filter((one) => categories.includes(one)),
  };
}
