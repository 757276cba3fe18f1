/** The drawn chart of custody and its table: the same acts, for the parties that the reader's entries name. */
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EntryView } from '@/api/views';
import { CustodyChart } from '@/features/custody/events/CustodyChart';
import { renderPart } from '../support/screen';

const entry = (kind: string, hour: string, party: string, fields: Record<string, unknown> = {}): EntryView =>
  ({
    kind,
    at: `2026-11-26T${hour}:00:00.000000Z`,
    party,
    seat: `${party}-01`,
    position: 1,
    commitment: kind + hour,
    subject: {},
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { salt: '', value }])),
  }) as unknown as EntryView;
const ENTRIES = [
  entry('evidence.registered', '08', 'NL', { originator: 'NL' }),
  entry('evidence.released', '09', 'NL', { party: 'DE', level: 'readable' }),
  entry('evidence.released', '10', 'NL', { party: 'FR', level: 'listed' }),
  entry('evidence.opened', '11', 'DE'),
];

describe('CustodyChart', () => {
  beforeEach(() => {
    // jsdom has no layout: the chart is told a width.
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(private readonly tell: (entries: object[]) => void) {}
        observe() {
          this.tell([
            { contentRect: { width: 900, height: 200, x: 0, y: 0, top: 0, left: 0, bottom: 200, right: 900 } },
          ]);
        }
        unobserve() {
          return undefined;
        }
        disconnect() {
          return undefined;
        }
      },
    );
  });

  it('names the parties and acts of all entries, and draws them', async () => {
    await renderPart(<CustodyChart entries={ENTRIES} rest={null} />);
    const drawn = await screen.findByRole('img', { name: /Netherlands, Germany, France/ });
    expect(drawn.getAttribute('aria-label')).toMatch(/registered: 1; released: 2; opened: 1/);
    expect(drawn.querySelectorAll('line').length).toBe(3 + 2);
    expect(screen.getByText(/4 entries that you may read/)).toBeTruthy();
  });

  it('has no lane of a party that the reader does not read of', async () => {
    await renderPart(
      <CustodyChart entries={ENTRIES.filter(({ fields }) => fields?.['party']?.value !== 'FR')} rest={null} />,
    );
    const label = (await screen.findByRole('img', { name: /Netherlands, Germany/ })).getAttribute('aria-label');
    expect(label).not.toContain('France');
  });

  it('has a row for each act in its table, and says that more is being read', async () => {
    const { user } = await renderPart(<CustodyChart entries={ENTRIES} rest="reading" />);
    expect((await screen.findByText(/4 entries/)).textContent).toContain('The rest is being read.');
    await user.click(screen.getByRole('radio', { name: 'Table' }));
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(
      rows.map((row) =>
        within(row)
          .getAllByRole('cell')
          .slice(2)
          .map(({ textContent }) => textContent),
      ),
    ).toEqual([
      ['Netherlands', '—'],
      ['Netherlands', 'Germany'],
      ['Netherlands', 'France'],
      ['Germany', '—'],
    ]);
    expect(screen.queryByRole('img', { name: /Netherlands/ })).toBeNull();
  });

  it('says when nothing can be drawn', async () => {
    await renderPart(<CustodyChart entries={[]} rest={null} />);
    expect(await screen.findByText('There is no entry yet that could be drawn.')).toBeTruthy();
  });
});
