/** Languages of exhibits, courts and requests by ISO 639-1, and their names in the language of the page. Pure. */

/** Official languages of the Union and of the other countries of the reference data. */
export const LANGUAGES: readonly string[] =
  'ar bg cs da de el en es et fi fr ga he hr hu hy is it ja ka lt lv mk mt nl no pl pt ro ru sk sl sq sr sv tr uk zh'.split(
    ' ',
  );

/** "German" for `de`; the code where it has no name. */
export const languageName = (code: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(code) ?? code;
