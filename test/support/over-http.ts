import { Agent, request } from 'node:http';
import type { Answer } from './a-local-cloud';

export type Submission = {
  readonly openid: string;
  readonly scene: string;
  readonly level: string;
  readonly tags?: readonly string[];
  readonly comment?: string;
  readonly idempotencyKey: string;
};

export type HttpClient = {
  /** Rejects when the connection breaks: nobody knows then whether the action was carried out. */
  call(door: string, openid: string, action: string, input: object): Promise<Answer>;
  submit(submission: Submission): Promise<Answer>;
  close(): void;
};

/** Asks a cloud over kept connections, as many at a time as given. */
export const overHttp = (url: string, connections: number): HttpClient => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const post = (path: string, openid: string, body: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'x-wx-openid': openid };
      const outgoing = request(`${url}${path}`, { method: 'POST', agent, headers }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => resolve(Buffer.concat(chunks).toString()));
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  const call: HttpClient['call'] = async (door, openid, action, input) =>
    JSON.parse(await post(`/functions/${door}`, openid, JSON.stringify({ action, input }))) as Answer;
  return {
    call,
    submit: ({ openid, ...input }) => call('citizen', openid, 'rating.submit', input),
    close: () => agent.destroy(),
  };
};

/** Does them all, so many at a time, and answers in their order. */
export const atATime = async <T, R>(most: number, all: readonly T[], one: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  const left = all.entries();
  const work = async () => {
    for (const [i, item] of left) results[i] = await one(item);
  };
  await Promise.all(Array.from({ length: most }, work));
  return results;
};
