/** The current tab of a row that is wider than the screen is scrolled into view. */
import { render } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useCurrentInView } from '@/app/shell/navigation/useCurrentInView';

function Bar({ current }: { current: string }) {
  const bar = useCurrentInView(current);
  return (
    <nav ref={bar}>
      {['first', 'last'].map((one) => (
        <a key={one} href={`#${one}`} aria-current={one === current ? 'page' : undefined}>
          {one}
        </a>
      ))}
    </nav>
  );
}

it('scrolls to the current tab at the end, and back to the one at the beginning', () => {
  const places: Record<string, [number, number]> = { first: [-280, -200], last: [350, 430] };
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const [left, right] = places[this.textContent] ?? [0, 390];
    return new DOMRect(left, 0, right - left, 44);
  });
  const { container, rerender } = render(<Bar current="last" />);
  const bar = container.querySelector('nav');
  expect(bar?.scrollLeft).toBe(40);
  if (bar) bar.scrollLeft = 280;
  rerender(<Bar current="first" />);
  expect(bar?.scrollLeft).toBe(0);
});
