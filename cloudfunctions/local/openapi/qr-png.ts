import { deflateSync } from 'node:zlib';
import { encode } from 'uqr';

const SIGNATURE = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const QUIET_ZONE = 4;

/**
 * A QR code of this text as a grey PNG about `width` pixels wide. (The real API draws a round code that only WeChat reads.)
 */
export const qrPng = (text: string, width: number): Buffer => {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const scale = Math.max(1, Math.floor(width / size));
  const side = size * scale;
  const rows = data.map((modules) => {
    const row = Buffer.alloc(side + 1);
    for (let x = 0; x < side; x += 1) row[x + 1] = modules[Math.floor(x / scale)] ? 0 : 255;
    return Buffer.concat(Array.from({ length: scale }, () => row));
  });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(side)),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** 8 bits per pixel, grey. */
const header = (side: number): Buffer => {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(side, 0);
  bytes.writeUInt32BE(side, 4);
  bytes[8] = 8;
  return bytes;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

const crc32 = (bytes: Buffer): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
};
