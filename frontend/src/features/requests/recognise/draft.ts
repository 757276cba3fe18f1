/** The draft of a preservation request for identifiers that were recognised in a text. Pure. */
import { blankItem, type CATEGORIES, type ItemValues, type Values } from '@/features/requests/form/draft';
import { wallClock } from '@/lib/zones';
import type { RecognisedView } from './queries';

/** Values of the form of a request that another screen hands over. */
export type RequestDraft = Partial<Values>;
export type Category = (typeof CATEGORIES)[number];

declare module '@tanstack/react-router' {
  interface HistoryState {
    requestDraft?: RequestDraft;
  }
}

const MINUTE = 60_000;
/** Limit for the facts of a request, and the room that a draft leaves for what the user adds. */
const MOST_FACTS = 6_000;

/** The country that all chosen identifiers propose; null without a proposal, or with several. */
export function countryOf(chosen: readonly RecognisedView[]): string | null {
  const countries = new Set(chosen.flatMap(({ country }) => country ?? []));
  return countries.size === 1 ? ([...countries][0] ?? null) : null;
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

/** An item for an identifier. A time without zone is no instant, so its period stays empty. */
export function itemOf(
  one: RecognisedView,
  category: Category,
  zone: string,
  words: { provider: (name: string) => string; port: (port: number) => string },
): ItemValues {
  const at = one.at && one.zone ? Math.floor(Date.parse(one.at) / MINUTE) * MINUTE : null;
  const about = [
    ...(one.provider ? [words.provider(one.provider)] : []),
    ...(one.port === null ? [] : [words.port(one.port)]),
    ...(one.at ? [one.at] : []),
  ];
  return {
    ...blankItem(),
    data_category: category,
    identifier_kind: one.kind,
    identifier: one.value,
    description: about.join('; '),
    from: at === null ? '' : wallClock(at, zone),
    until: at === null ? '' : wallClock(at + MINUTE, zone),
  };
}
