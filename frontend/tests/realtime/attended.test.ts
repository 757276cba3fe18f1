import { describe, expect, it, vi } from 'vitest';

describe('an unattended page', () => {
  it('says so after a minute without pointer or keyboard, and no longer once somebody is back', async () => {
    vi.useFakeTimers();
    const { attended } = await import('@/api/attended');
    expect(attended()).toBe(true);
    vi.advanceTimersByTime(60_001);
    expect(attended()).toBe(false);
    dispatchEvent(new Event('keydown'));
    expect(attended()).toBe(true);
    vi.useRealTimers();
  });
});
