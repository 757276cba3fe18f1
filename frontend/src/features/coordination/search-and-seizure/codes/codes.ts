/** Parses a scanned code: a label or the offer of a handover. Draws the latter. Pure. */
import { Byte, Encoder } from '@nuintun/qrcode';

export type Read = { kind: 'label'; code: string } | { kind: 'offer'; handover: string } | { kind: 'foreign' };

const CODE = /^[2-9A-HJKMNP-TV-Z]{12}$/;
const NUMBER = /^[A-Z][A-Z0-9_]{1,19}-\d{4}-[A-Z0-9]+$/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether it is the code of a label, and no exhibit's number: only that can be a blank's. */
export const isCode = (text: string): boolean => CODE.test(text);

/** Parses typed text or a label; null if it is neither a code nor a number. */
export function typed(text: string): string | null {
  const plain = text.trim().toUpperCase();
  const code = plain.replaceAll(/[\s-]/g, '');
  if (CODE.test(code)) return code;
  return NUMBER.test(plain) ? plain : null;
}

/** Only addresses of this very server lead anywhere: another's label is not ours to resolve, nor another team's offer. */
export function readCode(text: string, origin: string, jit: string): Read {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    const code = typed(text);
    return code === null ? { kind: 'foreign' } : { kind: 'label', code };
  }
  if (url.origin !== origin) return { kind: 'foreign' };
  const code = typed(/^\/find\/([^/]+)$/.exec(url.pathname)?.[1] ?? '');
  if (code !== null) return { kind: 'label', code };
  const handover = url.pathname === `/jits/${jit}/at-the-search` ? url.searchParams.get('receive') : null;
  return handover !== null && ID.test(handover) ? { kind: 'offer', handover } : { kind: 'foreign' };
}

export const offerAddress = (origin: string, jit: string, handover: string): string =>
  `${origin}/jits/${jit}/at-the-search?receive=${handover}`;

/** The dark modules as a path in a square of `size` modules, four of them quiet at each side. */
export function drawn(text: string): { size: number; path: string } {
  const code = new Encoder({ level: 'M' }).encode(new Byte(text));
  const quiet = 4;
  let path = '';
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1)
      if (code.get(x, y)) path += `M${String(x + quiet)} ${String(y + quiet)}h1v1h-1z`;
  return { size: code.size + 2 * quiet, path };
}
