import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTyped } from '@/lib/useTyped';

describe('what is typed into a search field', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const field = (q?: string) => {
    const asked: (string | undefined)[] = [];
    const { result, rerender } = renderHook(
      (props: { q: string | undefined }) => useTyped(props.q, (words) => asked.push(words), 250),
      { initialProps: { q } },
    );
    return {
      asked,
      text: () => result.current[0],
      type: (words: string, wait = 0) =>
        act(() => {
          result.current[1](words);
          vi.advanceTimersByTime(wait);
        }),
      wait: () =>
        act(() => {
          vi.advanceTimersByTime(300);
        }),
      told: (words: string | undefined) => rerender({ q: words }),
    };
  };

  it('is asked for once it stands, without the spaces around it, which stay in the field', () => {
    const one = field();
    one.type('blu');
    one.type('blue ', 300);
    expect(one.asked).toEqual(['blue']);
    one.told('blue');
    expect(one.text()).toBe('blue ');
  });
  it('stays when the address says back what was asked before it', () => {
    const one = field();
    one.type('blue', 300);
    one.type('blue c');
    one.told('blue');
    expect(one.text()).toBe('blue c');
    one.wait();
    one.type('blue car', 300);
    expect(one.asked).toEqual(['blue', 'blue c', 'blue car']);
    one.told('blue c');
    expect(one.text()).toBe('blue car');
    one.told('blue car');
    expect(one.text()).toBe('blue car');
  });
  it('gives way to what comes from elsewhere, and so does what was not yet asked', () => {
    const one = field('van');
    expect(one.text()).toBe('van');
    one.type('vans');
    one.told(undefined);
    expect(one.text()).toBe('');
    one.wait();
    expect(one.asked).toEqual([]);
    one.told('van');
    expect(one.text()).toBe('van');
  });
  it('gives way also to words that were once asked here', () => {
    const one = field();
    one.type('blue', 300);
    one.told('blue');
    one.told(undefined);
    one.told('blue');
    expect(one.text()).toBe('blue');
  });
  it('is not asked again for a space alone, but after it was taken back', () => {
    const one = field('blue');
    one.type('blue ', 300);
    expect(one.asked).toEqual([]);
    one.type('', 300);
    one.type('blue', 300);
    expect(one.asked).toEqual([undefined, 'blue']);
  });
});
