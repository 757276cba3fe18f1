/** Hashes as people type them: how many hexadecimal digits each algorithm's has, and whether a text is one. Pure. */
export const DIGITS = { sha256: 64, sha1: 40, md5: 32, sha512: 128 };

/** Whether it has as many digits as its algorithm asks; spaces around it do not count. */
export const isHash = ({ algorithm, value }: { algorithm: keyof typeof DIGITS; value: string }) =>
  value.trim().length === DIGITS[algorithm] && /^[0-9a-fA-F]+$/.test(value.trim());
