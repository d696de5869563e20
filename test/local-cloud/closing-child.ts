import { setTimeout as passed } from 'node:timers/promises';
import { type LocalCloud, startLocalCloud } from '../../cloudfunctions/local/local-cloud';

/** A process of its own that starts a cloud, gets it into a situation, closes it and must then end by itself. */
type Situation = (cloud: LocalCloud) => Promise<unknown>;

const call = (cloud: LocalCloud, action: string, inner?: string) => cloud.call('rough', { action, inner });
const overHttp = (cloud: LocalCloud, action: string, inner?: string) =>
  fetch(`${cloud.url}/functions/rough`, { method: 'POST', body: JSON.stringify({ action, inner }) }).then((answer) =>
    answer.json(),
  );
/** In flight: what it answers is told at the end. */
const left: Promise<unknown>[] = [];
const KILLS = 100;

const SITUATIONS: Record<string, Situation> = {
  quiet: (cloud) => call(cloud, 'write'),
  killed: async (cloud) => {
    cloud.faults.next('killInstance', 'rough');
    left.push(call(cloud, 'write'));
    await left[0];
  },
  late: async (cloud) => {
    left.push(call(cloud, 'hang'), call(cloud, 'spin'));
    await Promise.all(left);
  },
  cut: async (cloud) => {
    cloud.faults.next('dropAnswer', 'rough');
    await overHttp(cloud, 'write').catch(() => {});
  },
  nested: async (cloud) => {
    left.push(overHttp(cloud, 'hold'));
    await passed(300);
    left.push(overHttp(cloud, 'nest', 'hang'), call(cloud, 'nest', 'nest'));
    left.push(overHttp(cloud, 'overwrite'), call(cloud, 'overwrite'));
    await passed(100);
  },
  storm: async (cloud) => {
    for (let at = 0; at < 40; at += 1) left.push(call(cloud, 'write'), cloud.database.insert('things', { at }));
    const read = () => {
      try {
        cloud.database.find('things', { at: 1 });
      } catch {
        return;
      }
      setImmediate(read);
    };
    read();
    await passed(100);
  },
  manyKills: async (cloud) => {
    for (let at = 0; at < KILLS; at += 1) {
      const door = at % 10 === 0 ? 'rough' : 'other';
      if (at % 2 === 0) cloud.faults.next('killInstance', door);
      await cloud.call(door, { action: at % 2 === 0 ? 'write' : 'exit' });
    }
    await passed(200);
  },
};

const ports = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;

const outcome = (result: PromiseSettledResult<unknown>): string => {
  if (result.status === 'rejected') return 'refused';
  const { value } = result;
  const code = typeof value === 'object' && value !== null && 'code' in value ? value.code : 'answered';
  return String(code);
};

const main = async () => {
  const [, , name = '', dataDir = '', functionsDir = ''] = process.argv;
  const log = (line: string) => console.error(line);
  const shared = { log, schema: { things: [] }, env: {}, unindexed: 'refuse' } as const;
  const cloud = await startLocalCloud({ dataDir, functionsDir, ...shared });
  await SITUATIONS[name]?.(cloud);
  const open = ports();
  const closing = cloud.close();
  // Of a function that had no instance before.
  const meanwhile = await cloud.call('other', {});
  await closing;
  const after = ports();
  const late = await cloud.call('other', {}).catch(() => 'refused');
  const outcomes = (await Promise.allSettled(left)).map(outcome);
  console.log(JSON.stringify({ open, after, meanwhile, late, outcomes }));
};

void main();
