/** An entry in one line, beside the name of its exhibit or task. Pure. */
import type { EntryView } from '@/api/views';
import type { Said } from './saying';

const HASH = /^[0-9a-f]{64}$/;

/** Returns the first two values that the name of the exhibit does not contain. */
export function entrySummary(entry: Pick<EntryView, 'kind'>, lines: readonly Said[], colon: string): string {
  if (entry.kind === 'evidence.registered') return '';
  return lines
    .filter(({ text }) => !HASH.test(text))
    .slice(0, 2)
    .map(({ label, text }) => (label ? `${label}${colon}${text}` : text))
    .join(' · ');
}

export type Refusal = { evidence: string; act: string; because: string; times: number; first: string; last: string };

/** Parses the refused acts of a minute from the field of the entry; malformed ones are left out. */
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
