import { bugOf } from '../../cloudfunctions/runtime/log';
import { aLocalCloud } from '../support/a-local-cloud';

const CANARIES = ['canary-openid-7', 'canary-comment-7', 'canary-key-000007', 'canary-field-7'];

describe('日志', () => {
  it('写明请求、动作、结果和用时，写不进任何个人信息', async () => {
    const lines: string[] = [];
    const cloud = await aLocalCloud({ log: (line) => lines.push(line) });
    const rating = {
      scene: cloud.sign('tq02').scene,
      level: 'dissatisfied',
      tags: ['213'],
      comment: 'canary-comment-7',
      idempotencyKey: 'canary-key-000007',
    };
    const receipt = await cloud.citizen('canary-openid-7', 'rating.submit', rating);
    await cloud.citizen('canary-openid-7', 'rating.submit', { ...rating, 'canary-field-7': 1 });
    await cloud.citizen('canary-openid-7', 'canary-field-7');
    await cloud.staff(cloud.personas.taiqianUnitLiaison, 'ticket.show', { ratingId: receipt.value.ratingId });
    // A document that the directory should never hold makes a use case throw.
    const window = cloud.cloud.database.get('windows', 'tq01') as object;
    await cloud.cloud.database.replace('windows', { ...window, orgPath: [], orgId: 'canary-field-7' });
    const failed = await cloud.citizen('canary-openid-7', 'rating.submit', {
      ...rating,
      scene: cloud.sign('tq01').scene,
    });
    await cloud.runClock();
    await cloud.close();

    expect(failed).toMatchObject({ ok: false, code: 'system.failed', message: expect.stringContaining('请稍后重试') });
    const log = lines.join('\n');
    expect(log).toContain('"action":"rating.submit","outcome":"ok"');
    expect(log).toContain('"outcome":"system.failed"');
    expect(log).toContain('describeWindow');
    for (const canary of CANARIES) expect(log).not.toContain(canary);
  });

  it('记错误的种类和位置，不记它的话：话里可能引着文件', () => {
    const bug = bugOf(new TypeError('rating of 王某 13800000000 failed'));
    expect(bug.name).toBe('TypeError');
    expect(bug.at.length).toBeGreaterThan(0);
    expect(JSON.stringify(bug)).not.toMatch(/王某|13800000000/);
    expect(bugOf('王某')).toEqual({ name: 'string', code: '', at: [] });
  });
});
