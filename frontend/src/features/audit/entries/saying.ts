/** Types of the lines of an entry and of the tools that write them. */
import type { TFunction } from 'i18next';
import type { useWord } from '@/i18n/useWord';

export type Saying = {
  t: TFunction;
  word: ReturnType<typeof useWord>;
  partyName: (code: string) => string;
  deadlineName: (rule: string) => string;
  zone: string;
  locale: string;
};
export type Said = { label: string | null; text: string };
