/** Which queries a fact about an action day makes stale. Part of the exhaustive table in facts.ts. */
import { keys, type Key } from '@/api/queries';
import type { Fact } from './frames';
import type { FactKind } from './kinds';

export type Touched = (jit: string, fact: Fact) => Key[];

const day: Touched = (jit, { subject }) => [
  keys.operations(jit),
  ...(subject.operation ? [keys.belowDay(jit, subject.operation)] : []),
];
const word: Touched = (jit, { subject }) => [
  keys.operations(jit),
  ...(subject.operation ? [keys.operation(jit, subject.operation)] : []),
];
const board: Touched = (jit, { subject }) =>
  subject.operation ? [keys.board(jit, subject.operation), keys.checks(jit, subject.operation)] : [];
const results: Touched = (jit, { subject }) => (subject.operation ? [keys.results(jit, subject.operation)] : []);
const mediaLine: Touched = (jit, { subject }) => (subject.operation ? [keys.mediaLine(jit, subject.operation)] : []);
const ticker: Touched = (jit, { subject }) => (subject.operation ? [keys.ticker(jit, subject.operation)] : []);
const protectedOnes: Touched = (jit, { subject }) =>
  subject.operation ? [keys.protected(jit, subject.operation)] : [];

export const OPERATION_TOUCHES = {
  'operation.planned': day,
  'operation.changed': day,
  'operation.go_asked': day,
  'operation.state_changed': day,
  'operation.word_given': word,
  'operation.reported': ticker,
  'protected.entered': protectedOnes,
  'protected.lifted': protectedOnes,
  'action.planned': board,
  'action.changed': board,
  'action.shared': board,
  'action.moved': board,
  'action.result_recorded': results,
  'action.result_linked': results,
  'operation.debriefed': (jit, { subject }) => (subject.operation ? [keys.debriefs(jit, subject.operation)] : []),
  'media_line.written': mediaLine,
  'media_line.approved': mediaLine,
} satisfies Partial<Record<FactKind, Touched>>;
