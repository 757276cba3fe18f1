/** An entry in one line: what a reader wants beside the exhibit or the task. Pure. */
import type { EntryView } from '@/api/views';
import type { Said } from './saying';

const HASH = /^[0-9a-f]{64}$/;

/** The first things that it says and that the name of the exhibit does not say already. */
export function gist(entry: Pick<EntryView, 'kind'>, lines: readonly Said[], colon: string): string {
  if (entry.kind === 'evidence.registered') return '';
  return lines
    .filter(({ text }) => !HASH.test(text))
    .slice(0, 2)
    .map(({ label, text }) => (label ? `${label}${colon}${text}` : text))
    .join(' · ');
}

export type Refusal = { evidence: string; act: string; because: string; times: number; first: string; last: string };

/** What was refused in a minute, from an entry's own field; what cannot be read is left to the entry as recorded. */
export function refusalsOf(entry: Pick<EntryView, 'kind' | 'fields'>): Refusal[] {
  const told = entry.kind === 'evidence.refused' ? entry.fields?.['refusals']?.value : null;
  if (!Array.isArray(told)) return [];
  return told.flatMap((one: unknown) => {
    const { evidence, act, because, times, first_at: first, last_at: last } = (one ?? {}) as Record<string, unknown>;
    const readable =
      [evidence, act, because, first, last].every((part) => typeof part === 'string') && typeof times === 'number';
    return readable ? [{ evidence, act, because, times, first, last } as Refusal] : [];
  });
}
