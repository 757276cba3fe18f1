/** A text with its markers: `[exhibit 1]` for the first exhibit that it mentions and one sees, `@NL-02` for a seat. Pure. */

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

/** As it is sent: the exhibits that the text still mentions, numbered anew in their order, and the seats that it names. */
export function formOf(
  text: string,
  links: readonly (string | undefined)[],
  seats: readonly string[],
): { text: string; links: string[]; mentions: string[] } {
  const used: string[] = [];
  const renumbered = text.trim().replace(EXHIBIT, (whole, place: string) => {
    const id = links[Number(place) - 1];
    if (!id) return whole;
    if (!used.includes(id)) used.push(id);
    return marker(used.indexOf(id) + 1);
  });
  const named = [...renumbered.matchAll(SEAT)].flatMap(([, code]) => (code && seats.includes(code) ? [code] : []));
  return { text: renumbered, links: used, mentions: [...new Set(named)] };
}
