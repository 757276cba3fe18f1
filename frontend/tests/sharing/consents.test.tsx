/** Consent requests by state: what waits first, names before codes, and an answer in three actions. */
import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { ConsentsScreen } from '@/features/sharing/consents/ConsentsScreen';
import { renderPart } from '../support/screen';
import { NOW, TEAM } from '../support/team';

const CONSENT = {
  id: 'consent-1',
  use: 'release',
  evidence: null,
  answer: null,
  asker: 'DE-01',
  asker_party: 'DE',
  asked_party: 'NL',
  words: 'For the hearing on custody',
  level: 'readable',
  authorities: null,
  seats: ['DE-01'],
  purposes: null,
  state: 'seen',
  requested_at: NOW,
  due_at: new Date(Date.now() + 3_600_000).toISOString(),
  due_zone: 'Europe/Berlin',
  asker_zone: 'Europe/Berlin',
  asked_zone: 'Europe/Amsterdam',
  seen_at: NOW,
  answered_at: null,
  answered_by: null,
  ended_at: null,
  until: null,
  conditions: null,
  reason: null,
  in_force: false,
  limits_of_use: [],
  side: 'asked',
  tasks: [],
  may: { answer: true, withdraw: false },
  version: 2,
};

function Consents({ first }: { first?: string | undefined }) {
  const [open, setOpen] = useState(first);
  return <ConsentsScreen open={open} onOpen={setOpen} onTask={undefined} />;
}

async function render(items: object[], first?: string) {
  return renderPart(<Consents first={first} />, (api) => {
    api.on('GET', `${TEAM}/consents/consent-1`, () => CONSENT);
    api.on('GET', `${TEAM}/consents`, ({ query }) => ({
      items: query.get('side') === 'asked' ? items : [],
      next: null,
    }));
    api.on('POST', `${TEAM}/consents/consent-1/grant`, () => ({
      ...CONSENT,
      state: 'granted',
      in_force: true,
      may: { answer: false, withdraw: true },
      version: 3,
    }));
  });
}

describe('ConsentsScreen', () => {
  it('opens the request that its address names, listed or not', async () => {
    await render([], 'consent-1');
    expect(await screen.findByRole('dialog', { name: /^Request from / })).toBeDefined();
  });
  it('says who asks for what until when, with names before codes', async () => {
    await render([CONSENT]);
    const group = await screen.findByRole('region', { name: 'Awaiting your party’s answer' });
    const row = within(group).getByRole('listitem');
    expect(row.textContent).toMatch(/^Access: View only; for [^()]+ \(DE-01\)/);
    expect(row.textContent).toContain('Germany');
    expect(row.textContent).toContain('in 59 min');
    expect(screen.getByText('No request of your party awaits an answer.')).toBeTruthy();
  });

  it('grants what is asked for in two presses', async () => {
    const { api, user } = await render([CONSENT]);
    await user.click(await screen.findByRole('button', { name: /^Answer/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Request from Germany' });
    expect(within(dialog).getByText('No reply by then counts as refusal.', { exact: false })).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Grant consent' }));
    const [sent] = api.of('POST', `${TEAM}/consents/consent-1/grant`);
    expect(sent?.headers.get('If-Match')).toBe('"2"');
  });

  it('says what will be listed and how to begin where there is nothing', async () => {
    await render([]);
    expect(await screen.findByRole('heading', { name: 'No consent requests' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Send information request' })).toBeTruthy();
  });
});
