import { createHash } from 'node:crypto';

/** SM3 (GB/T 32905-2016) of the text's UTF-8, 64 lower-case hexadecimal digits. */
export const sm3Hex = (text: string): string => createHash('sm3').update(text, 'utf8').digest('hex');
