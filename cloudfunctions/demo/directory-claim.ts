import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DirectoryLock, LOCK_PATH, lockDirectory } from '../local/database/store/directory-lock';
import { Explained } from '../local/explained';

const listening = (server: Server): Promise<string> =>
  new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });

/** The lock of a directory before any cloud serves: until it is moved, a server of its own says that the owner lives. */
export const claimDirectory = async (directory: string): Promise<DirectoryLock> => {
  const id = randomUUID();
  const server = createServer((request, response) => {
    response.setHeader('connection', 'close');
    response.end(request.url === LOCK_PATH ? id : '');
  });
  try {
    const lock = await lockDirectory(directory, await listening(server), id);
    const and = (done: () => void) => {
      done();
      server.close();
    };
    return { id, moveTo: (url) => and(() => lock.moveTo(url)), release: () => and(lock.release) };
  } catch (error) {
    server.close();
    if ((error as NodeJS.ErrnoException).code === undefined) throw new Explained((error as Error).message);
    throw error;
  }
};
