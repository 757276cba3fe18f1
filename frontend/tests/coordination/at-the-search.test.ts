import { Byte, Encoder } from '@nuintun/qrcode';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '@/api/problem';
import { drawn, isCode, offerAddress, readCode, typed } from '@/features/coordination/search-and-seizure/codes/codes';
import { decode } from '@/features/coordination/search-and-seizure/codes/scan';
import { came, sendThing, type Server } from '@/features/coordination/search-and-seizure/queue/send';
import {
  again,
  emptyDraft,
  isSent,
  needs,
  next,
  shed,
  spareOf,
  standing,
  thingOf,
  withOffer,
  without,
  type Draft,
  type Thing,
} from '@/features/coordination/search-and-seizure/queue/thing';

const JIT = '01a20e98-fdae-7053-b484-383a8fc0548d';
const ORIGIN = 'https://liaison.example';
const BEGUN = { at: '2026-05-16T07:30:00.000Z', zone: 'Europe/Amsterdam', offset: 2 };
const PHOTO = { id: 'p1', name: 'seal.jpg', type: 'image/jpeg', size: 3, sha256: 'ab', at: BEGUN.at };

function draft(changes: Partial<Draft> = {}): Draft {
  return {
    ...emptyDraft({ kind: 'new' }, BEGUN),
    title: ' Telephone ',
    place: 'Delft',
    legalBasis: 'Art. 94 Sv',
    ...changes,
  };
}

function thing(changes: Partial<Draft> = {}): Thing {
  let count = 0;
  return thingOf(draft(changes), { no: 1, jit: JIT, seat: 's', who: 'Noor' }, () => `key-${String((count += 1))}`);
}

/** A server that answers; `told` is what it was asked, in order. */
function server(changes: Partial<Record<keyof Server, unknown>> = {}) {
  const told: unknown[][] = [];
  let version = 0;
  const note =
    (name: string, answer: (...asked: unknown[]) => unknown) =>
    (...asked: unknown[]) => {
      told.push([name, ...asked]);
      return Promise.resolve().then(() => answer(...asked));
    };
  const view = () => ({ version: (version += 1), handover: { id: 'h' } });
  const all: Record<keyof Server, (...asked: unknown[]) => unknown> = {
    find: () => ({ evidence: 'e', number: 'NL-2026-AAAA' }),
    register: () => ({ evidence: 'e', number: 'NL-2026-AAAA' }),
    physicalCustody: () => ({ version: 7 }),
    record: view,
    offer: view,
    upload: () => 'file-1',
  };
  const made = Object.fromEntries(
    Object.entries({ ...all, ...changes }).map(([name, answer]) => [name, note(name, answer as () => unknown)]),
  );
  return { made: made as unknown as Server, told };
}

describe('a code', () => {
  it('is ours by its address, or typed as it stands on the label', () => {
    expect(readCode(`${ORIGIN}/find/ABCDEFGHJKMN`, ORIGIN, JIT)).toEqual({ kind: 'label', code: 'ABCDEFGHJKMN' });
    expect(readCode('abcd-efgh jkmn', ORIGIN, JIT)).toEqual({ kind: 'label', code: 'ABCDEFGHJKMN' });
    expect(typed('nl-2026-zbhan9en')).toBe('NL-2026-ZBHAN9EN');
    expect(readCode(offerAddress(ORIGIN, JIT, JIT), ORIGIN, JIT)).toEqual({ kind: 'offer', handover: JIT });
  });
  it.each([
    'https://elsewhere.example/find/ABCDEFGHJKMN',
    `${ORIGIN}.evil.example/find/ABCDEFGHJKMN`,
    `${ORIGIN}/find/ABCDEFGHJKM0`,
    `${ORIGIN}/find/../api/me`,
    `${ORIGIN}/jits/other/at-the-search?receive=${JIT}`,
    `${ORIGIN}/jits/${JIT}/at-the-search?receive=..%2F..%2Fme`,
    'javascript:alert(1)',
    'nonsense',
    '',
    `${ORIGIN}/find/ABCDEFGHJKMN/x`,
  ])('that leads elsewhere leads nowhere: %s', (text) => {
    expect(readCode(text, ORIGIN, JIT)).toEqual({ kind: 'foreign' });
  });
  it('is read as it was drawn', () => {
    const text = offerAddress(ORIGIN, JIT, JIT);
    const { size, path } = drawn(text);
    const scale = 4;
    const image = {
      width: size * scale,
      height: size * scale,
      data: new Uint8ClampedArray(size * size * scale * scale * 4).fill(255),
      colorSpace: 'srgb',
    };
    for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
      for (let down = 0; down < scale; down += 1)
        for (let right = 0; right < scale; right += 1)
          image.data.fill(
            0,
            ((Number(y) * scale + down) * image.width + Number(x) * scale + right) * 4,
            ((Number(y) * scale + down) * image.width + Number(x) * scale + right) * 4 + 3,
          );
    }
    expect(decode(image as ImageData)).toBe(text);
    expect(size).toBe(new Encoder({ level: 'M' }).encode(new Byte(text)).size + 8);
  });
  it('that is none is no fault', () => {
    expect(
      decode({ width: 64, height: 64, data: new Uint8ClampedArray(64 * 64 * 4).fill(127), colorSpace: 'srgb' }),
    ).toBeNull();
  });
});

describe('what is entered', () => {
  it('says what it lacks', () => {
    expect(needs(emptyDraft({ kind: 'new' }, BEGUN))).toEqual(['title', 'legalBasis', 'place']);
    expect(needs(draft({ photos: [PHOTO] }))).toEqual(['seal']);
    expect(needs(emptyDraft({ kind: 'code', code: 'X' }, BEGUN))).toEqual(['place']);
    expect(needs({ ...emptyDraft({ kind: 'code', code: 'X' }, BEGUN), taken: 'already' })).toEqual(['nothing']);
    expect(needs(draft())).toEqual([]);
  });
  it('is registered under the blank label that it bears, and looked up under any other', () => {
    const [registered] = thing({ subject: { kind: 'new', label: 'ABCDEFGHJKMN' } }).steps;
    expect(registered?.do === 'register' && registered.form.label).toBe('ABCDEFGHJKMN');
    const [plain] = thing().steps;
    expect(plain?.do === 'register' && 'label' in plain.form).toBe(false);
    expect(thing({ subject: { kind: 'code', code: 'ABCDEFGHJKMN' } }).steps[0]?.do).toBe('find');
    expect(isCode('ABCDEFGHJKMN')).toBe(true);
    expect(isCode('NL-2026-ZBHAN9EN')).toBe(false);
  });
  it('becomes steps in the order in which it was done, each with a key of its own', () => {
    const made = thing({ photos: [PHOTO], seal: 'A 1', sealed: { ...BEGUN, at: '2026-05-16T07:40:00.000Z' } });
    expect(made.steps.map((one) => one.do)).toEqual(['register', 'photograph', 'act', 'act']);
    expect(new Set(made.steps.map(({ key }) => key)).size).toBe(4);
    const [seized, sealed] = made.steps.filter((one) => one.do === 'act');
    expect(seized?.form.occurred).toEqual({
      at: BEGUN.at,
      zone: 'Europe/Amsterdam',
      source: 'device',
      clock_offset_seconds: 2,
    });
    expect([sealed?.form.seal, sealed?.form.occurred?.at, sealed?.shows]).toEqual([
      'A 1',
      '2026-05-16T07:40:00.000Z',
      'p1',
    ]);
    expect([made.version, made.number]).toEqual([0, null]);
  });
});

describe('sending', () => {
  it('goes step by step, each on the version that the one before it left', async () => {
    const { made, told } = server();
    const kept = vi.fn(() => Promise.resolve());
    expect(await sendThing(thing({ photos: [PHOTO], seal: 'A 1' }), kept, made)).toBe('sent');
    expect(told.map(([name]) => name)).toEqual(['register', 'upload', 'record', 'record']);
    expect(told.filter(([name]) => name === 'record').map(([, , , key, version]) => [key, version])).toEqual([
      ['key-4', 0],
      ['key-5', 1],
    ]);
    expect((told[3]?.[5] as { photograph: string }).photograph).toBe('file-1');
    expect(kept).toHaveBeenCalledTimes(4);
  });
  it('goes on where it stood, under the same keys, and says the same', async () => {
    let now = withOffer(thing(), 'NL-07', 4, BEGUN, () => 'key-o');
    const keep = (to: Thing) => {
      now = JSON.parse(JSON.stringify(to)) as Thing;
      return Promise.resolve();
    };
    const cut = () => {
      throw new Problem(0, 'no-answer', '');
    };
    const first = server({ offer: cut });
    expect(await sendThing(now, keep, first.made)).toBe('later');
    const second = server();
    expect(await sendThing(now, keep, second.made)).toBe('sent');
    expect(second.told).toEqual([first.told.at(-1)]);
    expect(first.told.at(-1)?.[3]).toBe('key-o');
    expect(now.handover).toBe('h');
  });
  it.each([
    [0, 'later'],
    [503, 'later'],
    [429, 'later'],
    [423, 'later'],
    [401, 'signedOut'],
    [409, 'refused'],
    [412, 'refused'],
    [422, 'refused'],
    [404, 'refused'],
    [403, 'refused'],
    [507, 'refused'],
  ] as const)('%i means %s', (status, outcome) => {
    expect(came({ status, code: '', detail: '', fields: [] })).toBe(outcome);
  });
  it('goes without a label, or a moment, that the server does not take', async () => {
    const refuse = (field: string) => () => {
      throw new Problem(422, 'invalid', 'No', [{ field, message: 'No' }]);
    };
    let now = thing({ subject: { kind: 'new', label: 'ABCDEFGHJKMN' }, seal: 'A 1' });
    const keep = (to: Thing) => {
      now = to;
      return Promise.resolve();
    };
    expect(spareOf(now)).toBeNull();
    expect(await sendThing(now, keep, server({ register: refuse('label') }).made)).toBe('refused');
    expect(spareOf(now)).toBe('label');
    now = without(now, 'label', () => 'key-l');
    expect(await sendThing(now, keep, server({ record: refuse('occurred.at') }).made)).toBe('refused');
    expect([now.steps[0]?.key, spareOf(now)]).toEqual(['key-l', 'moment']);
    now = without(now, 'moment', () => 'key-m');
    const { made, told } = server();
    expect(await sendThing(now, keep, made)).toBe('sent');
    expect(told.map(([name]) => name)).toEqual(['record', 'record']);
    expect(told.map((one) => (one[5] as { occurred: unknown }).occurred === null)).toEqual([true, false]);
  });
  it('stops at what is refused, keeps why, and drops nothing', async () => {
    const refuse = () => {
      throw new Problem(412, 'stale', 'Somebody else');
    };
    let now = thing({ seal: 'A 1' });
    const keep = (to: Thing) => {
      now = to;
      return Promise.resolve();
    };
    expect(await sendThing(now, keep, server({ record: refuse }).made)).toBe('refused');
    expect([standing(now), next(now)?.why?.status, now.steps.length]).toEqual(['refused', 412, 3]);
    expect(await sendThing(now, keep, server().made)).toBe('refused');
    const tried = server();
    expect(await sendThing(again(now), keep, tried.made)).toBe('sent');
    expect(tried.told.map(([name]) => name)).toEqual(['physicalCustody', 'record', 'record']);
    expect(isSent(now)).toBe(true);
    expect([shed(now).title, shed(now).steps, shed(now).number]).toEqual(['', [], 'NL-2026-AAAA']);
  });
});
