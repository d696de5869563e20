import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { openDatabase } from '../../cloudfunctions/local/database/database';
import { plannedFaults } from '../../cloudfunctions/local/faults/planned-faults';
import { runningInvocations } from '../../cloudfunctions/local/functions/invocations';
import { functionRunner } from '../../cloudfunctions/local/functions/runner';
import { gateway } from '../../cloudfunctions/local/gateway';
import { openApiStandIn } from '../../cloudfunctions/local/openapi/openapi';
import type { AdminServices } from '../../cloudfunctions/local/protocol/admin';
import { openStorage } from '../../cloudfunctions/local/storage/storage';
import { temporaryFolder } from './support';

const URL_HERE = 'http://127.0.0.1:4000';

export type Sent = { readonly method?: string; readonly path: string; readonly type?: string; readonly body: Buffer };
export type Answer = { readonly status: number; readonly text: string };

export type HostileCloud = {
  readonly services: AdminServices;
  readonly token: string;
  readonly lines: string[];
  /** Through the gateway's own code, without a socket. */
  send(sent: Sent): Promise<Answer>;
  /** One action of the database as the SDK sends it. */
  admin(request: object): Promise<{ code?: string; message?: string; data?: { list: string[]; total: number } }>;
  close(): Promise<void>;
};

/** The parts of a local cloud in this process; one invocation is running all the time. */
export const startHostileCloud = (): HostileCloud => {
  const [dataDir, functionsDir] = [temporaryFolder(), temporaryFolder()];
  mkdirSync(path.join(functionsDir, 'probe'));
  writeFileSync(path.join(functionsDir, 'probe', 'index.js'), 'exports.main = async (event) => event;');
  const config = {
    permissions: { openapi: ['security.msgSecCheck', 'wxacode.getUnlimited', 'subscribeMessage.send'] },
  };
  writeFileSync(path.join(functionsDir, 'probe', 'config.json'), JSON.stringify(config));
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const schema = {
    things: [
      { name: 'a', keys: [{ field: 'a', direction: 1 as const }] },
      { name: 'bc', keys: ['b.c', 'd'].map((field) => ({ field, direction: -1 as const })), unique: true },
    ],
  };
  const database = openDatabase({ directory: dataDir, schema, unindexed: 'refuse', onScan: () => {}, log });
  const invocations = runningInvocations();
  const shared = { functionsDir, invocations, log, faults: plannedFaults() };
  const runner = functionRunner({ ...shared, env: {}, instances: 1, url: URL_HERE, onCall: () => {} });
  const openapi = openApiStandIn({ redeem: () => ({}) }, { send: () => ({}) }, shared.faults);
  const storage = openStorage(path.join(dataDir, 'files'), URL_HERE);
  const services: AdminServices = { ...shared, database, storage, openapi, runner, onRequest: () => {} };
  const app = gateway({ services: () => services, faults: shared.faults, lockId: 'lock', log });
  const { token } = invocations.begin('probe', 'wx_client', {});
  const send = async ({ method = 'POST', path: where, type, body }: Sent): Promise<Answer> => {
    const headers = { host: '127.0.0.1:4000', ...(type !== undefined && { 'content-type': type }) };
    const incoming = Object.assign(Readable.from([body]), { headers, socket: { localPort: 4000, destroy: () => {} } });
    const answer = await app.request(URL_HERE + where, { method, headers }, { incoming, outgoing: {} } as never);
    return { status: answer.status, text: await answer.text() };
  };
  return {
    ...{ services, token, lines, send },
    admin: async (request) => {
      const body = Buffer.from(JSON.stringify({ wxCloudApiToken: token, ...request }));
      return JSON.parse((await send({ path: '/admin', type: 'application/json', body })).text);
    },
    close: async () => {
      await runner.close();
      await database.close();
    },
  };
};
