import { cleanPhoto } from '@shared/domain/photo';
import fc from 'fast-check';
import { PNG } from 'pngjs';

const segment = (marker: number, text: string) => {
  const body = Buffer.from(text, 'latin1');
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
};
const START = Buffer.from([0xff, 0xd8]);
const END = Buffer.from([0xff, 0xd9]);
const frame = (width: number, height: number) =>
  segment(0xc0, String.fromCharCode(8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0));
/** Coded data with a stuffed zero and a restart marker, which do not end it. */
const SCAN = Buffer.concat([segment(0xda, 'scan'), Buffer.from([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4])]);

const jpegWith = (...segments: Buffer[]) => Buffer.concat([START, ...segments, frame(4, 3), SCAN, END]);

const chunk = (kind: string, body: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, Buffer.from(kind, 'latin1'), body, Buffer.alloc(4)]);
};

const EMPTY_PNG = PNG.sync.write(new PNG({ width: 3, height: 2 }));
const hugePng = () => {
  const png = Buffer.from(EMPTY_PNG);
  png.writeUInt32BE(2 ** 31, 16);
  png.writeUInt32BE(2 ** 31, 20);
  return png;
};

describe('评价照片', () => {
  it('keeps what draws a JPEG and cuts off place, time, device and comments', () => {
    const photo = jpegWith(
      segment(0xe0, 'JFIF\0'),
      segment(0xe1, 'Exif\0\0GPS 35.99N'),
      segment(0xed, 'Photoshop 3.0'),
      segment(0xfe, 'taken by me'),
      segment(0xdb, 'quantization'),
    );

    const cleaned = cleanPhoto(photo);

    const expected = jpegWith(segment(0xe0, 'JFIF\0'), segment(0xdb, 'quantization'));
    expect(cleaned).toEqual({ ok: true, value: { bytes: new Uint8Array(expected), extension: 'jpg' } });
  });

  it('cuts off what cameras hide between fill bytes, between scans, beside the profile and after the end', () => {
    const tables = segment(0xdb, 'quantization');
    const profile = segment(0xe2, 'ICC_PROFILE\0…');
    const hidden = [
      Buffer.concat([Buffer.from([0xff, 0xff]), segment(0xe1, 'Exif\0\0GPS fill')]),
      segment(0xe2, 'MPF\0GPS of the other pictures'),
    ];
    const between = [SCAN, segment(0xe1, 'Exif\0\0GPS between'), segment(0xfe, 'comment'), SCAN, END];
    const trailer = Buffer.from('SEFT Image_UTC_Data GPS after the end');

    const cleaned = cleanPhoto(Buffer.concat([START, ...hidden, profile, tables, frame(4, 3), ...between, trailer]));

    const expected = Buffer.concat([START, profile, tables, frame(4, 3), SCAN, SCAN, END]);
    expect(cleaned).toEqual({ ok: true, value: { bytes: new Uint8Array(expected), extension: 'jpg' } });
  });

  it('keeps a PNG readable and cuts off its text, time and EXIF', () => {
    const picture = PNG.sync.write(new PNG({ width: 3, height: 2 }));
    const ihdrEnd = 8 + 25;
    const photo = Buffer.concat([
      picture.subarray(0, ihdrEnd),
      chunk('tEXt', Buffer.from('Author\0someone')),
      chunk('eXIf', Buffer.from('GPS')),
      picture.subarray(ihdrEnd),
    ]);

    const cleaned = cleanPhoto(photo);

    expect(cleaned.ok && Buffer.compare(Buffer.from(cleaned.value.bytes), picture)).toBe(0);
    expect(cleaned.ok && PNG.sync.read(Buffer.from(cleaned.value.bytes)).width).toBe(3);
  });

  it.each([
    ['a PDF called .jpg', Buffer.from('%PDF-1.7 …')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['nothing', Buffer.alloc(0)],
    ['a JPEG cut off before its picture', jpegWith(segment(0xdb, 'x')).subarray(0, 8)],
    ['a JPEG cut off within its picture', jpegWith().subarray(0, -2)],
    ['a script behind the first bytes of a JPEG', Buffer.from('\xff\xd8\xff\xda%PDF-1.7 <script>', 'latin1')],
    ['a JPEG without a frame', Buffer.concat([START, SCAN, END])],
    ['a JPEG of 65,000 × 65,000 pixels', Buffer.concat([START, frame(65_000, 65_000), SCAN, END])],
    ['a PNG without pixels', Buffer.concat([EMPTY_PNG.subarray(0, 33), chunk('IEND', Buffer.alloc(0))])],
    ['a PNG that is only an end', Buffer.concat([EMPTY_PNG.subarray(0, 8), chunk('IEND', Buffer.alloc(0))])],
    ['a PNG of 2³¹ × 2³¹ pixels', hugePng()],
    ['a JPEG whose segment claims no length', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0, 0, 0])],
    ['a PNG that ends early', PNG.sync.write(new PNG({ width: 3, height: 2 })).subarray(0, 40)],
  ])('refuses %s', (_what, bytes) => {
    expect(cleanPhoto(bytes)).toEqual({ ok: false, code: 'photo.invalid' });
  });

  it('answers whatever bytes come, and never lets EXIF through', () => {
    const starts = fc.constantFrom([], [0xff, 0xd8, 0xff, 0xe1], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        const cleaned = cleanPhoto(Uint8Array.from([...start, ...rest]));
        return !cleaned.ok || cleaned.value.bytes.length <= start.length + rest.length;
      }),
    );
  });
});
