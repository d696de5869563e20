import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { LOCK_PATH } from './database/store/directory-lock';
import { calledUnderFaults } from './faults/call-faults';
import type { Faults } from './faults/planned-faults';
import { answerClient, type ClientAnswer, LARGEST_EVENT, refusal, tooLarge } from './functions/client-call';
import { type AdminServices, answerRequest } from './protocol/admin';
import { CloudError } from './protocol/cloud-error';
import { INSUFFICIENT_STORAGE } from './protocol/disk-full';
import { parseRequest, readBody } from './protocol/read-body';
import { contentTypeOf, uploadedTypeOf } from './storage/content-type';
import type { Storage } from './storage/storage';

export type GatewayEnv = { Bindings: HttpBindings };
type GatewayContext = Context<GatewayEnv>;

export type GatewayOptions = {
  readonly services: () => AdminServices;
  readonly faults: Faults;
  readonly lockId: string;
  readonly log: (line: string) => void;
  readonly staticDir?: string | undefined;
  readonly routes?: ((app: Hono<GatewayEnv>) => void) | undefined;
};

const LARGEST_REQUEST = 32 * 1024 * 1024;
const LARGEST_UPLOAD = 50 * 1024 * 1024;

/** Serves loopback only; answers no cross-origin page. */
export const gateway = (options: GatewayOptions): Hono<GatewayEnv> => {
  const app = new Hono<GatewayEnv>();
  app.use(async (c, next) =>
    isLocal(c) ? next() : send(c, refusal(400, 'badHost', '只接受发往 127.0.0.1 或 localhost 的请求。')),
  );
  app.onError((error, c) => {
    if (!c.env.incoming.complete) return cut(c);
    options.log(`[gateway] ${c.req.path}: ${error.stack ?? error.message}`);
    return send(c, refusal(500, 'failed', '本机云出错；请查看日志后重试。'));
  });
  app.notFound((c) => send(c, refusal(404, 'notFound', '没有这个地址。')));

  app.get(LOCK_PATH, (c) => c.text(options.lockId));
  app.post('/functions/:door', (c) => callDoor(c, options));
  app.post('/admin', (c) => admin(c, options.services()));
  storageRoutes(app, options);
  options.routes?.(app);
  if (options.staticDir !== undefined) staticRoutes(app, path.resolve(options.staticDir));
  return app;
};

/** Milliseconds that answers under way may take to leave after the last of everything else has stopped. */
const LAST_ANSWERS = 1_000;

/** Not in the manual of node: a client that has ended its own half of the connection is answered all the same. */
type HalfOpenServer = Server & { httpAllowHalfOpen: boolean };

/** Resolves when it listens. */
export const listen = (app: Hono<GatewayEnv>, port: number): Promise<{ url: string; close(): Promise<void> }> =>
  new Promise((resolve, reject) => {
    const server = createAdaptorServer({
      fetch: (request, env) => app.fetch(request, env as HttpBindings),
      overrideGlobalObjects: false,
    }) as HalfOpenServer;
    server.httpAllowHalfOpen = true;
    server.on('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const { port: own } = server.address() as AddressInfo;
      resolve({ url: `http://127.0.0.1:${own}`, close: () => stopServing(server) });
    });
  });

/** No new connection; each that is open ends with its answer. */
const stopServing = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 10);
    const late = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });

/** Browsers do not name it. */
const USUAL_PORT = 80;

/** Against DNS rebinding and pages of other origins (another port is another): the browser's own words about where it is. */
const isLocal = (c: GatewayContext): boolean => {
  const port = c.env.incoming.socket.localPort;
  const hosts = ['127.0.0.1', 'localhost'].map((name) => (port === USUAL_PORT ? name : `${name}:${port}`));
  const origins = hosts.map((host) => `http://${host}`);
  const origin = c.req.header('origin');
  return hosts.includes(c.req.header('host') ?? '') && (origin === undefined || origins.includes(origin));
};

const incomingOf = (c: GatewayContext): IncomingMessage => c.env.incoming;

const send = (c: Context, { status, body, requestId }: ClientAnswer): Response =>
  c.body(body, status, {
    'content-type': 'application/json; charset=utf-8',
    'x-request-id': requestId,
    'cache-control': 'no-store',
    // the rest of a body that is too large is never read
    ...(status === 413 && { connection: 'close' }),
  });

const callDoor = async (c: GatewayContext, { services, faults }: GatewayOptions): Promise<Response> => {
  const door = c.req.param('door') ?? '';
  const body = await readBody(incomingOf(c), LARGEST_EVENT);
  if (!body) return send(c, tooLarge());
  const openid = c.req.header('x-wx-openid');
  const who = openid === undefined ? {} : { openid };
  const call = () => answerClient(services().runner, door, body.toString('utf8'), who);
  const answer = await calledUnderFaults(faults, door, call);
  return answer ? send(c, answer) : cut(c);
};

const cut = (c: GatewayContext): Response => {
  c.env.incoming.socket.destroy();
  return c.body(null);
};

const admin = async (c: GatewayContext, services: AdminServices): Promise<Response> => {
  const body = await readBody(incomingOf(c), LARGEST_REQUEST);
  if (!body) return c.body('', 413, { connection: 'close' });
  const answer = await answerRequest(services, await parseRequest(body, c.req.header('content-type') ?? ''));
  if (answer === 'cut') return cut(c);
  if (answer === 'badGateway') return c.body('', 502);
  if (Buffer.isBuffer(answer))
    return c.body(new Uint8Array(answer), 200, { 'content-type': 'application/octet-stream' });
  return c.body(JSON.stringify(answer), 200, { 'content-type': 'application/json; charset=utf-8' });
};

const storageRoutes = (app: Hono<GatewayEnv>, { services, faults }: GatewayOptions): void => {
  const storage = (): Storage => services().storage;
  app.put('/storage/upload/:path', async (c) => {
    const body = await readBody(incomingOf(c), LARGEST_UPLOAD);
    if (!body) return c.body(storageError('EntityTooLarge'), 400, { connection: 'close' });
    if (faults.take('storageFull', { action: 'storage.put' })) return c.body(storageError(INSUFFICIENT_STORAGE), 403);
    try {
      await storage().put(c.req.param('path'), c.req.header('authorization') ?? '', body);
      return c.body('', 200);
    } catch (error) {
      return c.body(storageError(error instanceof CloudError ? error.message : 'InternalError'), 403);
    }
  });
  app.get('/storage/files/*', async (c) => {
    try {
      const cloudPath = decodeURIComponent(new URL(c.req.url).pathname.slice('/storage/files/'.length));
      const content = await readFile(await storage().fileFor(cloudPath, c.req.query('sign') ?? ''));
      return c.body(new Uint8Array(content), 200, {
        ...SAFE_HEADERS,
        'content-type': uploadedTypeOf(cloudPath),
        'cache-control': 'private, max-age=300',
      });
    } catch (error) {
      const isMissing = error instanceof CloudError && error.code === 'STORAGE_FILE_NONEXIST';
      return c.body(storageError(isMissing ? 'NoSuchKey' : 'AccessDenied'), isMissing ? 404 : 403, SAFE_HEADERS);
    }
  });
};

const SAFE_HEADERS = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" };

const storageError = (code: string): string =>
  `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${code}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`;

/** The H5 build; a path without a file of its own is a page of the app. */
const staticRoutes = (app: Hono<GatewayEnv>, directory: string): void => {
  app.get('/app/*', async (c) => {
    const name = decoded(new URL(c.req.url).pathname.slice('/app'.length));
    if (name === undefined) return c.notFound();
    const wanted = path.resolve(directory, `.${name}`);
    const isInside = wanted.startsWith(directory + path.sep);
    const file = isInside && path.extname(wanted) !== '' ? wanted : path.join(directory, 'index.html');
    const content = await readFile(file).catch(() => undefined);
    if (!content) return c.notFound();
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
    const caching = {
      etag,
      'cache-control': HASHED_NAME.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, caching);
    return c.body(new Uint8Array(content), 200, {
      ...caching,
      'content-type': contentTypeOf(file),
      'x-content-type-options': 'nosniff',
    });
  });
  app.get('/app', (c) => c.redirect('/app/'));
};

/** Another content is another name. */
const HASHED_NAME = /\.[0-9a-f]{8}\.js$/;

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};
