import { createServer } from 'node:net';
import { Explained } from '../local/explained';

const USUAL_PORT = 8080;
const TRIED = 20;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** The port that was asked for, or the first free one from the usual on; `say` tells when it is another. */
export const choosePort = async (asked: number | undefined, say: (line: string) => void): Promise<number> => {
  if (asked !== undefined) {
    if (await isFree(asked)) return asked;
    throw new Explained(
      `端口 ${asked} 已被占用或不允许使用，请停止占用它的程序，或用 --port 换一个。Port ${asked} cannot be used; choose another one.`,
    );
  }
  for (let port = USUAL_PORT; port < USUAL_PORT + TRIED; port++) {
    if (!(await isFree(port))) continue;
    if (port !== USUAL_PORT)
      say(`端口 ${USUAL_PORT} 已被占用，改用 ${port}。Port ${USUAL_PORT} is taken, using ${port}.`);
    return port;
  }
  throw new Explained(`${USUAL_PORT} 起的 ${TRIED} 个端口都被占用，请用 --port 指定。No free port was found.`);
};
