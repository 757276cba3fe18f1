/** The exhibit of a decision. */
export type Subject = { id: string; number: string; version: number };
