/**
 * The look, once: palettes, sizes and component defaults. Nothing outside src/theme defines a colour
 * (tests/app/rules.test.ts reads every other file for one). Tokens that Mantine has no name for are in tokens.css.
 */
import {
  createTheme,
  type ActionIconFactory,
  type AnchorFactory,
  type BadgeFactory,
  type ButtonFactory,
  type CardFactory,
  type DrawerFactory,
  type ExtendComponent,
  type FactoryPayload,
  type MantineColorsTuple,
  type ModalFactory,
  type MultiSelectFactory,
  type NativeSelectFactory,
  type PasswordInputFactory,
  type SelectFactory,
  type TableFactory,
  type TextareaFactory,
  type TextInputFactory,
} from '@mantine/core';

/** The same as `Component.extend` without importing the component, so that unused components are not loaded. */
const of = <Payload extends FactoryPayload>(component: ExtendComponent<Payload>) => component;

const petrol: MantineColorsTuple = [
  '#e9f5f6',
  '#d3e8eb',
  '#a8d1d7',
  '#7bb9c2',
  '#55a4b0',
  '#3b96a3',
  '#27848f',
  '#17717c',
  '#0b5f6b',
  '#054c56',
];
const gray: MantineColorsTuple = [
  '#f7f8f9',
  '#eff1f3',
  '#e3e7eb',
  '#d2d8de',
  '#b4bdc7',
  '#87929f',
  '#576270',
  '#404b57',
  '#28323c',
  '#161c24',
];
const dark: MantineColorsTuple = [
  '#d7dce2',
  '#b8c0ca',
  '#98a3af',
  '#6f7b89',
  '#3a4450',
  '#2d3641',
  '#222a34',
  '#161c23',
  '#11161c',
  '#0c1015',
];

const SANS = '"IBM Plex Sans", "IBM Plex Sans Fallback", system-ui, "Segoe UI", "Noto Sans", sans-serif';
const MONO = '"IBM Plex Mono", ui-monospace, "Cascadia Mono", "Noto Sans Mono", monospace';

/** A dialogue's header is no banner of the page. */
const NO_BANNER = { header: { role: 'none' } };

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: 8, // anything lighter fails axe's contrast with white
  colors: { petrol, gray, dark },
  black: '#161c24',
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  headings: {
    fontFamily: SANS,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.35' },
      h3: { fontSize: '0.8125rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.25rem', xl: '2rem' },
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '10px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    ActionIcon: of<ActionIconFactory>({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Anchor: of<AnchorFactory>({ defaultProps: { underline: 'hover' } }),
    Badge: of<BadgeFactory>({ defaultProps: { radius: 'xs', variant: 'default' } }),
    Button: of<ButtonFactory>({ defaultProps: { size: 'xs' }, styles: { label: { fontWeight: 500 } } }),
    Card: of<CardFactory>({ defaultProps: { withBorder: true, padding: 'sm', radius: 'sm' } }),
    Drawer: of<DrawerFactory>({
      styles: { title: { fontSize: '1rem', fontWeight: 600 } },
      defaultProps: {
        attributes: NO_BANNER,
        position: 'right',
        transitionProps: { duration: 120 },
        overlayProps: { backgroundOpacity: 0.35 },
      },
    }),
    Modal: of<ModalFactory>({
      styles: { title: { fontSize: '1rem', fontWeight: 600 } },
      defaultProps: {
        attributes: NO_BANNER,
        centered: false,
        transitionProps: { duration: 100 },
        overlayProps: { backgroundOpacity: 0.45 },
      },
    }),
    MultiSelect: of<MultiSelectFactory>({ defaultProps: { size: 'sm' } }),
    NativeSelect: of<NativeSelectFactory>({ defaultProps: { size: 'sm' } }),
    PasswordInput: of<PasswordInputFactory>({ defaultProps: { size: 'sm' } }),
    Select: of<SelectFactory>({ defaultProps: { size: 'sm' } }),
    Table: of<TableFactory>({ defaultProps: { verticalSpacing: 6, horizontalSpacing: 'xs' } }),
    Textarea: of<TextareaFactory>({ defaultProps: { size: 'sm', autosize: true, minRows: 2 } }),
    TextInput: of<TextInputFactory>({ defaultProps: { size: 'sm' } }),
  },
});
