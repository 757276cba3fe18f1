/** Columns of the exhibit list: which are chosen, and which of them fit beside a readable title. Pure. */
export const COLUMNS = ['originator', 'shared', 'markings', 'files', 'registered', 'number'] as const;
export type Column = (typeof COLUMNS)[number];

export const DEFAULT: readonly Column[] = COLUMNS;

/** In rem. The title takes what the others leave. */
const WIDTHS: Record<Column, number> = {
  originator: 9,
  shared: 13,
  markings: 8.5,
  files: 7,
  registered: 7.5,
  number: 9.5,
};
/** Columns in ascending order of importance. */
const GIVES_WAY: readonly Column[] = ['markings', 'registered', 'files', 'number', 'originator', 'shared'];
const TITLE = 18;
const SELECT = 2;
const GAP = 0.875;

/** The chosen columns that fit into a width in rem, in their order. Columns give way before the title is cut. */
export function fitting(chosen: readonly Column[], width: number): Column[] {
  const left = COLUMNS.filter((one) => chosen.includes(one));
  const needed = () => SELECT + TITLE + left.reduce((sum, one) => sum + WIDTHS[one] + GAP, GAP);
  for (const one of GIVES_WAY) {
    if (needed() <= width) break;
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

export const template = (columns: readonly Column[]): string =>
  `${String(SELECT)}rem minmax(0, 1fr) ${columns.map((one) => `${String(WIDTHS[one])}rem`).join(' ')}`;

/** The known columns among names, which may come from elsewhere. */
export const known = (names: readonly string[]): Column[] => COLUMNS.filter((one) => names.includes(one));
