/** Requests and answer times between the party and each other country. */
import { readReciprocityOptions } from '@/api/generated/@tanstack/react-query.gen';

export type { AnswerTimesView, ReciprocityView } from '@/api/generated/types.gen';

export const reciprocityQuery = (jit: string) => readReciprocityOptions({ path: { jit } });
