/**
 * Loads a bundle with what V8 compiled of it before, as Node's own compile cache does from version 22.1 on: compiling is half of a
 * cold start. https://nodejs.org/api/module.html#module-compile-cache
 */
'use strict';
const { createHash } = require('node:crypto');
const { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

const A_WEEK = 7 * 24 * 3_600_000;

/** Only what this user wrote himself may be run. */
const isOurs = (folder) => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(folder);
    return process.platform === 'win32' || (uid === process.getuid() && (mode & 0o077) === 0);
  } catch {
    return false;
  }
};

const read = (file) => {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
};

/** Whole or not at all; without it a start is slower, that is all. */
const keep = (file, code) => {
  try {
    for (const name of readdirSync(path.dirname(file))) {
      const old = path.join(path.dirname(file), name);
      if (Date.now() - lstatSync(old).mtimeMs > A_WEEK) rmSync(old, { force: true });
    }
    const fresh = `${file}.${process.pid}.${Math.random()}`;
    writeFileSync(fresh, code, { mode: 0o600 });
    renameSync(fresh, file);
  } catch {}
};

/** Node takes it for a comment. */
const SHELL_LINE = /^#!.*/;

/** Answers the module; what it requires finds it under its name, as in Node. */
const run = (script, file) => {
  const loaded = new Module(file);
  loaded.filename = file;
  const require = Module.createRequire(file);
  require.cache[file] = loaded;
  try {
    script.runInThisContext().apply(loaded.exports, [loaded.exports, require, loaded, file, path.dirname(file)]);
  } catch (error) {
    delete require.cache[file];
    throw error;
  }
  loaded.loaded = true;
  return loaded;
};

/** Answers the exports, and what to call once the bundle has done its work: the more of it has run, the more is compiled. */
exports.loadBundle = (file, folder) => {
  const source = readFileSync(file, 'utf8');
  const name = createHash('sha256').update(`${process.version}\n${file}\n`).update(source).digest('hex');
  const kept = isOurs(folder) ? path.join(folder, name) : undefined;
  const cachedData = kept && read(kept);
  const script = new vm.Script(Module.wrap(source.replace(SHELL_LINE, '')), {
    filename: file,
    columnOffset: -Module.wrap('').indexOf('\n});'),
    cachedData,
    importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const loaded = run(script, file);
  const isKnown = kept === undefined || (cachedData !== undefined && !script.cachedDataRejected);
  return { exports: loaded.exports, remember: isKnown ? () => {} : () => keep(kept, script.createCachedData()) };
};
