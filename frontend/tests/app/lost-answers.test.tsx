/** No network, or an answer that is lost: nothing is done twice or later by itself, and the page says what is not known. */
import { onlineManager, useQuery } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { withdraw } from '@/api/actions';
import { operationQuery } from '@/features/coordination/action-days/queries/operations';
import { exhibitQuery } from '@/api/queries';
import type { EvidenceView, ResultView } from '@/api/views';
import { useResultLink } from '@/app/pages/useResultLink';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { RegisterDialog } from '@/features/evidence/registration/RegisterDialog';
import { QueueSender } from '@/features/coordination/action-days/QueueSender';
import { ResultsPanel } from '@/features/coordination/action-days/aftermath/ResultsPanel';
import { action, day, DAY, result } from '../support/days';
import { exhibit } from '../support/exhibits';
import { fill, renderPart, renderRoute } from '../support/screen';
import { JIT, TEAM } from '../support/team';

const UNKNOWN = /The server did not respond, so the result is unknown/;
const none = () => undefined;

afterEach(() => onlineManager.setOnline(true));

it('an exhibit whose answer was lost is registered once, under the same key', async () => {
  const registered = vi.fn();
  const made = new Map<string | null, object>();
  const page = await renderPart(
    <RegisterDialog
      files={[]}
      given={{ title: 'Stick', kind: 'physical', category: 'device' }}
      onClose={none}
      onRegistered={registered}
    />,
    (fake) => {
      fake.on('POST', `${TEAM}/evidence`, ({ headers }) => {
        const key = headers.get('Idempotency-Key');
        if (!made.has(key)) made.set(key, exhibit());
        return made.get(key);
      });
    },
  );
  for (const [name, text] of [
    [/^Acquired$/, '16/05/2026 09:30'],
    [/Acquired by/, 'Police'],
    [/Place/, 'Rotterdam'],
    [/Legal basis/, 'Art. 94 Sv'],
  ] as const)
    await fill(page, await screen.findByRole('textbox', { name }), text);
  const { api, user } = page;
  await user.click(screen.getByRole('button', { name: 'Continue to sharing' }));
  api.loseAnswer('POST', `${TEAM}/evidence`);
  await user.click(await screen.findByRole('button', { name: 'Register exhibit' }));
  await screen.findByText(UNKNOWN);
  expect([made.size, registered.mock.calls.length]).toEqual([1, 0]);
  await user.click(screen.getByRole('button', { name: 'Register exhibit' }));
  await waitFor(() => expect(registered).toHaveBeenCalledTimes(1));
  expect([made.size, api.of('POST', `${TEAM}/evidence`).length]).toEqual([1, 2]);
});

function Withdrawing() {
  const { data } = useQuery(exhibitQuery(JIT, 'exhibit-1'));
  return data ? (
    <ReasonDialog
      title="Withdraw"
      help=""
      reasonLabel="Why"
      action="Withdraw it"
      onClose={none}
      act={(reason) => withdraw(data, JIT, reason)}
      onDone={none}
    />
  ) : null;
}

it('an act that failed without a network is not done when the network is back', async () => {
  const path = `${TEAM}/evidence/exhibit-1`;
  const { api, user, queries } = await renderPart(<Withdrawing />, (fake) => {
    fake.on('GET', path, () => exhibit());
    fake.on('POST', `${path}/withdrawal`, () => exhibit({ status: 'withdrawn' }));
  });
  await user.type(await screen.findByRole('textbox', { name: /Why/ }), 'Seized in error');
  const mend = api.cut('POST', `${path}/withdrawal`);
  act(() => onlineManager.setOnline(false));
  await user.click(screen.getByRole('button', { name: 'Withdraw it' }));
  await screen.findByText(UNKNOWN);
  mend();
  act(() => onlineManager.setOnline(true));
  // A waiting act would be sent before this read.
  await queries.invalidateQueries();
  expect(api.of('GET', path)).toHaveLength(2);
  expect(api.of('POST', `${path}/withdrawal`)).toHaveLength(1);
});

function Results() {
  const { data } = useQuery(operationQuery(JIT, 'day-1'));
  return data ? (
    <>
      <QueueSender shown />
      <ResultsPanel day={data} onExhibit={none} onTask={none} />
    </>
  ) : null;
}

it('a result waits without a network, is recorded once when its answer is lost, and the same words later are another result', async () => {
  const items = new Map<string, object>();
  const path = `${DAY}/actions/action-1/results`;
  const { api, user } = await renderPart(<Results />, (fake) => {
    fake.on('GET', DAY, () => day());
    fake.on('GET', `${DAY}/actions`, () => ({ items: [action()], next: null }));
    fake.on('GET', `${DAY}/results`, () => ({ items: [...items.values()].reverse(), next: null }));
    fake.on('POST', path, ({ body }) => {
      const { key, text } = body as { key: string; text: string };
      items.set(key, result({ id: key, text }));
    });
  });
  const box = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Description' });
  const record = async (words: string) => {
    await user.clear(box);
    await user.type(box, words);
    await user.click(screen.getByRole('button', { name: 'Record result' }));
  };
  const recorded = async (count: number) => {
    await waitFor(() => expect(items.size).toBe(count));
    await waitFor(() => expect(screen.queryByText('not sent yet')).toBeNull());
  };
  const mend = api.cut('POST', path);
  await record('A telephone');
  expect(box.value).toBe('');
  await screen.findByText('1 entry not sent yet');
  await screen.findByText('not sent yet');
  mend();
  api.loseAnswer('POST', path);
  act(() => void dispatchEvent(new Event('online')));
  await waitFor(() => expect(items.size).toBe(1));
  act(() => void dispatchEvent(new Event('online')));
  await recorded(1);
  await record('A stick');
  await recorded(2);
  await record('A stick');
  await recorded(3);
});

function Tie() {
  const tie = useResultLink('day-1');
  return <button onClick={() => tie(result() as ResultView, exhibit() as EvidenceView)}>tie</button>;
}

it('an exhibit that could not be tied to its result is named until it is tied', async () => {
  const path = `${DAY}/actions/action-1/results/result-1/exhibits`;
  const { api, user } = await renderPart(<Tie />, (fake) => {
    fake.on('POST', path, () => undefined);
  });
  const mend = api.cut('POST', path);
  await user.click(await screen.findByRole('button', { name: 'tie' }));
  await screen.findByText('NL-0001 is registered, but not linked to the result');
  mend();
  await user.click(screen.getByRole('button', { name: 'Link exhibit' }));
  await waitFor(() => expect(screen.queryByText(/but not linked/)).toBeNull());
  expect(api.of('POST', path).map(({ body }) => body)).toEqual([{ evidence: 'exhibit-1' }, { evidence: 'exhibit-1' }]);
});

it('a session that could not be ended is named until it has ended', async () => {
  const { api, user } = await renderRoute('/sign-in?still=true', (fake) => {
    fake.on('DELETE', '/api/sessions/current', () => undefined);
  });
  await screen.findByText('This computer is still signed in');
  const mend = api.cut('DELETE', '/api/sessions/current');
  await user.click(screen.getByRole('button', { name: 'Sign out' }));
  await waitFor(() => expect(api.of('DELETE', '/api/sessions/current').length).toBeGreaterThan(0));
  screen.getByText('This computer is still signed in');
  mend();
  act(() => void dispatchEvent(new Event('online')));
  await waitFor(() => expect(screen.queryByText('This computer is still signed in')).toBeNull());
});
