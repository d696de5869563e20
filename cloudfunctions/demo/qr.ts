import { encode } from 'uqr';

/** Modules of white around the code that a scanner needs (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** QR picture of a text, black on white, as one SVG path of horizontal runs; scales without blur. */
export const qrSvg = (text: string): string => {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${runs.join('')}"/></svg>`
  );
};
