/** House rules that no linter knows. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '@/i18n/en';

const root = join(import.meta.dirname, '..', '..', 'src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(tsx?|css)$/.test(name) && !name.startsWith(join('api', 'generated')))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));

const names = new Set(files.map(({ name }) => name));

/** The modules that a module imports at once; not types, and not what it fetches later. */
const importsOf = (from: string, text: string): string[] =>
  [...text.matchAll(/^(?:import|export) (?!type\b)(?:[^;]*? from )?'(@\/|\.)([^']*)';/gm)].flatMap(
    ([, start, path]) => {
      const base = start === '@/' ? String(path) : join(dirname(from), `.${String(path)}`);
      return ['.ts', '.tsx', '/index.ts'].map((end) => base + end).filter((name) => names.has(name));
    },
  );

describe('the house', () => {
  it('defines colours in src/theme and nowhere else', () => {
    const colour = /#[0-9a-fA-F]{3,8}\b(?![^'"]*['"]\s*,\s*'ghost)|\brgba?\(|\bhsla?\(|\boklch\(/;
    const found = files
      .filter(
        ({ name, text }) => !name.startsWith('theme') && colour.test(text.replaceAll(/'#content'|"#content"/g, '')),
      )
      .map(({ name }) => name);
    expect(found).toEqual([]);
    expect(files.some(({ name, text }) => name.startsWith('theme') && colour.test(text))).toBe(true);
  });
  it('writes dates through Intl alone', () => {
    expect(files.filter(({ text }) => /toLocale(Date|Time)?String\(/.test(text)).map(({ name }) => name)).toEqual([]);
  });
  it('has at most 25 files in a folder', () => {
    const sizes = new Map<string, number>();
    for (const { name } of files) sizes.set(dirname(name), (sizes.get(dirname(name)) ?? 0) + 1);
    expect([...sizes].filter(([, size]) => size > 25)).toEqual([]);
  });
  it('has no circle of imports', () => {
    const left = new Map(
      files.filter(({ name }) => /\.tsx?$/.test(name)).map(({ name, text }) => [name, importsOf(name, text)]),
    );
    expect(left.size).toBeGreaterThan(900);
    // A module without imports that are left is in no circle.
    for (let before = Infinity; left.size < before;) {
      before = left.size;
      for (const [name, imports] of left) if (!imports.some((one) => left.has(one))) left.delete(name);
    }
    expect([...left.keys()]).toEqual([]);
  });
  it('has a word for every place that asks for one, and none that nobody says', () => {
    const all = files
      .filter(({ name }) => !name.startsWith('i18n') && !/\.(en|fr)\.ts$/.test(name))
      .map(({ text }) => text)
      .join('\n');
    const groups = Object.entries(en).flatMap(([group, words]) =>
      Object.keys(words).map((word) => [group, word] as const),
    );
    const said = new Set([...all.matchAll(/\b\w+\/\w+/g)].map(([one]) => one)); // the quick answer for nearly all of them
    const stems = [...all.matchAll(/`([a-z]\w*\/\w*)\$\{/gi)].map(([, stem]) => String(stem)); // the words behind `group/stem${…}`
    const unsaid = groups.filter(([group, word]) => {
      const stem = word.replace(/_(zero|one|other)$/, '');
      return (
        !stems.some((known) => `${group}/${word}`.startsWith(known)) &&
        !said.has(`${group}/${stem}`) &&
        !all.includes(`${group}/${stem}`) &&
        ![
          'facts',
          'entry',
          'because',
          'role',
          'purpose',
          'level',
          'asked',
          'tried',
          'denied',
          'dispatchGround',
        ].includes(group)
      );
    });
    expect(unsaid.map(([group, word]) => `${group}/${word}`)).toEqual([]);
  });
});
