/** A refusal is shown in the server's words, which the page asks for in its own language. */
import { act, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Problem } from '@/api/problem';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { speak } from '@/i18n';
import { renderPart } from '../support/screen';

const notice = (problem: Problem) => <ProblemNotice error={problem} />;

it('shows the sentence of the server, and the fields at fault', async () => {
  await renderPart(
    <>
      {notice(new Problem(409, 'party-left', 'FR a quitté cette équipe.'))}
      {notice(
        new Problem(422, 'invalid', 'Check these fields: name.', [
          { field: 'name', message: 'Enter at most 9 characters.' },
        ]),
      )}
      {notice(new Problem(422, 'invalid', 'Enter a reason.', [{ field: 'reason', message: 'Enter a reason.' }]))}
      {notice(new Problem(502, 'http-502', ''))}
    </>,
  );
  await screen.findByText('FR a quitté cette équipe.');
  expect(screen.getByText('name: Enter at most 9 characters.')).toBeTruthy();
  expect(screen.getByText('Enter a reason.')).toBeTruthy();
  expect(screen.getByText(/The server failed \(502\)/)).toBeTruthy();
});

it('asks for the language of the page', async () => {
  const { api, queries } = await renderPart(<p>Ready</p>);
  await act(() => speak('fr'));
  await queries.refetchQueries();
  const asked = api.of('GET', '/api/me').at(-1);
  await act(() => speak('en'));
  expect(asked?.headers.get('Accept-Language')).toBe('fr');
});
