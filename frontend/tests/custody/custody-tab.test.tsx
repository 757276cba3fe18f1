/** The custody of an exhibit: the table of its events beside the chart, whose period filters it. */
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EntryView, EvidenceView } from '@/api/views';
import { ChangesPanel } from '@/features/custody/events/ChangesPanel';
import { CustodyTab } from '@/features/custody/events/CustodyTab';
import { exhibit } from '../support/exhibits';
import { renderPart } from '../support/screen';
import { TEAM } from '../support/team';

const EXHIBIT = exhibit() as unknown as EvidenceView;
const entry = (kind: string, at: string, party: string, fields: Record<string, unknown> = {}): EntryView =>
  ({
    id: kind + at,
    kind,
    at: `2026-11-26T${at}:00.000000Z`,
    party,
    seat: `${party}-01`,
    position: 1,
    commitment: kind + at,
    subject: {},
    canonical: null,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { salt: '', value }])),
  }) as unknown as EntryView;
const ENTRIES = [
  entry('evidence.registered', '08:00', 'NL', { originator: 'NL', actor: { name: 'Noor Brandsma' } }),
  entry('evidence.released', '08:30', 'NL', { party: 'DE', level: 'readable' }),
  entry('custody.transported', '10:28', 'NL', { occurred: { at: '2026-11-26T09:00:00.000000Z', zone: 'UTC' } }),
  entry('evidence.opened', '11:00', 'DE'),
];

async function render(entries: EntryView[]) {
  const part = await renderPart(<CustodyTab exhibit={EXHIBIT} />, (api) => {
    api.on('GET', `${TEAM}/evidence/exhibit-1/custody`, () => ({ items: [...entries].reverse(), next: null }));
    api.on('GET', `${TEAM}/physical-custody/exhibit-1`, () => ({ receivers: [], steps: [], way: [], version: 0 }));
  });
  return part;
}

it('lists the changes of details alone in the history, with the member and the former value', async () => {
  const changes = { tlp: { from: 'AMBER', to: 'RED' } };
  const actor = { name: 'Noor Brandsma' };
  const described = entry('evidence.described', '09:00', 'NL', { actor, changes, reason: 'Names of suspects' });
  await renderPart(<ChangesPanel evidence="exhibit-1" />, (api) => {
    api.on('GET', `${TEAM}/evidence/exhibit-1/custody`, () => ({ items: [described, ...ENTRIES], next: null }));
  });
  const list = await screen.findByRole('list', { name: 'Changes of details' });
  await within(list).findByText('Details edited');
  expect(within(list).queryByText('Viewed')).toBeNull();
  const shown = within(list).getByText('Details edited').closest('li')?.textContent;
  for (const words of ['Noor Brandsma', 'AMBER', 'RED', 'Names of suspects']) expect(shown).toContain(words);
});

const kindsShown = () =>
  within(screen.getByRole('region', { name: 'Custody events' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getByRole('button').textContent);

describe('CustodyTab', () => {
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

  it('lists the events by time of event, newest first, with the delay of late recordings in words', async () => {
    const { user } = await render(ENTRIES);
    expect(await screen.findByRole('heading', { name: '4 events' })).toBeTruthy();
    expect(kindsShown()).toHaveLength(4);
    expect(screen.getByText('1 h 28 min later').dataset['late']).toBe('true');
    expect(screen.getAllByText('same minute')).toHaveLength(3);
    const newest = kindsShown();
    await user.click(screen.getByRole('radio', { name: 'Oldest first' }));
    expect(kindsShown()).toEqual([...newest].reverse());
  });

  it('filters by type and says how many events each type has', async () => {
    const { user } = await render(ENTRIES);
    await user.click(await screen.findByRole('radio', { name: 'Physical 1' }));
    expect(kindsShown()).toHaveLength(1);
  });

  it('draws the parties of the entries, and the period of the chart filters the table', async () => {
    const { user } = await render(ENTRIES);
    const drawing = await screen.findByRole('img', { name: /^Chart with 4 events. Parties: Netherlands, Germany/ });
    expect(drawing.querySelectorAll('[data-kind="physical"]').length).toBe(1);
    await user.click(screen.getByRole('button', { name: 'Zoom in' }));
    expect(await screen.findByRole('heading', { name: '1 of 4 events' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show all time' }));
    expect(await screen.findByRole('heading', { name: '4 events' })).toBeTruthy();
  });

  it('shows the next event by key with its two times, and opens it in the table', async () => {
    const { user } = await render(ENTRIES);
    const chart = await screen.findByRole('group', { name: /^Chart. Arrow keys/ });
    chart.focus();
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect((await screen.findByRole('status')).textContent).toMatch(/Recorded.*1 h 28 min later/);
    await user.keyboard('{Enter}');
    expect(screen.getAllByRole('button', { expanded: true })).toHaveLength(1);
  });

  it('says what will be listed when there is no event', async () => {
    await render([]);
    expect(await screen.findByText('No events yet')).toBeTruthy();
  });
});

it('prints who viewed the exhibit, when to the second, for which purpose and why, as far as the reader may know', async () => {
  const print = vi.fn();
  vi.stubGlobal('print', print);
  const actor = { name: 'Jonas Reinharz' };
  const opened = {
    ...entry('evidence.opened', '11:00', 'DE', { actor, justification: 'Comparing wallets' }),
    subject: { evidence: 'exhibit-1' },
    at: '2026-11-26T11:00:07.000000Z',
    purpose: 'JIT_PURPOSE',
  };
  const withheld = { ...entry('evidence.opened', '12:00', 'FR'), canonical: '{"fields":{"justification":"x"}}' };
  const { user } = await render([...ENTRIES.slice(0, 3), opened, withheld]);
  await user.click(await screen.findByRole('button', { name: 'Print list of access' }));
  await vi.waitFor(() => expect(print).toHaveBeenCalledOnce());
  const sheet = document.querySelector('[data-printed]');
  const rows = [...(sheet?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/:00:07.*Jonas Reinharz \(DE-01\) viewed.*Purpose: .*Justification: Comparing wallets/);
  expect(rows[1]).toContain('Justification: not disclosed to this member');
  vi.unstubAllGlobals();
});
