/**
 * Mentions while a message is written: `@Jonas Reinharz (DE-01)` in the field, `@DE-01` in the message that is sent.
 * Pure. Not here: the field (MessageField.tsx).
 */
export type Mentionable = { code: string; name: string };

/** A mention as the writer sees it. */
export const written = ({ code, name }: Mentionable): string => `@${name} (${code})`;

/** Replaces each written mention by its code. */
export const withCodes = (text: string, members: readonly Mentionable[]): string =>
  members.reduce((now, member) => now.replaceAll(written(member), `@${member.code}`), text);

/** Replaces each code of a known member by the written mention. */
export function withNames(text: string, members: readonly Mentionable[]): string {
  return text.replace(/@([A-Z][A-Z0-9_]{1,19}-\d{2,4})(?!\d)/g, (whole, code: string) => {
    const member = members.find((one) => one.code === code);
    return member ? written(member) : whole;
  });
}

/** A mention that is being typed: where its `@` is, and the text after it up to the caret. */
export type Fragment = { from: number; words: string };

const FRAGMENT = /(?:^|[\s([{"'«“‘,;:/])@((?:[\p{L}\p{M}\p{N}_.'’-]+(?: [\p{L}\p{M}\p{N}_.'’-]+){0,3} ?)?)$/u;

export function fragmentAt(text: string, caret: number): Fragment | null {
  const before = text.slice(0, caret);
  const words = FRAGMENT.exec(before)?.[1];
  return words === undefined ? null : { from: before.length - words.length - 1, words };
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const MOST = 8;

/** Members whose code, or words of whose name, begin with what was typed. */
export function candidates(members: readonly Mentionable[], words: string): Mentionable[] {
  const typed = fold(words).trim().split(/\s+/).filter(Boolean);
  const matches = ({ code, name }: Mentionable) => {
    const names = fold(name).split(/[\s-]+/);
    const whole = typed.join(' ');
    return (
      [code, name].some((one) => fold(one).startsWith(whole)) ||
      typed.every((one) => names.some((part) => part.startsWith(one)))
    );
  };
  return members.filter(matches).slice(0, MOST);
}

/** The text with the member in place of the fragment, and where the caret is then. */
export function completed(
  text: string,
  { from, words }: Fragment,
  member: Mentionable,
): { text: string; caret: number } {
  const before = `${text.slice(0, from)}${written(member)} `;
  return { text: before + text.slice(from + 1 + words.length).replace(/^ /, ''), caret: before.length };
}
