import { carryOut } from '../../cloudfunctions/deploy/carry-out';
import { COLLECTIONS, SCHEMA } from '../../cloudfunctions/schema';
import { aDoor, aManifest, aTimer, planOf, sources } from './sources';
import { aStandInCloud } from './stand-in-cloud';

const variables = { HAOCHAPING_KEY: 'the-secret-value', TZ: 'Asia/Shanghai' };
const aTarget = (of = sources()) => ({ plan: planOf(of), functionsDir: 'dist', variables });

type Cloud = ReturnType<typeof aStandInCloud>;

const deployTo = async (cloud: Cloud, target = aTarget()) => {
  const lines: string[] = [];
  const done = await carryOut(cloud.manager, target, (line) => lines.push(line));
  return { done, said: lines.join('\n'), changes: cloud.changes.splice(0) };
};

const aDeployedCloud = async () => {
  const cloud = aStandInCloud();
  await deployTo(cloud);
  return cloud;
};

describe('deploying to an empty environment', () => {
  it('sets up collections, indexes, rules, storage, functions and timers, in this order', async () => {
    const cloud = aStandInCloud();
    const { done, changes } = await deployTo(cloud);

    expect(done).toBe(true);
    const kinds = changes.map((change) => change.split(' ')[0]).filter((kind, i, all) => kind !== all[i - 1]);
    expect(kinds.slice(-4)).toEqual(['lock', 'setStorageAcl', 'createFunction', 'createTrigger']);
    expect(changes.filter((change) => change.startsWith('createCollection'))).toHaveLength(COLLECTIONS.length);
    expect(changes.filter((change) => change.startsWith('createIndex'))).toHaveLength(
      Object.values(SCHEMA).flat().length,
    );
  });

  it('leaves no collection and no file open to phones', async () => {
    const { state } = await aDeployedCloud();
    expect([...state.collections.values()].map(({ permission }) => permission)).toEqual(
      COLLECTIONS.map(() => 'ADMINONLY'),
    );
    expect(state.storage).toBe('ADMINONLY');
  });

  it('hands the configuration over and never says it', async () => {
    const cloud = aStandInCloud();
    const { said } = await deployTo(cloud);
    expect(cloud.state.functions.get('citizen')?.Environment?.Variables).toContainEqual({
      Key: 'HAOCHAPING_KEY',
      Value: 'the-secret-value',
    });
    expect(said).not.toContain('the-secret-value');
  });
});

describe('deploying again', () => {
  it('changes nothing and says so', async () => {
    const { done, said, changes } = await deployTo(await aDeployedCloud());
    expect(changes).toEqual([]);
    expect(done).toBe(true);
    expect(said).toContain('集合 ratings：已是如此，跳过');
    expect(said).toContain('云上已与计划一致，没有改动。');
  });

  it('changes nothing in an environment that is listed over several pages', async () => {
    const cloud = aStandInCloud();
    for (let i = 0; i < 130; i++) cloud.state.collections.set(`other${i}`, { indexes: [], permission: 'PRIVATE' });
    await deployTo(cloud);
    expect((await deployTo(cloud)).changes).toEqual([]);
  });

  it('updates only the function whose code changed', async () => {
    const clock = aDoor({ name: 'clock', manifest: aManifest({ triggers: [aTimer('0 * * * * * *')] }) });
    const rebuilt = sources({ doors: [aDoor({ bundle: { bytes: 1, digest: 'c'.repeat(64) } }), clock] });
    const { changes } = await deployTo(await aDeployedCloud(), aTarget(rebuilt));
    expect(changes).toEqual(['updateFunctionCode citizen', 'updateFunctionConfig citizen']);
  });

  it('updates only the settings when a key changed, and keeps variables that others have set', async () => {
    const cloud = await aDeployedCloud();
    const citizen = cloud.state.functions.get('citizen');
    citizen &&
      cloud.state.functions.set('citizen', {
        ...citizen,
        Environment: { Variables: [...(citizen.Environment?.Variables ?? []).slice(1), { Key: 'OTHER', Value: '1' }] },
      });
    const { changes } = await deployTo(cloud);
    expect(changes).toEqual(['updateFunctionConfig citizen']);
    expect(cloud.state.functions.get('citizen')?.Environment?.Variables).toContainEqual({ Key: 'OTHER', Value: '1' });
  });

  it('sets a timer anew when its times changed', async () => {
    const hourly = aDoor({ name: 'clock', manifest: aManifest({ triggers: [aTimer('0 0 * * * * *')] }) });
    const { changes } = await deployTo(await aDeployedCloud(), aTarget(sources({ doors: [aDoor(), hourly] })));
    expect(changes).toEqual(['deleteTrigger clock.everyMinute', 'createTrigger clock.everyMinute']);
  });

  it('locks a collection again that somebody has opened', async () => {
    const cloud = await aDeployedCloud();
    const ratings = cloud.state.collections.get('ratings');
    if (ratings) ratings.permission = 'READONLY';
    expect((await deployTo(cloud)).changes).toEqual(['lock ratings']);
  });

  it('goes on where it failed', async () => {
    const cloud = aStandInCloud();
    cloud.failOnceAt('createIndex cases.applicant');
    const first = await deployTo(cloud);
    expect(first.done).toBe(false);
    expect(first.said).toContain('步没有完成：[LimitExceeded] 请求过于频繁');

    const second = await deployTo(cloud);
    expect(second.done).toBe(true);
    expect(second.changes[0]).toBe('createIndex cases.applicant');
    expect((await deployTo(cloud)).changes).toEqual([]);
  });

  it('updates the function again whose settings did not arrive after its code', async () => {
    const cloud = await aDeployedCloud();
    const rebuilt = aTarget(sources({ doors: [aDoor({ bundle: { bytes: 1, digest: 'c'.repeat(64) } })] }));
    cloud.failOnceAt('updateFunctionConfig citizen');
    await deployTo(cloud, rebuilt);
    expect((await deployTo(cloud, rebuilt)).changes).toEqual([
      'updateFunctionCode citizen',
      'updateFunctionConfig citizen',
    ]);
  });
});

describe('what a person must decide is refused before anything is touched', () => {
  it('an index of the same name with other fields', async () => {
    const cloud = aStandInCloud();
    const mine = { Name: 'mine', Unique: false, Keys: [{ Name: 'openid', Direction: '1' }] };
    cloud.state.collections.set('ratings', { indexes: [mine], permission: 'ADMINONLY' });
    const { done, said, changes } = await deployTo(cloud);
    expect(done).toBe(false);
    expect(changes).toEqual([]);
    expect(said).toContain('集合 ratings 已有同名而字段不同的索引 mine，请在控制台核对');
    expect(said).toContain('云上没有任何改动。');
  });

  it('takes an index with the same fields under another name for the planned one', async () => {
    const cloud = await aDeployedCloud();
    const cases = cloud.state.collections.get('cases');
    const applicant = cases?.indexes.pop();
    if (applicant) cases?.indexes.push({ ...applicant, Name: 'madeByHand' });
    expect(await deployTo(cloud)).toMatchObject({ done: true, changes: [] });
  });

  it('a function that was created with another runtime', async () => {
    const cloud = await aDeployedCloud();
    const citizen = cloud.state.functions.get('citizen');
    if (citizen) cloud.state.functions.set('citizen', { ...citizen, Runtime: 'Nodejs8.9' });
    const { done, said, changes } = await deployTo(cloud);
    expect(done).toBe(false);
    expect(changes).toEqual([]);
    expect(said).toContain('云函数 citizen 的运行环境是 Nodejs8.9');
  });

  it('a timer that is not in the plan', async () => {
    const cloud = await aDeployedCloud();
    await cloud.manager.functions.createFunctionTriggers('citizen', [
      { name: 'old', type: 'timer', config: '0 * * * * * *' },
    ]);
    expect((await deployTo(cloud)).said).toContain('云函数 citizen 有计划外的触发器 old');
  });
});
