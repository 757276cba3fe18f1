/** CSV files: what is read from one, the template, and a list of one-time codes that a spreadsheet opens safely. */

export const COLUMNS = [
  'party',
  'authority',
  'name',
  'email',
  'roles',
  'function',
  'until',
  'seconded_to',
  'entrustment',
] as const;

/** Characters with which a cell begins that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const BOM = '\u{FEFF}';

/** A cell as text: a leading apostrophe keeps a spreadsheet from running it. */
export function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A file with a byte order mark, by which spreadsheets recognise UTF-8. */
export function csv(rows: readonly (readonly string[])[]): string {
  return BOM + rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** The template, with the codes of this team in an example row. */
export function template(party: string, authority: string): string {
  return csv([COLUMNS, [party, authority, 'Robin Example', 'robin@example.org', 'member', 'police', '', '', '']]);
}

/** A file is not in UTF-8. */
export class EncodingError extends Error {}

/** The text of a file in UTF-8. Throws `EncodingError` for another encoding. */
export async function textOf(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new EncodingError();
  }
}

/** Hands a file to the browser to be saved. */
export function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
