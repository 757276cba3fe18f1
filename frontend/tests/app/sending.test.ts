import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { belongsTo } from '@/api/owner';
import { isStale, Problem, problemFrom } from '@/api/problem';
import { interrupted, storage } from '@/features/evidence/files/storage';
import { uploads } from '@/features/evidence/files/uploads';
import { remainingText } from '@/lib/remainingText';
import { useSendingKey } from '@/lib/useSendingKey';

describe('without an answer', () => {
  it('it is known of a read that nothing was changed, and of a write nothing', () => {
    expect(problemFrom(new TypeError('Failed to fetch'), undefined, 'GET')).toMatchObject({
      status: 0,
      code: 'no-answer',
    });
    expect(problemFrom(new TypeError('Failed to fetch'), undefined, 'POST')).toMatchObject({
      status: 0,
      code: 'unknown-outcome',
    });
  });
  it('what somebody changed since is told apart', () => {
    expect([isStale(new Problem(412, 'stale', '')), isStale(new Problem(409, 'x', '')), isStale(new Error())]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('what was typed while it was sent', () => {
  it('is left to say, and nothing that was said', () => {
    expect(remainingText('Half.', 'Half.')).toBe('');
    expect(remainingText('Half. And more', 'Half.')).toBe('And more');
    expect(remainingText('Another text', 'Half.')).toBe('Another text');
  });
});

describe('what is sent once more', () => {
  afterEach(cleanup);
  it('has the same key on every drawing of its form', () => {
    const { result, rerender } = renderHook(useSendingKey);
    const key = result.current({ title: 'Stick' });
    rerender();
    expect([result.current({ title: 'Stick' }) === key, result.current({ title: 'Disk' }) === key]).toEqual([
      true,
      false,
    ]);
  });
});

describe('what one account began in a page', () => {
  beforeEach(() => {
    localStorage.clear();
    belongsTo(null);
  });
  it('is told to nobody else', async () => {
    const uploadUrl = 'https://x/api/jits/j/evidence/e/files/f';
    belongsTo('noor');
    await storage.addUpload('mark', { size: 1, creationTime: '', uploadUrl });
    expect(interrupted('j')).toEqual([{ evidence: 'e', url: uploadUrl }]);
    belongsTo('jonas');
    expect([interrupted('j'), await storage.findUploadsByFingerprint('mark')]).toEqual([[], []]);
    belongsTo('noor');
    expect(interrupted('j')).toHaveLength(1);
  });
  it('stops when another comes, and is counted; the same one again changes nothing', () => {
    belongsTo('noor');
    const asked = { jit: 'j', evidence: 'e', number: 'NL-1', file: new File(['x'], 'x'), expected: null };
    for (let count = 0; count < 3; count += 1) uploads.add(asked);
    expect(belongsTo('noor')).toBe(0);
    expect(belongsTo(null)).toBe(3);
    expect(belongsTo('jonas')).toBe(0);
  });
});
