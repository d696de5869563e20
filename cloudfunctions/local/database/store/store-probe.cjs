/**
 * Reads a whole store, and writes into it what it then takes back, in a process of its own: LMDB maps the file into
 * memory, so that a damaged one kills whoever touches it. Ends with code 0 when all went well. Plain JavaScript: it must
 * start fast.
 */
'use strict';
const { statSync } = require('node:fs');
const path = require('node:path');
const { ABORT, open } = require('lmdb');

const [, , store] = process.argv;
/** Takes pages from all over the list of free ones. */
const MANY = 64;

/** Bytes of all values. */
const sizeOf = (part) => {
  let size = 0;
  for (const { value } of part.getRange({})) size += value.length;
  return size;
};

const rewriteAll = (part) => {
  for (const { key, value } of part.getRange({}).asArray) part.putSync(key, value);
};

if (statSync(path.join(store, 'data.mdb')).size === 0) process.exit(1);
const root = open({ path: store, maxDbs: 4, overlappingSync: false });
root.getStats();
const [documents, entries, meta] = [
  ['documents', 'binary'],
  ['entries', 'binary'],
  ['meta', 'ordered-binary'],
].map(([name, keyEncoding]) => root.openDB(name, { keyEncoding, encoding: 'binary' }));
const [stored, , catalogue] = [documents, entries, meta].map(sizeOf);
if (stored === 0 || catalogue === 0) process.exit(1);
root.transactionSync(() => {
  for (const part of [documents, entries, meta]) rewriteAll(part);
  for (let at = 0; at < MANY; at += 1) documents.putSync(Buffer.from([255, at]), Buffer.alloc(8_192));
  return ABORT;
});
process.exit(0);
