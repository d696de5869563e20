import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { removeTemporaryFolders, startTestCloud, type TestCloud } from './support';

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud({ schema: { things: [] } });
});
afterEach(() => cloud.close());
afterAll(removeTemporaryFolders);

const BODY = JSON.stringify({ action: '({ db }) => db.collection("things").add({ data: { _id: "written" } })' });

const head = (length: number): string =>
  `POST /functions/probe HTTP/1.1\r\nHost: ${new URL(cloud.url).host}\r\nContent-Length: ${length}\r\n`;
const whole = (): string => `${head(BODY.length)}\r\n${BODY}`;

const sending = async (words: string): Promise<Socket> => {
  const socket = connect({ port: Number(new URL(cloud.url).port), host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(words);
  return socket;
};
const manySending = (count: number, words: string): Promise<Socket[]> =>
  Promise.all(Array.from({ length: count }, () => sending(words)));

const answered = async (): Promise<unknown> => {
  const body = JSON.stringify({ action: '() => 7' });
  return (await fetch(`${cloud.url}/functions/probe`, { method: 'POST', body })).json();
};

const aMoment = (): Promise<void> => new Promise((passed) => setTimeout(passed, 5));

it('200 heads and 50 bodies that never end hold up neither other calls nor the closing', async () => {
  const sockets = [...(await manySending(200, head(10))), ...(await manySending(50, `${head(1_000)}\r\n{"a`))];
  const closed = sockets.map((socket) => once(socket, 'close'));
  for (const socket of sockets) socket.on('end', () => socket.end()).resume();
  const answers = await Promise.all(Array.from({ length: 20 }, answered));
  expect(answers).toEqual(Array(20).fill({ value: 7 }));
  await cloud.close();
  await Promise.all(closed);
});

it('a client that has ended its half of the connection gets its answer, and then the end', async () => {
  const socket = await sending(whole());
  socket.end();
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
  expect(answer).toContain('"_id":"written"');
});

it('a client that goes away in the middle of its body has called nothing, and nobody complains', async () => {
  const socket = await sending(whole().slice(0, -3));
  await answered();
  socket.destroy();
  await answered();
  await cloud.close();
  expect(cloud.counters.read().calls).toEqual({ probe: 2 });
  expect(cloud.lines).toEqual([]);
});

it('a client that goes away before the answer has called: the function runs to its end', async () => {
  const action = async ({ db }: { db: { collection(name: string): { add(given: object): Promise<unknown> } } }) => {
    await new Promise((passed) => setTimeout(passed, 100));
    return db.collection('things').add({ data: { _id: 'written' } });
  };
  const body = JSON.stringify({ action: String(action) });
  const socket = await sending(`${head(body.length)}\r\n${body}`);
  while (cloud.counters.read().calls.probe === undefined) await aMoment();
  socket.destroy();
  while (cloud.database.get('things', 'written') === undefined) await aMoment();
  expect(await answered()).toEqual({ value: 7 });
  expect(cloud.lines).toEqual([]);
});
