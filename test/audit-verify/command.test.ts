import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type AuditEntry, BEGINNING, type DailyDigest, digestOfDay, link } from '@shared/domain/audit';
import { addDays, dayOf, instantOf, sayDay } from '@shared/kernel/time';
import { sm3Hex } from '../../cloudfunctions/adapters/crypto/sm3';
import { auditId, rowOfDigest, rowOfEntry } from '../../cloudfunctions/adapters/wx/audit-rows';
import { AUDIT_EXPORT_PATH, AUDIT_EXPORT_TYPE, auditExport } from '../../cloudfunctions/demo/audit-export';
import { type Database, openDatabase } from '../../cloudfunctions/local/database/database';
import { DATABASE_ACTIONS, runDatabaseAction } from '../../cloudfunctions/local/protocol/database-actions';
import { SCHEMA } from '../../cloudfunctions/schema';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';

const ROOT = path.resolve(__dirname, '..', '..');
const YESTERDAY = addDays(dayOf(Date.now()), -1);

type Ended = { readonly code: number; readonly said: string };

const verify = (args: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const command = ['--import', 'tsx', path.join(ROOT, 'cloudfunctions', 'audit-verify.ts'), ...args];
    const child = execFile(process.execPath, command, { cwd: ROOT, env: { ...process.env, ...env } }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, said: out + err }),
    );
  });

const chainOf = (length: number): AuditEntry[] => {
  const chain: AuditEntry[] = [];
  for (let i = 0; i < length; i++) {
    const entry = { at: instantOf(YESTERDAY, '09:00') + i, actor: 'staff:a', action: 'ticket.list', about: '' };
    chain.push(link(chain.at(-1) ?? BEGINNING, { ...entry, purpose: '', outcome: 'ok' }, sm3Hex));
  }
  return chain;
};
const chain = chainOf(2_100);
const kept: DailyDigest = digestOfDay(YESTERDAY, chain[2_099] as AuditEntry, undefined, sm3Hex);
const rows = [...chain.map(rowOfEntry), rowOfDigest(kept)];

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'audit-verify-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const written = (name: string, lines: readonly object[]): string => {
  const file = path.join(dir, name);
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return file;
};

describe('核对导出文件', () => {
  it('完好：说出多少条、从何时到何时、末尾的校验值', async () => {
    const { code, said } = await verify([written('whole.jsonl', rows)]);
    expect(said).toContain('审计日志 2100 条，每日摘要 1 份');
    expect(said).toContain(`从 ${sayDay(YESTERDAY).slice(0, 5)}`);
    expect(said).toContain(`末尾是第 2100 条，SM3 ${chain[2_099]?.hash}`);
    expect(code).toBe(0);
  });

  it('改了一条、删了一段、对调两条：逐处指出', async () => {
    const left = rows.filter((_, i) => i < 500 || i > 502).map((row) => (row === rows[99] ? { ...row, at: 1 } : row));
    const touched = [...left.slice(0, 10), ...left.slice(10, 12).reverse(), ...left.slice(12)];
    const { code, said } = await verify([written('touched.jsonl', touched)]);
    expect(said.match(/✗ .*/g)).toEqual(['✗ 第 11 条的次序不对。', '✗ 第 100 条被改动过。', '✗ 缺第 501 至 503 条。']);
    expect(code).toBe(1);
  });

  it('整条链连同摘要一起重写：与日志里留存的摘要一对照，就看出来', async () => {
    const line = (digest: DailyDigest) => ({
      digest: { day: digest.day, number: digest.lastNumber, hash: digest.hash },
    });
    const shorter = chainOf(2_000);
    const rewritten = [
      ...shorter.map(rowOfEntry),
      rowOfDigest(digestOfDay(YESTERDAY, shorter[1_999] as AuditEntry, undefined, sm3Hex)),
    ];
    const file = written('rewritten.jsonl', rewritten);
    expect(await verify([file])).toMatchObject({ code: 0 });
    const { code, said } = await verify([file, '--logged', written('clock.log', [line(kept)])]);
    expect(said).toContain(`✗ ${sayDay(YESTERDAY)}的摘要被改动过。`);
    expect(code).toBe(1);
    expect(await verify([written('whole.jsonl', rows), '--logged', written('clock.log', [line(kept)])])).toMatchObject({
      code: 0,
    });
  });

  it.each([
    ['没有这个文件', ['no-such-file.jsonl'], '读不到文件'],
    ['不认得的参数', ['--nothing'], '用法'],
    ['不像环境ID', ['--env', '../x'], '用法'],
    ['没有密钥', ['--env', 'prod-1'], '缺少环境变量 TENCENTCLOUD_SECRETID'],
  ])('%s：说明怎么办，没有核对成', async (_, args, sentence) => {
    const { code, said } = await verify(args, { TENCENTCLOUD_SECRETID: '', TENCENTCLOUD_SECRETKEY: '' });
    expect(said).toContain(sentence);
    expect(code).toBe(2);
  });

  it('文件里有别的东西：指出是哪一行', async () => {
    const { code, said } = await verify([written('foreign.jsonl', [...rows.slice(0, 2), { note: 1 }])]);
    expect(said).toContain('的第 3 行');
    expect(code).toBe(2);
  });
});

describe('核对正在运行的本机演示', () => {
  let cloud: TestCloud | undefined;
  afterEach(async () => {
    await cloud?.close();
    cloud = undefined;
  });
  const started = async (): Promise<TestCloud> => {
    const database = () => started.cloud.database;
    const started = await aLocalCloud({
      dataDir: dir,
      routes: (app) =>
        void app.get(AUDIT_EXPORT_PATH, (c) =>
          c.body(auditExport(database()), 200, { 'content-type': AUDIT_EXPORT_TYPE }),
        ),
    });
    cloud = started;
    return started;
  };

  it('没有运行：请先启动', async () => {
    expect(await verify(['--data', dir])).toEqual({ code: 2, said: expect.stringContaining('npm start') });
  });

  it('真的函数记下的链完好；在数据库里直接改和删，指出在哪里', async () => {
    const { cloud: local, personas, staff } = await started();
    for (let i = 0; i < 5; i++) await staff(personas.taiqianSupervisor, 'ticket.list');
    const whole = await verify(['--data', dir]);
    expect(whole.said).toContain('审计日志 5 条');
    expect(whole.code).toBe(0);

    const second = local.database.get('audit', auditId(2)) as object;
    await local.database.replace('audit', { ...second, actor: 'staff:somebody-else' });
    await local.database.remove('audit', auditId(4));
    const touched = await verify(['--data', dir]);
    expect(touched.said.match(/✗ .*/g)).toEqual(['✗ 第 2 条被改动过。', '✗ 缺第 4 条。']);
    expect(touched.code).toBe(1);
  });
});

describe('核对云上的', () => {
  let database: Database;
  let server: Server;
  const asked: { readonly action: string; readonly env: string; readonly signed: boolean }[] = [];
  beforeEach(async () => {
    asked.length = 0;
    database = openDatabase({ directory: dir, schema: SCHEMA, unindexed: 'refuse', onScan: () => {}, log: () => {} });
    await database.insert('audit', chain.map(rowOfEntry));
    await database.insert('auditDigests', [rowOfDigest(kept)]);
    server = createServer(async (request, response) => {
      const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
      const signed = request.headers.authorization?.includes('Credential=operator/') ?? false;
      asked.push({ action: body.action, env: body.envName, signed });
      const action = DATABASE_ACTIONS[body.action];
      if (!action) throw new Error(`not expected: ${body.action}`);
      response.end(
        JSON.stringify({ requestId: '1', ...(await runDatabaseAction(database, body.action, action, body)) }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    server.close();
    await database.close();
  });
  const verifyCloud = () =>
    verify(['--env', 'prod-1'], {
      TENCENTCLOUD_SECRETID: 'operator',
      TENCENTCLOUD_SECRETKEY: 'secret',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin` }),
    });

  it('以运维人员的密钥，只读，一千条一次地读完整条链', async () => {
    expect(await verifyCloud()).toEqual({ code: 0, said: expect.stringContaining('云环境 prod-1：审计日志 2100 条') });
    expect(asked).toEqual(
      Array.from({ length: asked.length }, () => ({ action: 'database.getDocument', env: 'prod-1', signed: true })),
    );
    await database.remove('audit', { _id: auditId(1_000) }, false);
    expect(await verifyCloud()).toEqual({ code: 1, said: expect.stringContaining('缺第 1000 条') });
  });
});
