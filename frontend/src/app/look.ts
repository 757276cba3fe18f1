/** The theme together with the words that components of Mantine need. */
import { mergeThemeOverrides } from '@mantine/core';
import { i18next } from '@/i18n';
import { theme } from '@/theme/theme';

export const look = mergeThemeOverrides(theme, {
  components: {
    // Read when a notification is drawn, in the language of that moment. Without it, its close button has no name.
    Notification: { defaultProps: () => ({ closeButtonProps: { 'aria-label': i18next.t('common/close') } }) },
  },
});
