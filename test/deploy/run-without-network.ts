import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

/** Loaded into the child before everything else: whoever asks for the network fails. */
const NO_NETWORK = `
const net = require('node:net');
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first] = args.flat();
  if (typeof first === 'object' && first.port) throw new Error('NETWORK ' + first.host + ':' + first.port);
  return connect.apply(this, args);
};`;

/** A command as an operator types it, on a machine with no network and nothing but these variables. */
export const runWithoutNetwork = async (script: string, args: string[], env: Record<string, string> = {}) => {
  const guard = path.join(mkdtempSync(path.join(tmpdir(), 'no-network-')), 'guard.cjs');
  writeFileSync(guard, NO_NETWORK);
  const child = spawn(process.execPath, ['--require', guard, '--import', 'tsx', script, ...args], {
    cwd: ROOT,
    env: { NODE_ENV: 'production', TARO_ENV: 'weapp', PATH: process.env.PATH ?? '', ...env },
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      out += chunk;
    });
  }
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, out };
};
