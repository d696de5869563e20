import { ok, type Result, refuse } from '../kernel/result';

/**
 * 窗口码: the token in a window's QR code and printed link, `<key version>.<window>.<serial>.<signature>`.
 * WeChat carries at most 32 characters of `0-9a-zA-Z!#$&'()*+,/:;=?@-._~` in a scene (getUnlimitedQRCode, `scene`).
 */
export const SCENE_MAX_LENGTH = 32;
/** The page of the mini-program that a window's code opens. */
export const WINDOW_CODE_PAGE = 'pages/rate/index';
const SIGNATURE_LENGTH = 16;
const FORM = new RegExp(`^([0-9])\\.([0-9a-z]{1,10})\\.(0|[1-9a-z][0-9a-z]?)\\.([0-9A-Za-z_-]{${SIGNATURE_LENGTH}})$`);

export type WindowCode = {
  readonly keyVersion: string;
  readonly windowId: string;
  /** Counts up when a window's code is replaced; an older serial is refused. */
  readonly serial: number;
};

/** Base64url keyed digest of the text under that key version; undefined when the version is not (or no longer) known. */
export type CodeDigest = (keyVersion: string, text: string) => string | undefined;

const bodyOf = ({ keyVersion, windowId, serial }: WindowCode) => `${keyVersion}.${windowId}.${serial.toString(36)}`;

/** Throws when the window's id or serial does not fit the form: that is a fault of the directory, not of a person. */
export const formatWindowCode = (code: WindowCode, digest: CodeDigest): string => {
  const body = bodyOf(code);
  const token = `${body}.${(digest(code.keyVersion, body) ?? '').slice(0, SIGNATURE_LENGTH)}`;
  if (!FORM.test(token)) throw new RangeError(`window code does not fit: ${body}`);
  return token;
};

// Looks at every character whatever the first ones are, so that the time taken tells a forger nothing.
export const sameText = (a: string, b: string): boolean => {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
};

/** Reads a scanned token; refuses what we did not sign. Whether the serial still holds is for the window to say. */
export const readWindowCode = (scene: string, digest: CodeDigest): Result<WindowCode, 'windowCode.invalid'> => {
  const [, keyVersion, windowId, serial, signature] = FORM.exec(scene) ?? [];
  if (!keyVersion || !windowId || !serial || !signature) return refuse('windowCode.invalid');
  const code = { keyVersion, windowId, serial: Number.parseInt(serial, 36) };
  const expected = digest(keyVersion, bodyOf(code))?.slice(0, SIGNATURE_LENGTH);
  if (!expected || !sameText(expected, signature)) return refuse('windowCode.invalid');
  return ok(code);
};

/** Finds the token in what a scan hands over, percent-encoded or not: a scene, a `?scene=<token>`, a link `…/w/<token>`. */
export const tokenOfScan = (scanned: string): string => {
  let text = scanned;
  try {
    text = decodeURIComponent(scanned);
  } catch {
    // Not percent-encoded: take it as it is.
  }
  return /(?:\/w\/|[?&]scene=)([^/?#&]+)/.exec(text)?.[1] ?? text.trim();
};
