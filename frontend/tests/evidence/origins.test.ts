/** Times that a file states about its own origin. */
import { describe, expect, it } from 'vitest';
import { momentOf, originOf } from '@/features/evidence/registration/origins';

/** The headers of a JPEG file written by Pillow: DateTime 2026-12-01 08:00, DateTimeOriginal 2026-11-30 10:15:22. */
const HEAD = '/9j/4AAQSkZJRgABAQAAAQABAAD/4Q';
const WITH_OFFSET =
  'B8RXhpZgAATU0AKgAAAAgAAgEyAAIAAAAUAAAAJodpAAQAAAABAAAAOgAAAAAyMDI2OjEyOjAxIDA4OjAwOjAwAAACkAMAAgAAABQAAABYkBEAAgAAAAcAAABsAAAAADIwMjY6MTE6MzAgMTA6MTU6MjIAKzAyOjAwAAD/2Q==';
const WITHOUT_OFFSET =
  'BoRXhpZgAATU0AKgAAAAgAAgEyAAIAAAAUAAAAJodpAAQAAAABAAAAOgAAAAAyMDI2OjEyOjAxIDA4OjAwOjAwAAABkAMAAgAAABQAAABMAAAAADIwMjY6MTE6MzAgMTA6MTU6MjIA/9k=';

const photograph = (rest: string) =>
  new File([Uint8Array.from(atob(HEAD + rest), (one) => one.charCodeAt(0))], 'IMG_1.JPG');
const file = (name: string, text: string) => new File([text], name);

describe('the time that a file states', () => {
  it('is the one of the photograph, with its offset or without a zone', async () => {
    const original = { file: 'IMG_1.JPG', source: 'photograph', at: '2026-11-30T10:15:22', by: null };
    expect(await originOf(photograph(WITH_OFFSET))).toEqual({ ...original, offset: '+02:00' });
    expect(await originOf(photograph(WITHOUT_OFFSET))).toEqual({ ...original, offset: null });
    expect(await originOf(file('broken.jpg', 'no picture'))).toBeNull();
  });
  it.each([
    ['Date: Mon, 30 Nov 2026 10:15:22 +0100', '2026-11-30T10:15:22', '+01:00'],
    ['Date: 30 Nov 2026\r\n 10:15 EST (winter)', '2026-11-30T10:15:00', '-05:00'],
    ['Date: Mon, 30 Nov 2026 10:15:22 IST', '2026-11-30T10:15:22', null],
  ])('is the date of an e-mail: %s', async (header, at, offset) => {
    const found = await originOf(file('a.eml', `From: a@b.example\r\n${header}\r\nSubject: x\r\n\r\nDate: never\r\n`));
    expect(found).toMatchObject({ source: 'email', at, offset });
  });
  it.each([['Date: Mon, 31 Feb 2026 10:15:22 +0100'], ['Subject: without a date'], ['Date: yesterday']])(
    'is none in %s',
    async (header) => {
      expect(await originOf(file('a.eml', `${header}\r\n\r\nDate: Mon, 30 Nov 2026 10:15:22 +0100`))).toBeNull();
    },
  );
  it.each([
    ['disk.txt', 'Examiner: R. Mulder\r\nAcquisition started:   Mon Nov 30 10:15:22 2026\r\n', 'R. Mulder'],
    ['disk.info', 'Acquisition started at: 2026-11-30 10:15:22 (ISO format)\n', null],
    ['ewf.log', 'Acquiry started at: Nov 30, 2026 10:15:22\nExaminer name: \n', null],
  ])('is the start of the acquisition in the log %s, without a zone', async (name, text, by) => {
    const found = await originOf(file(name, text));
    expect(found).toEqual({ file: name, source: 'acquisition', at: '2026-11-30T10:15:22', offset: null, by });
  });
  it('is not read from other files', async () => {
    expect(await originOf(file('report.pdf', 'Date: Mon, 30 Nov 2026 10:15:22 +0100'))).toBeNull();
  });
});

it('a time with an offset is shown on the clock of the zone, and names its reading in a repeated hour', () => {
  const at = (time: string, offset: string | null) => ({
    file: '',
    source: 'email' as const,
    at: time,
    offset,
    by: null,
  });
  expect(momentOf(at('2026-11-30T10:15:22', '-05:00'), 'Europe/Amsterdam')).toEqual({
    acquired_at: '2026-11-30T16:15:22',
    reading: null,
  });
  expect(momentOf(at('2026-10-25T02:30:00', '+01:00'), 'Europe/Amsterdam').reading).toBe(1);
  expect(momentOf(at('2026-10-25T02:30:00', '+02:00'), 'Europe/Amsterdam').reading).toBe(0);
  expect(momentOf(at('2026-11-30T10:15:22', null), 'Asia/Tokyo').acquired_at).toBe('2026-11-30T10:15:22');
});
