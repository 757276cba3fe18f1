/** The close button of a notification has a name for a screen reader, in the language of the page. */
import { notifications } from '@mantine/notifications';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPart } from '../support/screen';

it('a notification is closed by a button with a name', async () => {
  const { user } = await renderPart(<p>part</p>);
  notifications.show({ message: 'Saved', autoClose: false });
  await screen.findByText('Saved');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await expect.poll(() => screen.queryByText('Saved')).toBeNull();
});
