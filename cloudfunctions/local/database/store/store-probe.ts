import { spawn } from 'node:child_process';
import path from 'node:path';
import { STORE_FOLDER } from './store';

const PROBE = path.join(__dirname, 'store-probe.cjs');
/** Milliseconds: pages that point in a circle are read for ever. */
const PATIENCE = 30_000;

/** Whether the store in this directory can be read from end to end. Opening a damaged one would end this process by a signal. */
export const isReadable = (directory: string): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [PROBE, path.join(directory, STORE_FOLDER)], {
      stdio: 'ignore',
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
