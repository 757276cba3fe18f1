/** What is entered for several exhibits at once: their source, what each becomes, and what the user changed of it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { Origin } from '@/features/evidence/registration/origins';
import type { Values } from '@/features/evidence/registration/form';
import { useOrigins } from '@/features/evidence/registration/useOrigins';
import { itemsOfCsv, itemsOfFiles, lacking, MOST, type Item } from './items';

export type Source = 'csv' | 'folder';
type Read = { items: Item[]; problems: string[] };
/** What the user gave to an exhibit, by the key of its line or file. */
type Given = ReadonlyMap<string, Partial<Values>>;
/** As it is kept on this device: without the files. */
export type Entered = { source: Source; read: Read | null; given: [string, Partial<Values>][]; left: string[] };

const NO_FILES: File[] = [];

export function useBulk() {
  const { t } = useTranslation();
  const { zone } = useTeam();
  const [source, setSource] = useState<Source>('csv');
  const [how, setHow] = useState<'each' | 'together'>('each');
  const [read, setRead] = useState<Read | null>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [given, setGiven] = useState<Given>(new Map());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const origins = useOrigins(source === 'folder' && how === 'each' ? files : NO_FILES);
  const ofFolder: Read = { items: itemsOfFiles(files), problems: [] };
  if (files.length > MOST) ofFolder.problems.push(t('bulk/tooMany', { most: MOST }));
  const found = source === 'csv' ? read : files.length > 0 ? ofFolder : null;
  const items = (found?.items ?? []).map((item) => ({ ...item, values: { ...item.values, ...given.get(item.key) } }));
  const selected = items.filter(({ key }) => !left.has(key));
  const bad = items.filter(({ problems }) => problems.length > 0);
  const untitled = items.some(({ values }) => values.title.trim() === '');
  const give = (to: readonly Item[], of: (item: Item) => Partial<Values>) =>
    setGiven(
      (before) =>
        new Map([...before, ...to.map((item) => [item.key, { ...before.get(item.key), ...of(item) }] as const)]),
    );
  return {
    source,
    setSource,
    how,
    setHow,
    files,
    setFiles,
    found,
    items,
    selected,
    bad,
    left,
    setLeft,
    give,
    together: source === 'folder' && how === 'together',
    ready: items.length > 0 && bad.length === 0 && !untitled && found?.problems.length === 0,
    incomplete: items.filter(({ values }) => lacking(values).length > 0),
    originAt: (line: number): Origin | null =>
      source === 'folder' ? (origins.get(files[line - 1] as File) ?? null) : null,
    async readCsv(file: File) {
      setRead(itemsOfCsv(await file.text(), zone, t));
      // What was given belongs to the lines of the former file.
      setGiven(new Map());
      setLeft(new Set());
    },
    entered: (): Entered => ({ source, read, given: [...given], left: [...left] }),
    restore(entered: Entered) {
      setSource(entered.source);
      setRead(entered.read);
      setGiven(new Map(entered.given));
      setLeft(new Set(entered.left));
    },
    touched: read !== null || files.length > 0,
  };
}

export type Bulk = ReturnType<typeof useBulk>;
