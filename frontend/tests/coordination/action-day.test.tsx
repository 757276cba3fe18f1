/** Panels of an action day: the debrief of the own party, the actions offered for a result, and entries that the server refused. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { keys } from '@/api/queries';
import type { OperationView } from '@/api/views';
import { DebriefsPanel } from '@/features/coordination/action-days/aftermath/DebriefsPanel';
import { outbox, type Waiting } from '@/features/coordination/action-days/queue';
import { ExpiredAlarm } from '@/features/coordination/action-days/day-steps/ExpiredAlarm';
import { ResultsPanel } from '@/features/coordination/action-days/aftermath/ResultsPanel';
import { WaitingBar } from '@/features/coordination/action-days/WaitingBar';
import type { FakeApi } from '../support/api';
import { action, day } from '../support/days';
import { renderPart, renderRoute } from '../support/screen';
import { JIT, NOW, TEAM } from '../support/team';

const DAY = {
  id: 'day-1',
  title: 'Harbour day',
  state: 'closed',
  h_at: NOW,
  h_zone: 'Europe/Amsterdam',
  parties: [],
  events: [],
  may: { plan: false, record: true },
} as unknown as OperationView;
const PATH = `${TEAM}/operations/day-1`;

describe('the debrief of the own party', () => {
  const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Debrief of your party' });
  const save = () => screen.getByRole('button', { name: 'Save' });

  /** The API keeps the debriefs; `stands` is that of the own party. */
  function answering(stands: { text: string | null; version: number }) {
    const page = () => ({
      items: [
        { party: 'NL', erased: {}, ...stands },
        { party: 'DE', text: 'Wait for the second car.', version: 1, erased: {} },
      ],
    });
    return (api: FakeApi) => {
      api.on('GET', `${PATH}/debriefs`, page);
      api.on('PUT', `${PATH}/debriefs`, ({ body }) => {
        Object.assign(stands, { text: (body as { text: string }).text, version: stands.version + 1 });
        return page();
      });
    };
  }

  it('keeps what is typed while it is saved, without a warning, and saves it next', async () => {
    const { api, user } = await renderPart(<DebriefsPanel day={DAY} />, answering({ text: null, version: 0 }));
    const held = api.hold('PUT', `${PATH}/debriefs`);
    await user.type(await field(), 'Knock first.');
    await user.click(save());
    await held.arrived;
    await user.type(await field(), ' And wait.');
    held.release();
    await waitFor(() => expect(save().hasAttribute('data-loading')).toBe(false));
    expect((await field()).value).toBe('Knock first. And wait.');
    expect(screen.queryByText(/Saving yours replaces it/)).toBeNull();
    await user.click(save());
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull());
    const sent = api.of('PUT', `${PATH}/debriefs`);
    expect(sent.map(({ body, headers }) => [(body as { text: string }).text, headers.get('If-Match')])).toEqual([
      ['Knock first.', '"0"'],
      ['Knock first. And wait.', '"1"'],
    ]);
    expect(screen.getByText('Wait for the second car.')).toBeTruthy();
  });

  it('shows what a colleague saved meanwhile, and keeps what is being written', async () => {
    const stands = { text: null as string | null, version: 0 };
    const { api, queries, user } = await renderPart(<DebriefsPanel day={DAY} />, answering(stands));
    await user.type(await field(), 'Knock first.');
    Object.assign(stands, { text: 'The relay was warm.', version: 1 });
    await queries.invalidateQueries({ queryKey: keys.debriefs(JIT, 'day-1') });
    expect(await screen.findByText(/Saving yours replaces it/)).toBeTruthy();
    expect(screen.getByText('The relay was warm.')).toBeTruthy();
    expect((await field()).value).toBe('Knock first.');
    await user.click(save());
    await waitFor(() => expect(api.of('PUT', `${PATH}/debriefs`)).toHaveLength(1));
    expect(api.of('PUT', `${PATH}/debriefs`)[0]?.headers.get('If-Match')).toBe('"1"');
  });
});

describe('the actions offered for a result', () => {
  const planned = (erased: object) => ({
    id: 'action-1',
    party: 'NL',
    number: 'NL-2345',
    state: 'done',
    since_at: NOW,
    sharing: 'none',
    moves: [],
    may: { edit: false },
    plan: { objective: 'Find the driver', erased },
  });

  it.each([
    [{}, 'NL-2345 · Find the driver'],
    [{ objective: NOW }, 'NL-2345'],
  ])('name the objective unless it was erased: %j', async (erased, name) => {
    await renderPart(<ResultsPanel day={DAY} onExhibit={() => undefined} onTask={() => undefined} />, (api) => {
      api.on('GET', `${PATH}/results`, () => ({ items: [] }));
      api.on('GET', `${PATH}/actions`, () => ({ items: [planned(erased)] }));
    });
    expect((await screen.findByRole<HTMLInputElement>('combobox', { name: 'Action' })).value).toBe(name);
  });
});

describe('a result of an action', () => {
  it('is offered as a task that is named after it', async () => {
    const result = {
      id: 'result-1',
      action: 'action-1',
      party: 'DE',
      number: 'DE-2345',
      kind: 'seizure',
      count: 3,
      text: 'Three servers',
      occurred_at: NOW,
      evidence: [],
      may_link: false,
      erased: {},
    };
    const { user } = await renderRoute(`/jits/${JIT}/operations/day-1`, (one) => {
      one.on('GET', PATH, () => ({
        ...DAY,
        kind: 'real',
        author: 'NL-01',
        told_as: 1,
        version: 1,
        may: { plan: false, edit: false, speak: false, decide: false, steps: [] },
      }));
      for (const rest of ['actions', 'ticker', 'checks', 'do-not-touch', 'debriefs'])
        one.on('GET', `${PATH}/${rest}`, () => ({ items: [] }));
      one.on('GET', `${PATH}/results`, () => ({ items: [result] }));
      one.on('GET', `${PATH}/media-line`, () => ({
        text: null,
        version: 0,
        approved: [],
        missing: [],
        erased: {},
        may: { write: false, approve: false },
      }));
    });
    await user.click(await screen.findByRole('button', { name: 'Create task' }));
    const title = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Title' });
    expect(title.value).toBe('Seizure: Three servers');
  });
});

describe('the alarm about an authorisation', () => {
  it('names each executing action of a running day whose authorisation has ended', async () => {
    const of = (id: string, state: string, until: string) => ({
      ...action(),
      ...{ id, number: `NL-${id}`, state },
      plan: { objective: `Search ${id}`, erased: {}, authorisation: { valid_from: null, valid_until: until } },
    });
    const live = day() as unknown as OperationView;
    const past = new Date(Date.now() - 1000).toISOString();
    const items = [
      of('1', 'executing', past),
      of('2', 'executing', new Date(Date.now() + 3_600_000).toISOString()),
      of('3', 'done', past),
    ];
    await renderPart(<ExpiredAlarm day={live} now={Date.now()} />, (api) => {
      api.on('GET', `${PATH}/actions`, () => ({ items }));
    });
    const alarm = await screen.findByRole('alert');
    expect(alarm.textContent).toContain('Authorisation expired during execution');
    expect(within(alarm).getAllByRole('listitem')).toHaveLength(1);
    expect(alarm.textContent).toContain('Search 1');
  });
});

describe('entries that are not at the server', () => {
  const report = (text: string, refused: Waiting['refused']): Waiting => ({
    ...{ id: text, no: 2, jit: JIT, seat: 'NL-01' },
    what: 'report',
    operation: 'day-1',
    refused,
    body: { key: text, text, occurred_at: '2026-03-03T09:40:00Z', kind: 'incident', shared: true },
  });
  const found = (refused: Waiting['refused']): Waiting => ({
    ...{ id: 'f', no: 3, jit: JIT, seat: 'NL-01' },
    what: 'result',
    operation: 'day-1',
    action: 'a',
    number: 'NL-2345',
    refused,
    body: { key: 'f', kind: 'seizure', count: 2, text: 'Two telephones', occurred_at: NOW },
  });
  const move = (refused: Waiting['refused']): Waiting => ({
    ...{ id: 'm', no: 1, jit: JIT, seat: 'NL-01' },
    what: 'move',
    operation: 'day-1',
    action: 'a',
    number: 'NL-2345',
    refused,
    body: { key: 'm', former: 'executing', state: 'done', occurred_at: NOW, reason: null },
  });

  it('show why each was refused, both clocks with their day, and go once they are taken off the list', async () => {
    const entries = [
      move({ code: 'action-moved-on', detail: '', state: 'aborted' }),
      report('Said too early', { code: 'clock-ahead', detail: '', state: null, server: NOW }),
      report('The key hangs by the door', null),
      found({ code: 'day-closed', detail: 'The action day is closed.', state: null }),
    ];
    for (const one of entries) await outbox.add(one);
    const { user } = await renderPart(<WaitingBar />);
    expect(await screen.findByText('1 entry not sent yet')).toBeTruthy();
    expect(screen.getByText('3 entries were not accepted')).toBeTruthy();
    const [moved, early, result] = screen.getAllByRole('listitem');
    expect(moved?.textContent).toContain('It is now: Aborted.');
    expect(result?.textContent).toContain('NL-2345 · 2 × Seizure · Two telephones');
    if (!early) throw new Error('the second refusal is not shown');
    expect(early.textContent).toContain('Said too early');
    expect([...early.querySelectorAll('time')].map((one) => /\d{4}/.test(one.textContent))).toEqual([true, true]);
    await user.click(within(early).getByRole('button', { name: 'Dismiss' }));
    await waitFor(() => expect(screen.queryByText('Said too early')).toBeNull());
    expect(outbox.read().map(({ id }) => id)).toEqual(['m', 'The key hangs by the door', 'f']);
  });
});
