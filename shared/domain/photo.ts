import { ok, type Result, refuse } from '../kernel/result';

/** A photo whose kind was told from its bytes, without what the camera wrote about place, time and device. */
export type CleanPhoto = { readonly bytes: Uint8Array; readonly extension: 'jpg' | 'png' };

/** Longest side, in pixels; a larger picture would weigh on the phone of whoever opens it. */
const SIDE_MAX = 12_000;
const PIXELS_MAX = 50_000_000;
const JPEG_START = [0xff, 0xd8];
const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Chunks that a PNG needs to be drawn (PNG specification, section 11); all others may carry text, time or EXIF. */
const PNG_KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs']);

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, i) => bytes[i] === byte);
const textOf = (bytes: Uint8Array) => String.fromCharCode(...bytes);
const isDrawable = (width: number, height: number) =>
  width > 0 && height > 0 && Math.max(width, height) <= SIDE_MAX && width * height <= PIXELS_MAX;

const join = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** One segment of a JPEG (ITU-T T.81, annex B): its marker, its bytes from the marker on, and where the next one begins. */
type Segment = { readonly marker: number; readonly bytes: Uint8Array; readonly next: number };

const EOI = 0xd9;
const SOS = 0xda;

/** Entropy-coded data runs until a marker that is neither a stuffed zero nor a restart. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at++) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && marker !== 0 && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return bytes.length;
};

const segmentAt = (bytes: Uint8Array, at: number): Segment | undefined => {
  let start = at;
  // Any number of fill bytes may stand before a marker.
  while (bytes[start] === 0xff && bytes[start + 1] === 0xff) start++;
  const marker = bytes[start + 1];
  if (bytes[start] !== 0xff || marker === undefined || marker < 0xc0) return undefined;
  if (marker === EOI) return { marker, bytes: bytes.subarray(start, start + 2), next: start + 2 };
  const length = ((bytes[start + 2] ?? 0) << 8) + (bytes[start + 3] ?? 0);
  const end = start + 2 + length;
  if (length < 2 || end > bytes.length) return undefined;
  const next = marker === SOS ? endOfScan(bytes, end) : end;
  return { marker, bytes: bytes.subarray(start, next), next };
};

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

// JFIF (APP0), a colour profile (APP2) and Adobe's colour transform (APP14) are needed to draw; the other APPn and comments not.
const KEPT_APPS: Readonly<Record<number, string>> = { 224: 'JFIF', 226: 'ICC_PROFILE', 238: 'Adobe' };
const isKept = ({ marker, bytes }: Segment) => {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const wanted = KEPT_APPS[marker];
  return wanted !== undefined && textOf(bytes.subarray(4, 4 + wanted.length)) === wanted;
};

const isDrawableFrame = ({ bytes }: Segment) =>
  isDrawable(((bytes[7] ?? 0) << 8) + (bytes[8] ?? 0), ((bytes[5] ?? 0) << 8) + (bytes[6] ?? 0));

/** Frame, scans and what they need up to the end of the image; undefined when they do not hold together. */
const cleanJpeg = (bytes: Uint8Array): Uint8Array | undefined => {
  const parts = [bytes.subarray(0, 2)];
  let hasFrame = false;
  let hasScan = false;
  for (let at = 2; at < bytes.length; ) {
    const segment = segmentAt(bytes, at);
    if (!segment) return undefined;
    if (isFrame(segment.marker)) {
      if (!isDrawableFrame(segment)) return undefined;
      hasFrame = true;
    }
    hasScan ||= segment.marker === SOS;
    if (isKept(segment)) parts.push(segment.bytes);
    // What cameras append after the end of the image is not part of it.
    if (segment.marker === EOI) return hasFrame && hasScan ? join(parts) : undefined;
    at = segment.next;
  }
  return undefined;
};

const isDrawableHeader = (view: DataView, at: number) =>
  view.getUint32(at) === 13 && isDrawable(view.getUint32(at + 8), view.getUint32(at + 12));

const cleanPng = (bytes: Uint8Array): Uint8Array | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 8)];
  let pixels = 0;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    const kind = textOf(bytes.subarray(at + 4, at + 8));
    if (end > bytes.length || (kind === 'IHDR') !== (at === 8)) return undefined;
    if (kind === 'IHDR' && !isDrawableHeader(view, at)) return undefined;
    if (kind === 'IDAT') pixels += length;
    if (PNG_KEPT.has(kind)) parts.push(bytes.subarray(at, end));
    if (kind === 'IEND') return pixels > 0 ? join(parts) : undefined;
    at = end;
  }
  return undefined;
};

/** JPEG or PNG by content, whatever it is called; anything else is refused. */
export const cleanPhoto = (bytes: Uint8Array): Result<CleanPhoto, 'photo.invalid'> => {
  const isJpeg = startsWith(bytes, JPEG_START);
  const cleaned = isJpeg ? cleanJpeg(bytes) : startsWith(bytes, PNG_START) ? cleanPng(bytes) : undefined;
  return cleaned ? ok({ bytes: cleaned, extension: isJpeg ? 'jpg' : 'png' }) : refuse('photo.invalid');
};
