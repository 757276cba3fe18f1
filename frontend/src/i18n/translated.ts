/** What a dictionary of another language must hold: every word of the source, and more plural forms where the language has them. */

/** French has `many` (1 000 000 de …) where English has `other`. Left out, `other` is said. */
type Many<T> = { [K in keyof T as K extends `${infer Stem}_other` ? `${Stem}_many` : never]?: string };

export type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> } & Many<T>;
