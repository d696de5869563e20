/**
 * Reads a whole store, read-only, in a process of its own: LMDB maps the file into memory, so that a damaged one kills
 * whoever touches it. Ends with code 0 when all of it can be read. Plain JavaScript: it must start fast.
 */
'use strict';
const { open } = require('lmdb');

const root = open({ path: process.argv[2], readOnly: true, maxDbs: 4 });
root.getStats();
for (const [name, keyEncoding] of [
  ['documents', 'binary'],
  ['entries', 'binary'],
  ['meta', 'ordered-binary'],
]) {
  let found = 0;
  const part = root.openDB(name, { keyEncoding, encoding: 'binary' });
  for (const { value } of part.getRange({})) found += value.length;
  if (found === 0 && name !== 'entries') process.exit(1);
}
process.exit(0);
