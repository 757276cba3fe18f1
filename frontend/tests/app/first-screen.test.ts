/** What the first screen fetches: its words, and nothing that would need others. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '@/i18n/en';
import { first } from '@/i18n/first.en';

const root = join(import.meta.dirname, '..', '..', 'src');

function moduleOf(from: string, name: string): string | null {
  if (!/^(@\/|\.)/.test(name)) return null;
  const path = name.startsWith('@/') ? join(root, name.slice(2)) : join(dirname(from), name);
  return ['.ts', '.tsx', '/index.ts'].map((end) => `${path}${end}`).find(existsSync) ?? null;
}

/** The modules that main.tsx imports, and those that they import. Not what is imported when it is needed, and not types. */
function modules(): Map<string, string> {
  const found = new Map<string, string>();
  const todo = [join(root, 'main.tsx')];
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (found.has(path)) continue;
    const text = readFileSync(path, 'utf8');
    found.set(path, text);
    for (const [, name] of text.matchAll(/^(?:import|export) (?!type\b)(?:[^;]*? from )?'([^']+)';/gm))
      todo.push(...[moduleOf(path, String(name))].filter((one) => one !== null));
  }
  return found;
}

const code = [...modules()].filter(([path]) => !/\.(en|fr)\.ts$|api.generated/.test(path));

describe('the first screen', () => {
  it('says only words that are fetched with it', () => {
    expect(code.length).toBeGreaterThan(80);
    const missing = code.flatMap(([path, text]) =>
      // The path of a route is no word.
      [...text.replaceAll(/\bpath: '[^']*'/g, '').matchAll(/['`](\w+)\/(?:\w+['`]|\w*\$\{)|\bword\('(\w+)'/g)]
        .map(([, group, other]) => String(group ?? other))
        .filter((group) => group in en && !(group in first))
        .map((group) => `${path.slice(root.length + 1)} says ${group}/…`),
    );
    expect(missing).toEqual([]);
  });
  it('fetches other screens and dialogs together with all words', () => {
    const bare = code.flatMap(([path, text]) =>
      [...text.matchAll(/\b(?:lazy|later|lazyRouteComponent)\((?!\s*withWords\()[^;]*?import\('@?[./][^']+'\)/g)].map(
        ([call]) => `${path.slice(root.length + 1)}: ${call}`,
      ),
    );
    expect(bare).toEqual([]);
  });
});
