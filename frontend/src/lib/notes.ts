/**
 * C2SP signed notes: parses a checkpoint and verifies Ed25519 signatures with the Web Crypto API. A signature line
 * contains base64 of four bytes of key id and 64 bytes of signature.
 */
import { fromBase64, toBase64 } from './base64';

export type Signature = { name: string; value: string };
export type Checkpoint = { origin: string; size: number; root: string; signatures: Signature[]; text: string };

export function parseCheckpoint(note: string): Checkpoint | null {
  const cut = note.lastIndexOf('\n\n');
  if (cut < 0 || note.includes('\r')) return null;
  const [origin, size, root] = note.slice(0, cut + 1).split('\n');
  if (!origin || !size || !root || !/^(0|[1-9]\d*)$/.test(size)) return null;
  const signatures: Signature[] = [];
  for (const line of note.slice(cut + 2).split('\n')) {
    const match = /^\u2014 (\S+) (\S+)$/.exec(line);
    if (match?.[1] && match[2]) signatures.push({ name: match[1], value: match[2] });
  }
  return { origin, size: Number(size), root, signatures, text: note };
}

/** Parses a C2SP verifier key, `<name>+<key id>+<base64 of 0x01 and the key>`; null if it is invalid. */
export async function parseVerifierKey(
  vkey: string,
): Promise<{ name: string; id: string; key: Uint8Array<ArrayBuffer> } | null> {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(vkey);
  if (!match?.[1] || !match[2] || !match[3]) return null;
  const typed = fromBase64(match[3]);
  if (typed.length !== 33 || typed[0] !== 1) return null;
  const name = new TextEncoder().encode(`${match[1]}\n`);
  const whole = new Uint8Array([...name, ...typed]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
  const id = Array.from(digest.slice(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return id === match[2] ? { name: match[1], id: match[2], key: typed.slice(1) } : null;
}

/** Returns whether `value` (base64 of key id and signature) signs `text`. Throws if the browser has no Ed25519. */
export async function isSignedBy(vkey: string, text: string, value: string): Promise<boolean> {
  const verifier = await parseVerifierKey(vkey);
  const blob = fromBase64(value);
  if (!verifier || blob.length !== 68 || toBase64(blob) !== value) return false;
  if (Array.from(blob.slice(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('') !== verifier.id) return false;
  const key = await crypto.subtle.importKey('raw', verifier.key, { name: 'Ed25519' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'Ed25519' }, key, blob.slice(4), new TextEncoder().encode(text));
}

/** Returns whether a note has a valid signature by the key. */
export async function isNoteOf(vkey: string, note: string): Promise<boolean> {
  const cut = note.lastIndexOf('\n\n');
  const name = vkey.split('+', 1)[0] ?? '';
  if (cut < 0 || note.includes('\r') || !note.endsWith('\n')) return false;
  for (const line of note.slice(cut + 2, -1).split('\n')) {
    const match = /^\u2014 (\S+) (\S+)$/.exec(line);
    if (match?.[1] === name && match[2] && (await isSignedBy(vkey, note.slice(0, cut + 1), match[2]))) return true;
  }
  return false;
}
