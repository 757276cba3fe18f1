/** The words of the page, a file for each noun: source of every other language and of the type of t(). Sentences say what happened, what was not lost and what to do next. */
import { first } from './first.en';
import { screens } from './screens.en';

export const en = { ...first, ...screens };
export type Words = typeof en;
