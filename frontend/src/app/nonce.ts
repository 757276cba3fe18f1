/**
 * The nonce of this response (meta csp-nonce) for the <style> elements of Mantine and its scroll lock. In development
 * there is neither nonce nor policy.
 */
import { setNonce } from 'get-nonce';

const found = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

export const nonce = found === '__CSP_NONCE__' ? '' : found;

if (nonce) setNonce(nonce);
