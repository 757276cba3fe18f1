/** The draft of a preservation request for identifiers that were recognised in a text. Pure. */
import { blankItem, type CATEGORIES, type ItemValues, type Values } from '@/features/requests/form/draft';
import { PROTOCOLS, timeOf } from '@/features/requests/form/connection';
import type { RecognisedView } from './queries';

/** Values of the form of a request that another screen hands over. */
export type RequestDraft = Partial<Values>;
export type Category = (typeof CATEGORIES)[number];

declare module '@tanstack/react-router' {
  interface HistoryState {
    requestDraft?: RequestDraft;
  }
}

/** Limit for the original line of an item. */
const MOST_LINE = 4_000;
/** Limit for the facts of a request, and the room that a draft leaves for what the user adds. */
const MOST_FACTS = 6_000;

/** The country that all chosen identifiers propose; null without a proposal, or with several. */
export function countryOf(chosen: readonly RecognisedView[]): string | null {
  const countries = new Set(chosen.flatMap(({ country }) => country ?? []));
  return countries.size === 1 ? ([...countries][0] ?? null) : null;
}

/** The first provider of the chosen identifiers that the tables record for this country, or for none. */
export const providerOf = (chosen: readonly RecognisedView[], country: string | null): string | null =>
  chosen.find((one) => one.provider !== null && (one.country === null || one.country === country))?.provider ?? null;

/** The key of the provider card of all chosen identifiers; null without one, or with several. */
export function providerKeyOf(chosen: readonly RecognisedView[]): string | null {
  const keys = new Set(chosen.map(({ provider_key }) => provider_key));
  return keys.size === 1 ? ([...keys][0] ?? null) : null;
}

export const hasSeveralCountries = (chosen: readonly RecognisedView[]) =>
  new Set(chosen.flatMap(({ country }) => country ?? [])).size > 1;

/** The lines of the text in which the chosen identifiers stand. Positions count code points. */
export function linesOf(text: string, chosen: readonly RecognisedView[]): string {
  const points = Array.from(text);
  const lines = new Map<number, string>();
  for (const { begins, ends } of chosen) {
    const from = points.lastIndexOf('\n', begins - 1) + 1;
    const until = points.indexOf('\n', ends);
    lines.set(
      from,
      points
        .slice(from, until === -1 ? undefined : until)
        .join('')
        .trim(),
    );
  }
  return [...lines.entries()]
    .toSorted(([one], [other]) => one - other)
    .map(([, line]) => line)
    .join('\n')
    .slice(0, MOST_FACTS);
}

/** The line of a text in which an identifier stands, as it stands there. */
export function lineOf(text: string, { begins, ends }: Pick<RecognisedView, 'begins' | 'ends'>): string {
  const points = Array.from(text);
  const from = points.lastIndexOf('\n', begins - 1) + 1;
  const until = points.indexOf('\n', ends);
  const line = points.slice(from, until === -1 ? undefined : until);
  const first = Math.max(0, begins - from - MOST_LINE / 2);
  // A longer line is cut around the identifier, which is marked.
  const cut =
    line.length <= MOST_LINE ? line : [...(first > 0 ? ['…'] : []), ...line.slice(first, first + MOST_LINE - 2), '…'];
  return cut.join('').replaceAll('\r', '');
}

/** A time with no more digits of its fraction than the line has. */
export function asWritten(at: string, line: string): string {
  const [, before = '', fraction = '', offset = ''] = /^([^.]*)\.(\d+)(.*)$/.exec(at) ?? [];
  if (!fraction) return at;
  for (let digits = fraction; digits; digits = digits.slice(0, -1)) {
    if (new RegExp(`[.,]${digits}(?!\\d)`).test(line)) return `${before}.${digits}${offset}`;
    if (!digits.endsWith('0')) return `${before}.${digits}${offset}`;
  }
  return `${before}${offset}`;
}

/** An item for an identifier in a text. A time without zone stays unset until the user enters or chooses the zone. */
export function itemOf(
  one: RecognisedView,
  category: Category,
  line: string,
  beside: { country: string | null; provider: (name: string) => string },
): ItemValues {
  const at = one.at ? asWritten(one.at, line) : null;
  const time = timeOf(at, one.zone);
  const isOfCountry = beside.country === null || one.country === null || one.country === beside.country;
  const about = one.provider && isOfCountry ? beside.provider(one.provider) : '';
  return {
    ...blankItem(),
    data_category: category,
    identifier_kind: one.kind,
    identifier: one.value,
    description: about,
    proposed: about,
    port: one.port === null ? '' : String(one.port),
    port_until: one.port_until === null ? '' : String(one.port_until),
    protocol: PROTOCOLS.find((value) => value === one.protocol) ?? null,
    ...time,
    clock: time.clock || (at ?? ''),
    candidates: one.zone_candidates.map((each) => ({ zone: each.zone, at: asWritten(each.at, line) })),
    source_line: line,
  };
}
