/**
 * The nonce that the server wrote into this response (meta csp-nonce), for the few <style> elements that Mantine and its
 * scroll lock make. In development nothing replaces the placeholder and no policy asks for it.
 */
import { setNonce } from 'get-nonce';

const found = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

export const nonce = found === '__CSP_NONCE__' ? '' : found;

if (nonce) setNonce(nonce);
