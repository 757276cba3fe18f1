import { describe, expect, it } from 'vitest';
import { chunkSize, outcome } from '@/features/evidence/files/outcome';
import { measure, remaining } from '@/features/evidence/files/speed';
import { begunOtherwise, fingerprint, forget, interrupted, storage } from '@/features/evidence/files/storage';

describe('the outcome of a refused request', () => {
  it('is final when the declared hash differs: the same bytes are never sent again', () => {
    expect(outcome(409, '{"code":"declared-hash-differs","detail":"kept apart"}')).toEqual({
      outcome: 'hash_differs',
      code: 'declared-hash-differs',
      detail: 'kept apart',
    });
  });
  it('is tried again when only the moment was wrong', () => {
    for (const status of [409, 423, 429, 460, 500, 502, 503]) expect(outcome(status, '').outcome).toBe('again');
    expect(outcome(0, '').outcome).toBe('no-answer');
  });
  it('is not tried again while there is no room, nor when the upload has ended', () => {
    expect(outcome(507, '{"code":"quota-reached"}').outcome).toBe('quota');
    expect(outcome(507, '{"code":"no-space"}').outcome).toBe('full');
    expect(outcome(410, '{"code":"upload-expired"}').outcome).toBe('expired');
  });
  it('is told when it is a refusal', () => {
    expect(outcome(422, '{"detail":"An empty file"}')).toEqual({
      outcome: 'refused',
      code: '',
      detail: 'An empty file',
    });
    expect(outcome(409, '{"code":"withdrawn"}').outcome).toBe('refused');
    expect(outcome(401, '').outcome).toBe('signedOut');
    expect(outcome(404, '<html>').outcome).toBe('refused');
  });
});

describe('pieces', () => {
  it('are never more than the server takes', () => {
    for (const size of [1, 2 ** 31, 2 ** 40, 8 * 2 ** 40]) expect(size / chunkSize(size)).toBeLessThan(10_000);
  });
});

describe('speed', () => {
  it('is measured, smoothed, and starts anew when an upload resumes', () => {
    let meter = measure(null, 0, 0);
    meter = measure(meter, 1_000_000, 1000);
    expect(meter.speed).toBe(1_000_000);
    meter = measure(meter, 3_000_000, 2000);
    expect(meter.speed).toBeCloseTo(1_300_000);
    expect(measure(meter, 3_000_100, 2100)).toBe(meter);
    expect(measure(meter, 500, 3000).speed).toBeNull();
    expect(remaining(3_000_000, 4_300_000, meter.speed)).toBeCloseTo(1);
    expect(remaining(1, 2, null)).toBeNull();
  });
});

describe('what is remembered of an unfinished upload', () => {
  it('finds the same file again, holds no name, and is forgotten', async () => {
    const at = 'http://localhost/api/jits/j/evidence/e/files';
    const url = `${at}/f`;
    const file = { name: 'suspect.E01', size: 5, lastModified: 1 };
    const mark = await fingerprint(file, '/e');
    expect(await fingerprint({ ...file, size: 6 }, '/e')).not.toBe(mark);
    expect(await fingerprint(file, '/other')).not.toBe(mark);
    await storage.addUpload(mark, { size: 5, creationTime: 'now', uploadUrl: url });
    expect(JSON.stringify(Object.entries(localStorage))).not.toContain('suspect');
    expect((await storage.findUploadsByFingerprint(mark))[0]?.uploadUrl).toBe(url);
    expect(interrupted('j')).toEqual([{ evidence: 'e', url }]);
    expect(interrupted('other')).toEqual([]);
    await storage.addUpload(await fingerprint(file, at), { size: 5, creationTime: 'now', uploadUrl: `${at}/f` });
    expect(await begunOtherwise(`${at}/f`, file)).toBe(false);
    expect(await begunOtherwise(`${at}/f`, { ...file, lastModified: 2 })).toBe(true);
    expect(await begunOtherwise(`${at}/unknown`, file)).toBe(false);
    forget(url);
    expect(await storage.findAllUploads()).toEqual([]);
  });
});
