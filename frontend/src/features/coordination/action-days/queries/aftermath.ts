/** Queries and changes of results, press statement and debriefs of an action day. */
import {
  listDebriefsOptions,
  listResultsOptions,
  readMediaLineOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  approveMediaLine as approveLine,
  linkResult as linkOne,
  recordResult as recordOne,
  writeDebrief as putDebrief,
  writeMediaLine as putLine,
} from '@/api/generated/sdk.gen';
import type { MediaLineForm, MediaLineView, ResultForm, ResultView } from '@/api/views';
import { ifMatch } from '@/api/headers';

export const resultsQuery = (jit: string, operation: string) =>
  listResultsOptions({ path: { jit, operation }, query: { limit: 100 } });
export const mediaLineQuery = (jit: string, operation: string) => readMediaLineOptions({ path: { jit, operation } });
export const debriefsQuery = (jit: string, operation: string) => listDebriefsOptions({ path: { jit, operation } });

export async function recordResult(jit: string, operation: string, action: string, body: ResultForm): Promise<void> {
  await recordOne({ path: { jit, operation, action }, body, throwOnError: true });
}

export async function linkResult(jit: string, operation: string, result: ResultView, evidence: string): Promise<void> {
  await linkOne({
    path: { jit, operation, action: result.action, result: result.id },
    body: { evidence },
    throwOnError: true,
  });
}

export async function writeMediaLine(
  jit: string,
  operation: string,
  expected: number,
  body: MediaLineForm,
): Promise<MediaLineView> {
  return (await putLine({ path: { jit, operation }, body, headers: ifMatch(expected), throwOnError: true })).data;
}

export async function approveMediaLine(jit: string, operation: string, one: number): Promise<MediaLineView> {
  return (await approveLine({ path: { jit, operation }, body: { line_version: one }, throwOnError: true })).data;
}

export const writeDebrief = async (jit: string, operation: string, expected: number, text: string) =>
  (await putDebrief({ path: { jit, operation }, body: { text }, headers: ifMatch(expected), throwOnError: true })).data;
