/** An exhibit as a decision names it. */
export type Subject = { id: string; number: string; version: number };
