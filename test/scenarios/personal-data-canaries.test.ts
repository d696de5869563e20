import type { Contract } from '@shared/contracts/contract';
import type { Identity } from '@shared/domain/identity';
import type { RatingFile } from '@shared/domain/rating-file';
import { instantOf } from '@shared/kernel/time';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import { auditExport } from '../../cloudfunctions/demo/audit-export';
import { COLLECTIONS } from '../../cloudfunctions/schema';
import { allContracts, doorsServing } from '../architecture/all-contracts';
import { fieldsOf } from '../architecture/schema-fields';
import { withCheckDigit } from '../domain/made-up-numbers';
import { type Answer, aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';

/** What must not be found where nobody has a right to it. The numbers are nobody's: their order number is not given out. */
const CANARIES = {
  openid: 'oCanaryOpenid9Qz7',
  name: '欧阳百灵',
  idNumber: withCheckDigit('41092719900101000'),
  phone: '15477770001',
  companyName: '金丝雀演示有限公司',
  companyCode: '91350100M000100Y43',
  comment: '金丝雀说这里等了三个小时',
  report: '金丝雀反映有人打电话来',
  objection: '金丝雀不同意这个裁定',
  receiptCode: 'CANARYRC77',
} as const;
type Canary = keyof typeof CANARIES;

/** Where each may be read: `action by whom`. Everywhere else it is a leak. */
const OWN_EXPORT = 'data.export by rater';
const RIGHTFUL: Readonly<Record<Canary, readonly RegExp[]>> = {
  // Only where WeChat itself has to be told for whom it is.
  openid: [/^WeChat security\.msgSecCheck$/, /^WeChat subscribeMessage\.send$/],
  name: [new RegExp(OWN_EXPORT), /^identity\.open by unit, with the second person's agreement$/],
  idNumber: [new RegExp(OWN_EXPORT), /^identity\.open by unit, with the second person's agreement$/],
  phone: [new RegExp(OWN_EXPORT), /^identity\.open by unit/, /^a text message$/],
  companyName: [new RegExp(OWN_EXPORT), /^identity\.mine by rater$/, /with the second person's agreement$/],
  companyCode: [new RegExp(OWN_EXPORT), /^identity\.mine by rater$/, /with the second person's agreement$/],
  comment: [
    new RegExp(OWN_EXPORT),
    /^rating\.show by rater$/,
    /^(ticket\.list|ticket\.show|appeal\.show) by (unit|bureau)$/,
    /^appeal\.show by upper$/,
    // To be heard he has to know what was said of him; by whom he does not.
    /^appeal\.(mine|showMine) by (rated|clerk)$/,
    /^quarantine\.list by bureau$/,
    /^report\.show by upper$/,
    /^collection ratings$/,
    /^WeChat security\.msgSecCheck$/,
  ],
  objection: [
    new RegExp(OWN_EXPORT),
    /^rating\.show by rater$/,
    /^appeal\.show by (unit|bureau|upper)$/,
    /^collection ratings$/,
  ],
  report: [new RegExp(OWN_EXPORT), /^retaliation\.mine by rater$/, /^report\.show by upper$/],
  receiptCode: [],
};

type Output = { readonly where: string; readonly text: string };
const outputs: Output[] = [];
const lines: string[] = [];
const record = (where: string, what: unknown) => outputs.push({ where, text: JSON.stringify(what) ?? '' });

let cloud: TestCloud;
let ratingId: string;
const RATER = CANARIES.openid;

const ask = async (
  who: string,
  openid: string,
  action: string,
  input: object = {},
  millisecondsAgo = 0,
): Promise<Answer> => {
  const exported = allContracts().find(({ contract }) => contract.name === action);
  const door = exported && doorsServing(exported)[0];
  if (!door) throw new Error(`no door has ${action}`);
  const answer = (await cloud.cloud.call(door, { action, input }, { openid, millisecondsAgo })) as Answer;
  record(`${action} by ${who}`, answer);
  return answer;
};

const prove = async () => {
  const consent = NOTICE_TEXTS.idNumber.version;
  cloud.cloud.verifiers.next('phone', { phone: CANARIES.phone, countryCode: '86' });
  const code = cloud.cloud.phoneCode(RATER);
  await ask('rater', RATER, 'identity.provePhone', { code, consent: NOTICE_TEXTS.phone.version });
  cloud.cloud.verifiers.next('threeFactor', { result: '0' });
  const { name, idNumber, companyName, companyCode } = CANARIES;
  const company = { name: companyName, code: companyCode };
  const proven = await ask('rater', RATER, 'identity.proveNumber', { name, idNumber, consent, company });
  expect(proven).toMatchObject({ ok: true, value: { level: 'threeFactor' } });
};

const BAD = { level: 'veryDissatisfied', tags: [] as string[], comment: CANARIES.comment };

const rate = async () => {
  const receipt = await ask('rater', RATER, 'rating.submit', aRating(cloud, BAD));
  ratingId = receipt.value.ratingId;
  for (let i = 0; i < 4; i++) await ask('rater', RATER, 'rating.submit', aRating(cloud, BAD));
  const typed = { caseNo: 'CZ4', receiptCode: CANARIES.receiptCode, scene: cloud.sign('cz01').scene };
  await ask('rater', RATER, 'rating.submit', aRating(cloud, { ...BAD, ...typed }));
  await ask('rater', RATER, 'retaliation.report', { ratingId, text: CANARIES.report });
};

const look = async () => {
  const { taiqianUnitLiaison, taiqianSupervisor, puyangSupervisor } = cloud.personas;
  for (const action of ['rating.show', 'rating.readers', 'retaliation.mine']) {
    await ask('rater', RATER, action, { ratingId });
  }
  for (const action of ['rating.mine', 'message.mine', 'identity.mine', 'data.export', 'staff.me']) {
    await ask('rater', RATER, action);
  }
  for (const [who, openid] of [
    ['unit', taiqianUnitLiaison],
    ['bureau', taiqianSupervisor],
  ] as const) {
    for (const action of ['ticket.list', 'message.unit', 'opening.list']) await ask(who, openid, action);
    await ask(who, openid, 'ticket.show', { ratingId });
  }
  await ask('unit', taiqianUnitLiaison, 'identity.open', { ratingId, part: 'contact', purpose: 'followUp' });
  const asked = await ask('unit', taiqianUnitLiaison, 'opening.request', { ratingId, purpose: 'dispute' });
  const { openingId } = asked.value;
  await ask('bureau', taiqianSupervisor, 'opening.decide', { openingId, agrees: true });
  const person = { ratingId, part: 'person', purpose: 'dispute' };
  await ask("unit, with the second person's agreement", taiqianUnitLiaison, 'identity.open', person);
  await ask('bureau', taiqianSupervisor, 'quarantine.list');
  const reports = await ask('upper', puyangSupervisor, 'report.list');
  const { reportId } = reports.value.items[0];
  await ask('upper', puyangSupervisor, 'report.show', { reportId });
  await ask('bureau', taiqianSupervisor, 'report.list');
  await ask('bureau', taiqianSupervisor, 'report.show', { reportId });
};

/** The clerk is told, appeals with what he knows, is granted it, and the rater objects. */
const appeal = async () => {
  const { taiqianClerk, taiqianUnitLiaison, taiqianSupervisor, taiqianSecondSupervisor, puyangSupervisor } =
    cloud.personas;
  const day = 24 * 3_600_000;
  const fileOf = (id: string) => cloud.cloud.database.get('ratings', id) as RatingFile;
  const receipt = await ask('rater', RATER, 'rating.submit', aRating(cloud, BAD), 3 * day);
  const id = receipt.value.ratingId;
  const accept = { ratingId: id, version: fileOf(id).rev, step: { move: 'accept' } };
  await ask('unit', taiqianUnitLiaison, 'ticket.move', accept, 3 * day);
  await ask('rated', taiqianClerk, 'appeal.mine', {}, day);
  const ticketNo = fileOf(id).ticket?.ticketNo;
  await ask('rated', taiqianClerk, 'statement.give', { ticketNo, words: '当时只有一个窗口' }, day);
  const evidence = [{ kind: 'recording', words: '3号窗口录像' }];
  await ask('rated', taiqianClerk, 'appeal.file', { ticketNo, reason: 'wrongTarget', words: '评错了', evidence }, day);
  const move = (who: string, openid: string, step: object) =>
    ask(who, openid, 'appeal.move', { ratingId: id, version: fileOf(id).appeal?.version, step });
  await move('unit', taiqianUnitLiaison, { move: 'endorse', words: '同意' });
  await move('bureau', taiqianSupervisor, { move: 'proposeGrant', reason: 'wrongTarget', words: '说的不是这个窗口' });
  const granted = await move('bureau', taiqianSecondSupervisor, { move: 'confirmGrant' });
  expect(granted).toMatchObject({ value: { state: 'granted' } });
  await ask('rater', RATER, 'rating.object', { ratingId: id, words: CANARIES.objection });
  for (const [who, openid] of [
    ['unit', taiqianUnitLiaison],
    ['bureau', taiqianSupervisor],
    ['upper', puyangSupervisor],
  ] as const) {
    await ask(who, openid, 'appeal.list', { filter: 'open' });
    await ask(who, openid, 'appeal.show', { ratingId: id });
  }
  await ask('rated', taiqianClerk, 'appeal.showMine', { ticketNo });
  await ask('rated', taiqianClerk, 'message.unit');
  await ask('rater', RATER, 'rating.show', { ratingId: id });
  await ask('rater', RATER, 'data.export');
};

/** Told of the result: by WeChat as long as he has given leave, then by a text message. */
const tell = async () => {
  const day = instantOf('2026-11-20', '10:00');
  const templates = ['local-template-progress', 'local-template-work'];
  cloud.cloud.verifiers.subscriptions.accept(RATER, templates.slice(0, 1));
  await ask('rater', RATER, 'notice.grant', { accepted: ['progress', 'work'], idempotencyKey: 'a-tap' });
  await ask('rater', RATER, 'notice.mine');
  for (const result of ['first', 'second']) {
    const file = cloud.cloud.database.get('ratings', ratingId) as RatingFile;
    const message = { id: `${ratingId}/${result}`, to: `rater:${file.raterRef}`, exceptStaffId: null, at: day };
    const outbox = [{ ...message, told: 'verify', text: '有了整改结果' }];
    await cloud.cloud.database.replace('ratings', { ...file, outbox, outboxAt: day });
    for (const minute of [0, 1, 2]) record('the clock', await cloud.runClock(day + minute * 60_000));
  }
  await ask('rater', RATER, 'data.export');
};

/** Every action, with each canary in each of its fields and in one that it does not know, by everybody. */
const pokeEverywhere = async () => {
  const { taiqianClerk, taiqianUnitLiaison, taiqianSystemAdmin, taiqianSecurityAdmin, taiqianAuditAdmin } =
    cloud.personas;
  const callers = { rater: RATER, stranger: 'a-stranger', clerk: taiqianClerk, unit: taiqianUnitLiaison };
  const administrators = { system: taiqianSystemAdmin, security: taiqianSecurityAdmin, audit: taiqianAuditAdmin };
  for (const exported of allContracts()) {
    const { contract } = exported;
    const door = doorsServing(exported)[0] ?? '';
    for (const [who, openid] of Object.entries(door === 'staff' ? { ...callers, ...administrators } : callers)) {
      for (const input of pokes(contract)) {
        record(`${contract.name} by ${who}`, await cloud.call(door, { action: contract.name, input }, openid));
      }
    }
  }
};

const pokes = (contract: Contract): readonly object[] => {
  const all = Object.values(CANARIES);
  const fields = [...fieldsOf(contract.input)];
  const each = all.map((canary) => Object.fromEntries(fields.map((field) => [field, canary])));
  return [{ unknown: all }, ...each.slice(0, 4), Object.fromEntries(fields.map((field) => [field, all.join(' ')])), {}];
};

/** What breaks: a verifier, an instance, a sealed field, a document. */
const breakThings = async () => {
  const { taiqianUnitLiaison } = cloud.personas;
  const consent = NOTICE_TEXTS.idNumber.version;
  const { name, idNumber } = CANARIES;
  for (const line of ['closed', 'garbage', 'http500'] as const) {
    cloud.cloud.verifiers.next('threeFactor', { line });
    cloud.cloud.verifiers.next('twoFactor', { line });
    await ask('rater', RATER, 'identity.proveNumber', { name, idNumber, consent });
  }
  cloud.cloud.faults.next('killInstance', 'citizen');
  await ask('rater', RATER, 'rating.submit', aRating(cloud, BAD)).catch((error: unknown) =>
    record('a dead instance', String(error)),
  );
  const ref = cloud.digests.accountRef(RATER);
  const identity = cloud.cloud.database.get('identities', ref) as Identity;
  const open = { ratingId, part: 'contact', purpose: 'followUp' };
  await cloud.cloud.database.replace('identities', { ...identity, sealed: { phone: CANARIES.phone, name } });
  await ask('who finds it tampered with', taiqianUnitLiaison, 'identity.open', open);
  await ask('rater, tampered with', RATER, 'identity.mine');
  await cloud.cloud.database.replace('identities', { ...identity, proofs: CANARIES.name });
  record('a bug', await cloud.call('citizen', { action: 'identity.mine', input: {} }, RATER));
  await cloud.cloud.database.replace('identities', identity);
};

beforeAll(async () => {
  cloud = await aLocalCloud({ log: (line) => lines.push(line) });
  await prove();
  await rate();
  record('the clock', await cloud.runClock());
  await look();
  await appeal();
  record('the clock', await cloud.runClock());
  await tell();
  await pokeEverywhere();
  await breakThings();
  record('the clock again', await cloud.runClock());
  for (const name of COLLECTIONS) record(`collection ${name}`, cloud.cloud.database.find(name, {}));
  record('the export of the audit log', auditExport(cloud.cloud.database));
  for (const { apiName, input } of cloud.cloud.openapiOutbox()) record(`WeChat ${apiName}`, input);
  for (const sms of cloud.cloud.verifiers.sentSms()) record('a text message', sms);
  for (const line of lines) record('the log', line);
}, 120_000);
afterAll(() => cloud.close());

const leaks = (canary: Canary): readonly string[] => {
  const found = outputs.filter(({ text }) => text.includes(CANARIES[canary])).map(({ where }) => where);
  return [...new Set(found)].filter((where) => !RIGHTFUL[canary].some((place) => place.test(where)));
};

describe('个人信息放进每一个操作、定时任务、导出、日志和出错信息', () => {
  it.each(Object.keys(CANARIES) as Canary[])('%s 只出现在有权看的地方', (canary) => {
    expect(leaks(canary)).toEqual([]);
  });

  it('有权看的地方真的看得到，所以上面不是因为什么都没有', () => {
    const seen = (canary: Canary) => outputs.some(({ text }) => text.includes(CANARIES[canary]));
    const never: Canary[] = ['receiptCode'];
    expect((Object.keys(CANARIES) as Canary[]).filter((canary) => !seen(canary))).toEqual(never);
    const places = outputs.map(({ where }) => where);
    expect(places).toEqual(expect.arrayContaining(['WeChat subscribeMessage.send', 'a text message']));
  });

  it('每一个操作都试过，成功的、拒绝的、出错的都有', () => {
    const names = allContracts().map(({ contract }) => contract.name);
    expect(names.filter((name) => !outputs.some(({ where }) => where === `${name} by stranger`))).toEqual([]);
    const logged = lines.join('\n');
    for (const outcome of ['"ok"', '"request.malformed"', '"system.failed"', '"vault.tampered"']) {
      expect(logged).toContain(`"outcome":${outcome}`);
    }
  });
});
