/** What a log states beside an identifier, as the form of an item holds it. Pure. */
import type { RequestItemForm, RequestItemView } from '@/features/requests/request/queries';
import { readWallClock } from '@/lib/zones';

export const PROTOCOLS = [
  'tcp',
  'udp',
  'udplite',
  'sctp',
  'dccp',
  'icmp',
  'icmpv6',
  'igmp',
  'gre',
  'esp',
  'ah',
] as const;
/** Kinds of identifiers that have ports. */
export const WITH_PORTS: readonly string[] = ['ip', 'domain', 'onion', 'url'];

/** A zone that a text can mean, with the time in it. */
export type Candidate = { zone: string; at: string };
export type ConnectionValues = {
  port: string;
  port_until: string;
  protocol: string | null;
  /** What the clock of the log shows, to the fraction that it has. */
  clock: string;
  zone: string;
  source_line: string;
  /** Zones to choose from: the time is unset until one is chosen. */
  candidates: readonly Candidate[];
  /** The time as it was given, which holds while clock and zone stay. */
  given: { clock: string; zone: string; at: string } | null;
};

export const BLANK_CONNECTION: ConnectionValues = {
  port: '',
  port_until: '',
  protocol: null,
  clock: '',
  zone: '',
  source_line: '',
  candidates: [],
  given: null,
};

const GIVEN = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2}:\d{2})$/;
const OFFSET = /^(?:(?:UTC|GMT) ?)?([+-])(\d{1,2})(?::?(\d{2}))?$/i;

/** The fields of a time that was given with its offset. Without a zone the offset takes its place. */
export function timeOf(at: string | null, zone: string | null): Pick<ConnectionValues, 'clock' | 'zone' | 'given'> {
  const [, clock, offset] = GIVEN.exec(at ?? '') ?? [];
  if (at === null || clock === undefined || offset === undefined) return { clock: '', zone: zone ?? '', given: null };
  const named = zone ?? (offset === 'Z' ? 'UTC' : offset);
  return { clock, zone: named, given: { clock, zone: named, at } };
}

export const connectionValues = (one: RequestItemView): ConnectionValues => ({
  port: one.port === null ? '' : String(one.port),
  port_until: one.port_until === null ? '' : String(one.port_until),
  protocol: one.protocol,
  ...timeOf(one.at, one.zone),
  source_line: one.source_line ?? '',
  candidates: [],
});

/** The time with its offset; null without a zone, or where the clocks of the zone show it twice or never. */
export function momentOf({ clock, zone, given }: Pick<ConnectionValues, 'clock' | 'zone' | 'given'>): string | null {
  if (!clock || !zone) return null;
  if (given?.clock === clock && given.zone === zone) return given.at;
  if (/^(Z|UTC|GMT)$/i.test(zone)) return `${clock}Z`;
  const [, sign, hours, minutes] = OFFSET.exec(zone) ?? [];
  if (sign !== undefined && hours !== undefined) return `${clock}${sign}${hours.padStart(2, '0')}:${minutes ?? '00'}`;
  const [whole = '', fraction] = clock.split('.');
  try {
    const read = readWallClock(whole, zone);
    if (read.kind !== 'exact') return null;
    return `${whole}${fraction === undefined ? '' : `.${fraction}`}${read.reading.offset}`;
  } catch {
    return null; // The browser knows no such zone.
  }
}

const number = (text: string) => (text.trim() ? Number(text) : null);

export function connectionOf(
  one: ConnectionValues,
  kind: string | null,
): Pick<RequestItemForm, 'port' | 'port_until' | 'protocol' | 'at' | 'zone' | 'source_line'> {
  const has = kind !== null && WITH_PORTS.includes(kind);
  const at = momentOf(one);
  return {
    port: has ? number(one.port) : null,
    port_until: has ? number(one.port_until) : null,
    protocol: has ? (PROTOCOLS.find((value) => value === one.protocol) ?? null) : null,
    at,
    zone: at ? one.zone : null,
    source_line: one.source_line.trim() ? one.source_line : null,
  };
}

/** A port, or the block of ports: 20480-20991. */
export const portsOf = (one: Pick<RequestItemView, 'port' | 'port_until'>) =>
  [one.port, one.port_until].filter((each) => each !== null).join('-');

/** The time of an item as the log has it, and the zone where the time does not show it. */
export const timeWords = ({ at, zone }: Pick<RequestItemView, 'at' | 'zone'>) =>
  at === null ? '' : `${at.replace('T', ' ')}${zone !== null && !at.endsWith(zone) ? ` (${zone})` : ''}`;
