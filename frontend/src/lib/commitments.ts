/**
 * Checks a disclosed entry in the browser: its commitment, the hash of each disclosed field, and the exhibit's chain
 * (docs/ledger-format.md). The server supplies this code too; the independent check is that of the export package.
 */
import { fromBase64, toBase64 } from './base64';

export type Disclosed = {
  commitment: string;
  salt: string | null;
  canonical: string | null;
  fields: Record<string, { salt: string; value: unknown }> | null;
};
export type Finding = 'matches' | 'differs' | 'undisclosed' | 'unavailable';

/** Canonical JSON (RFC 8785) of the ledger's profile (ASCII keys, integers, no floats): sorted keys, compact. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

async function tagged(tag: string, salt: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const parts = [encoder.encode(`${tag}\n`), fromBase64(salt), encoder.encode(text)];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', whole)));
}

export async function checkEntry(entry: Disclosed): Promise<Finding> {
  if (entry.canonical === null || entry.salt === null) return 'undisclosed';
  // Undefined on a page without HTTPS, despite the types.
  if (!('subtle' in crypto)) return 'unavailable';
  if ((await tagged('liaison-entry/v1', entry.salt, entry.canonical)) !== entry.commitment) return 'differs';
  const stated = (JSON.parse(entry.canonical) as { fields: Record<string, string> }).fields;
  for (const [name, field] of Object.entries(entry.fields ?? {})) {
    if ((await tagged('liaison-field/v1', field.salt, canonicalJson([name, field.value]))) !== stated[name])
      return 'differs';
  }
  return 'matches';
}

export type Link = { n: number; previous: string | null };

export function chainOf(entry: Disclosed): Link | null {
  const value = entry.fields?.['chain']?.value as Link | undefined;
  return value && typeof value.n === 'number' ? value : null;
}

/** Returns the numbers of entries that do not continue the entry before them; empty if the chain is intact. */
export function brokenLinks(entries: readonly Disclosed[]): number[] {
  const byNumber = new Map<number, { entry: Disclosed; link: Link }>();
  for (const entry of entries) {
    const link = chainOf(entry);
    if (link) byNumber.set(link.n, { entry, link });
  }
  const broken: number[] = [];
  for (const [n, { link }] of byNumber) {
    const before = byNumber.get(n - 1);
    if (before ? link.previous !== before.entry.commitment : n === 1 && link.previous !== null) broken.push(n);
  }
  return broken.sort((a, b) => a - b);
}
