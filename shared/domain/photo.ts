import { ok, type Result, refuse } from '../kernel/result';

/** A photo whose kind was told from its bytes, without what the camera wrote about place, time and device. */
export type CleanPhoto = { readonly bytes: Uint8Array; readonly extension: 'jpg' | 'png' };

const JPEG_START = [0xff, 0xd8, 0xff];
const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Chunks that a PNG needs to be drawn (PNG specification, section 11); all others may carry text, time or EXIF. */
const PNG_KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs']);

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, i) => bytes[i] === byte);

const join = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

// JFIF (APP0), colour profile (APP2) and Adobe colour (APP14) are needed to draw; the other APPn and comments are not.
const isKeptSegment = (marker: number) =>
  !((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe) || [0xe0, 0xe2, 0xee].includes(marker);

/** Segments up to the start of scan (ITU-T T.81, annex B); undefined when they do not hold together. */
const cleanJpeg = (bytes: Uint8Array): Uint8Array | undefined => {
  const parts = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === 0xda) return join([...parts, bytes.subarray(at)]);
    const length = ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    if (length < 2) return undefined;
    if (isKeptSegment(marker)) parts.push(bytes.subarray(at, at + 2 + length));
    at += 2 + length;
  }
  return undefined;
};

const cleanPng = (bytes: Uint8Array): Uint8Array | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length) return undefined;
    if (PNG_KEPT.has(kind)) parts.push(bytes.subarray(at, end));
    if (kind === 'IEND') return join(parts);
    at = end;
  }
  return undefined;
};

/** JPEG or PNG by content, whatever it is called; anything else is refused. */
export const cleanPhoto = (bytes: Uint8Array): Result<CleanPhoto, 'photo.invalid'> => {
  if (startsWith(bytes, JPEG_START)) {
    const cleaned = cleanJpeg(bytes);
    return cleaned ? ok({ bytes: cleaned, extension: 'jpg' }) : refuse('photo.invalid');
  }
  if (startsWith(bytes, PNG_START)) {
    const cleaned = cleanPng(bytes);
    return cleaned ? ok({ bytes: cleaned, extension: 'png' }) : refuse('photo.invalid');
  }
  return refuse('photo.invalid');
};
