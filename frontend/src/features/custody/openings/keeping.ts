/** Who keeps an original that is taken, and under which national file number. Pure. */
export type Keeping = { custodian: string; fileNumber: string };

/** As the server takes it, once both are said. */
export function kept({ custodian, fileNumber }: Keeping): { custodian: string; file_number: string } | null {
  const said = { custodian: custodian.trim(), file_number: fileNumber.trim() };
  return said.custodian && said.file_number ? said : null;
}
