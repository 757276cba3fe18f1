/** Text that others wrote, with what a reader would not see spelled out: a bidirectional mark turns a file name around. Pure. */

/**
 * Control and format characters, private use, unassigned, and what is drawn as nothing; line breaks and tabs stay. Joiners and
 * variation selectors stay where scripts and emoji need them: behind a letter without case, a mark or a symbol.
 */
const HIDDEN =
  /(?![\n\r\t])[\p{Cc}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}|\u034f|\u17b4|\u17b5|\u180f|[\u115f\u1160\u2800\u3164\uffa0]|[\u180b-\u180d]|[\u{e0100}-\u{e01ef}]|(?<![\p{Lo}\p{M}\p{So}\p{Sk}])[\u200c\u200d]|(?<![\p{Emoji}\p{Lo}])[\ufe00-\ufe0f]/gu;

/** As the exported documents spell it: `‹U+202E›`. */
export const visible = (text: string) =>
  text.replace(HIDDEN, (one) => `‹U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`);
