/** A text with its markers: `[exhibit 1]` for the first visible exhibit that it mentions, `@NL-02` for a member. Pure. */
import { withCodes, type Mentionable } from './mentions';

export const marker = (place: number) => `[exhibit ${String(place)}]`;
const EXHIBIT = /\[exhibit ([1-9]\d?)\]/g;
const SEAT = /@([A-Z][A-Z0-9_]{1,19}-\d{2,4})(?!\d)/g;
const PARTS = /(\[exhibit [1-9]\d?\]|@[A-Z][A-Z0-9_]{1,19}-\d{2,4}(?!\d))/;

export type Part = { kind: 'text'; text: string } | { kind: 'exhibit'; place: number } | { kind: 'seat'; code: string };

export function parts(text: string): Part[] {
  return text
    .split(PARTS)
    .filter(Boolean)
    .map((one): Part => {
      const place = /^\[exhibit ([1-9]\d?)\]$/.exec(one)?.[1];
      if (place) return { kind: 'exhibit', place: Number(place) };
      const code = /^@([A-Z][A-Z0-9_]{1,19}-\d{2,4})$/.exec(one)?.[1];
      return code ? { kind: 'seat', code } : { kind: 'text', text: one };
    });
}

/** The message as it is sent: the exhibits that the text still mentions, numbered in their order, and its mentions by code. */
export function formOf(
  text: string,
  links: readonly (string | undefined)[],
  members: readonly Mentionable[],
): { text: string; links: string[]; mentions: string[] } {
  const used: string[] = [];
  const codes = members.map(({ code }) => code);
  const renumbered = withCodes(text.trim(), members).replace(EXHIBIT, (whole, place: string) => {
    const id = links[Number(place) - 1];
    if (!id) return whole;
    if (!used.includes(id)) used.push(id);
    return marker(used.indexOf(id) + 1);
  });
  const named = [...renumbered.matchAll(SEAT)].flatMap(([, code]) => (code && codes.includes(code) ? [code] : []));
  return { text: renumbered, links: used, mentions: [...new Set(named)] };
}
