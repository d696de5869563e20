import { runWithoutNetwork } from '../deploy/run-without-network';
import { aStandInCloud } from '../deploy/stand-in-cloud';
import { removeTemporaryFolders, startTestCloud, type TestCloud, temporaryFolder } from '../local-cloud/support';
import { bundleProbe } from './bundle-probe';
import { CASES, titleOf } from './cases';
import { describeDifferences } from './differences';
import type { ProbeEvent } from './probe';
import { type ProbeCloud, runRemotely } from './run-remotely';

let local: TestCloud;
let functionsDir: string;
beforeAll(async () => {
  functionsDir = temporaryFolder();
  await bundleProbe(functionsDir);
  local = await startTestCloud({ functionsDir, unindexed: 'warn' });
});
afterAll(async () => {
  await local.close();
  removeTemporaryFolders();
});

type Invoke = (name: string, event: ProbeEvent) => Promise<string>;

/** An environment whose functions run in the local cloud, unless they are to answer something else. */
const environment = (invoke: Invoke = async (name, event) => JSON.stringify(await local.call(name, event))) => {
  const standIn = aStandInCloud();
  const cloud: ProbeCloud = {
    functions: {
      ...standIn.manager.functions,
      invokeFunction: async (name, event) => {
        if (!standIn.state.functions.has(name)) throw new Error('[ResourceNotFound.Function]');
        return { InvokeResult: 0, ErrMsg: '', RetMsg: await invoke(name, event) };
      },
      deleteFunction: async (name) => standIn.state.functions.delete(name),
    },
  };
  return { cloud, standIn };
};

const DIFFERENT = 'cloud.version: is the one that is bundled';

const allButOne: Invoke = async (_, event) =>
  JSON.stringify(
    CASES.map(titleOf)
      .slice(...('from' in event ? [event.from, event.from + event.count] : []))
      .map((name) => ({ name, passed: name !== DIFFERENT, got: "'5.0.0'" })),
  );

describe('the suite in an environment', () => {
  it('deploys the probe, runs every case and takes the probe away again', async () => {
    const { cloud, standIn } = environment();
    const said: string[] = [];
    const outcomes = await runRemotely(cloud, functionsDir, (line) => said.push(line));
    expect(outcomes.map(({ name }) => name)).toEqual(CASES.map(titleOf));
    expect(describeDifferences(outcomes)).toBe(`共 ${CASES.length} 例：相同 ${CASES.length}，不同 0。`);
    expect(standIn.state.functions.has('probe')).toBe(false);
    expect(said.at(-1)).toContain('云函数 probe 已删除');
  });

  it('shows what is otherwise there: expected, got and the source', async () => {
    const { cloud } = environment(allButOne);
    const table = describeDifferences(await runRemotely(cloud, functionsDir, () => {}));
    expect(table.split('\n').slice(0, 4)).toEqual([
      `不同 ${DIFFERENT}`,
      "  应为 '4.0.2'",
      "  实为 '5.0.0'",
      '  依据 wx-server-sdk package.json',
    ]);
    expect(table).toContain(`相同 ${CASES.length - 1}，不同 1。`);
  });

  it('counts a batch that the function did not answer as different, and goes on', async () => {
    const { cloud, standIn } = environment(async () => 'no JSON');
    const outcomes = await runRemotely(cloud, functionsDir, () => {});
    expect(outcomes.filter(({ passed }) => passed)).toEqual([]);
    expect(outcomes).toHaveLength(CASES.length);
    expect(standIn.state.functions.has('probe')).toBe(false);
  });

  it('leaves a function of the same name alone that is not its own', async () => {
    const { cloud, standIn } = environment();
    const theirs = {
      ...{ name: 'probe', runtime: 'Nodejs18.15', handler: 'index.main', timeout: 3, memorySize: 256 },
      ...{ envVariables: {}, description: 'theirs', installDependency: false as const },
    };
    await standIn.manager.functions.createFunction({ func: theirs, functionRootPath: '', deployMode: 'zip' });
    await expect(runRemotely(cloud, functionsDir, () => {})).rejects.toThrow('不是本测试部署的');
    expect(standIn.state.functions.get('probe')?.Description).toBe('theirs');
  });

  it('leaves a collection alone that holds documents of somebody else', async () => {
    const theirs = await startTestCloud({ functionsDir, schema: { conformance: [] } });
    await theirs.database.insert('conformance', { _id: 'precious' });
    const answer = await theirs.call('probe', { from: 0, count: 1 });
    expect(answer).toMatchObject({ ok: false });
    expect(theirs.database.find('conformance', {})).toEqual([{ _id: 'precious' }]);
    await theirs.close();
  });
});

describe('npm run conformance', () => {
  const conformance = (args: string[]) => runWithoutNetwork('test/conformance/conformance.ts', args);

  it('lists the same cases in a dry run, without network or credentials', async () => {
    const { code, out } = await conformance(['--env', 'test-1', '--dry-run']);
    expect(out.split('\n').slice(0, CASES.length)).toEqual(CASES.map(titleOf));
    expect(out).toMatch(new RegExp(`共 ${CASES.length} 例，云函数 probe \\d+ KB；没有连接云端。`));
    expect(code).toBe(0);
  });

  it('says which credentials are missing before it asks the cloud anything', async () => {
    const { code, out } = await conformance(['--env', 'test-1']);
    expect(out).toContain('缺少环境变量 TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY，请设置后重试');
    expect(code).toBe(1);
  });

  it('answers anything else with its usage', async () => {
    const { code, out } = await conformance([]);
    expect(out).toContain('用法：npm run conformance -- --env 环境ID [--dry-run]');
    expect(code).toBe(2);
  });
});
