/**
 * Sending what was kept, step by step and in order. What had no answer is sent again under the same key; what was refused stops
 * its own thing alone, and is told; nothing is dropped. Not here: when it is tried (queue.ts).
 */
import * as api from '@/features/coordination/search-and-seizure/queries';
import { neverJudged, Problem } from '@/api/problem';
import { upload } from './upload';
import { next, type Refusal, type Step, type Thing } from './thing';

/** Result of an attempt: all sent, something refused, retry later (network or server), or sign-in needed. */
export type Came = 'sent' | 'refused' | 'later' | 'signedOut';

export type Server = Pick<typeof api, 'find' | 'register' | 'physicalCustody' | 'record' | 'offer'> & {
  upload: typeof upload;
};
const SERVER: Server = { ...api, upload };

/** Neither says anything about what was sent: it is tried again. */
export function came(problem: Refusal): Exclude<Came, 'sent'> {
  if (problem.status === 401) return 'signedOut';
  return neverJudged(problem) ? 'later' : 'refused';
}

const refusalOf = (error: unknown): Refusal =>
  error instanceof Problem
    ? { status: error.status, code: error.code, detail: error.detail, fields: error.fields }
    : { status: -1, code: 'broken', detail: error instanceof Error ? error.message : String(error), fields: [] };

/** Each step is kept as sent before the next one begins. */
export async function sendThing(
  thing: Thing,
  keep: (thing: Thing) => Promise<void>,
  server: Server = SERVER,
): Promise<Came> {
  let now = thing;
  for (let step = next(now); step; step = next(now)) {
    if (step.state === 'refused') return 'refused';
    const { key } = step;
    try {
      const to = await sendStep(now, step, server, async (half) => {
        now = replaced(now, half);
        await keep(now);
      });
      now = { ...replaced(now, { ...to.step, state: 'sent' }), ...to.thing };
    } catch (error) {
      const why = refusalOf(error);
      const outcome = came(why);
      if (outcome === 'refused')
        await keep({
          ...now,
          steps: now.steps.map((one) => (one.key === key ? { ...one, state: 'refused', why } : one)),
        });
      return outcome;
    }
    await keep(now);
  }
  return 'sent';
}

const replaced = (thing: Thing, step: Step): Thing => ({
  ...thing,
  steps: thing.steps.map((one) => (one.key === step.key ? step : one)),
});

type To = { step: Step; thing: Partial<Thing> };

async function sendStep(thing: Thing, step: Step, server: Server, half: (step: Step) => Promise<void>): Promise<To> {
  const { jit } = thing;
  if (step.do === 'find') return { step, thing: await server.find(jit, step.code) };
  if (step.do === 'register') return { step, thing: await server.register(jit, step.key, step.form) };
  const { evidence } = thing;
  if (evidence === null) throw new Error('no exhibit');
  if (step.do === 'photograph') {
    const file = await server.upload(jit, evidence, step.photo, step.url, (url) => half({ ...step, url }));
    return { step: { ...step, file }, thing: {} };
  }
  if (step.do === 'act') {
    const version = thing.version ?? (await server.physicalCustody(jit, evidence)).version;
    const view = await server.record(jit, evidence, step.key, version, {
      ...step.form,
      photograph: fileOf(thing, step.shows),
    });
    return { step, thing: { version: view.version } };
  }
  // Sent again it must say the same: by when it is answered counts from the first time, and is kept before.
  const offered = { ...step, due: step.due ?? new Date(Date.now() + step.hours * 3_600_000).toISOString() };
  if (step.due === null) await half(offered);
  const version = thing.version ?? (await server.physicalCustody(jit, evidence)).version;
  const body = { party: partyOf(step.seat), seat: step.seat, occurred: step.occurred ?? null, due_at: offered.due };
  const view = await server.offer(jit, evidence, step.key, version, body);
  return { step: offered, thing: { version: view.version, handover: view.handover?.id ?? null } };
}

/** A seat's code begins with its party's. */
const partyOf = (seat: string) => seat.slice(0, seat.lastIndexOf('-'));

const fileOf = (thing: Thing, photo: string | null): string | null => {
  for (const one of thing.steps) if (one.do === 'photograph' && one.photo.id === photo) return one.file;
  return null;
};
