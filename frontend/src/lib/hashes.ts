/** Hashes as people type them: digits per algorithm, and a check of a text. Pure. */
export const DIGITS = { sha256: 64, sha1: 40, md5: 32, sha512: 128 };

/** Returns whether it has the digits of its algorithm; spaces around it are ignored. */
export const isHash = ({ algorithm, value }: { algorithm: keyof typeof DIGITS; value: string }) =>
  value.trim().length === DIGITS[algorithm] && /^[0-9a-fA-F]+$/.test(value.trim());
