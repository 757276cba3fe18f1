/** Types of the lines of an entry and of the tools that write them. */
import type { TFunction } from 'i18next';

export type Saying = {
  t: TFunction;
  word: (group: 'level' | 'purpose' | 'role' | 'value', value: string) => string;
  partyName: (code: string) => string;
  zone: string;
  locale: string;
};
export type Said = { label: string | null; text: string };
