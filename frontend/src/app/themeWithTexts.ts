/** The theme with the texts that Mantine components need. */
import { mergeThemeOverrides } from '@mantine/core';
import { i18next } from '@/i18n';
import { theme } from '@/theme/theme';

export const themeWithTexts = mergeThemeOverrides(theme, {
  components: {
    // Evaluated when a notification is drawn, for the current language. Otherwise the close button has no name.
    Notification: { defaultProps: () => ({ closeButtonProps: { 'aria-label': i18next.t('common/close') } }) },
  },
});
