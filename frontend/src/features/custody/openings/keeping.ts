/** Custodian and national file number of a downloaded original. Pure. */
export type Keeping = { custodian: string; file_number: string };

/** As the server takes it. */
export const kept = ({ custodian, file_number }: Keeping): Keeping => ({
  custodian: custodian.trim(),
  file_number: file_number.trim(),
});
