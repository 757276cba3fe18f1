/** What others wrote is kept as it came, and shown so that nothing in it hides. */
import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FileName } from '@/components/text/FileName';
import { visible } from '@/lib/visible';

describe('visible', () => {
  it.each([
    ['invoice\u202efdp.exe', 'invoice‹U+202E›fdp.exe'],
    ['a\u2066b\u2069', 'a‹U+2066›b‹U+2069›'],
    ['Noor\u200b', 'Noor‹U+200B›'],
    ['so\u00adft', 'so‹U+00AD›ft'],
    ['\ufeffbom', '‹U+FEFF›bom'],
    ['esc\u001b[0m\u007f', 'esc‹U+001B›[0m‹U+007F›'],
    ['line\u2028two', 'line‹U+2028›two'],
    ['tag\u{e0041}', 'tag‹U+E0041›'],
    ['own\ue000', 'own‹U+E000›'],
    ['half\ud800', 'half‹U+D800›'],
    ['blank\u3164\u2800', 'blank‹U+3164›‹U+2800›'],
    ['join\u200dner\u200c.txt', 'join‹U+200D›ner‹U+200C›.txt'],
    ['pick\ufe0f', 'pick‹U+FE0F›'],
  ])('spells out what a reader would not see: %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it.each(['First\n\tthen', 'José Müller', 'Żółć', 'محمد', 'می\u200cروم', '👩‍💻 ❤️ 1️⃣', 'Ελλάδα', '李'])(
    'leaves what it sees as it is: %j',
    (text) => {
      expect(visible(text)).toBe(text);
    },
  );
});

describe('a file name', () => {
  it('of another direction stays apart from what stands beside it', () => {
    const { container } = render(<FileName>{'report\u202etxt.exe'}</FileName>);
    expect(container.innerHTML).toBe('<bdi>report‹U+202E›txt.exe</bdi>');
  });
});
