/** Custodian and national file number of a downloaded original, and those of the last download in this window. */
export type Keeping = { custodian: string; file_number: string };

/** As the server takes it. */
export const kept = ({ custodian, file_number }: Keeping): Keeping => ({
  custodian: custodian.trim(),
  file_number: file_number.trim(),
});

const last = new Map<string, Keeping>();

/** Of the last download by a member in this window, so that several exhibits in a row ask once. `seat`: id of the member. */
export const lastKept = (seat: string): Keeping => last.get(seat) ?? { custodian: '', file_number: '' };

/** Keeps them until the window is closed or reloaded. */
export const keepLast = (seat: string, one: Keeping): void => void last.set(seat, kept(one));
